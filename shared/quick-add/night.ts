/** "slept 23:30 to 7", "went to bed 11pm". */
import type { NightDraft } from '../kinds/night.ts'
import { nameClock } from './clock-words.ts'
import { findInterval } from './intervals.ts'
import { type Asking, type Line, words } from './line.ts'
import { findMoment } from './moments.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { askScore, takeScore } from './scores.ts'
import { type SpokenTime, takeTime } from './spoken-time.ts'

/** A line about a night begins with it: "coffee before sleep" is about coffee. */
export const NIGHT_WORD = words(
  String.raw`(?<=^\s*(?:i\s+)?)(?:slept|sleep|asleep|went\s+to\s+bed|in\s+bed|to\s+bed|bed|woke(?:\s+up)?|got\s+up|bedtime)`,
)

const BED = words(String.raw`slept|sleep|asleep|(?:went\s+)?(?:in|to)\s+bed|bed|bedtime`)
const WAKE = words(String.raw`woke(?:\s+up)?|got\s+up`)

const DISTURBANCE = {
  what: 'How disturbed was your sleep',
  names: ['disturbance', 'disturbed'],
  isUnnamed: false,
} as const

/** How it was, in a word that is no number. */
const QUALITY = words(
  String.raw`(?:(?:very|really|quite|so|not\s+(?:so|very)|not)\s+)?(?:badly|bad|poorly|terribly|restless(?:ly)?|lightly|well|fine|good|great|soundly|ok(?:ay)?)`,
)

/** Hours at which people go to bed. */
const OFFERED_BEDTIMES = [21, 22, 23, 0]

const positions: readonly (readonly [NonNullable<NightDraft['position']>, string])[] = [
  ['front-toes-pointed', String.raw`toes\s+pointed`],
  ['back', String.raw`on\s+(?:my|the)\s+back`],
  ['side', String.raw`on\s+(?:my|the)\s+side`],
  ['front', String.raw`on\s+(?:my|the)\s+(?:front|stomach|belly)`],
]

export function readNight(line: Line, context: QuickAddContext): Built {
  const coldLegs = line.take(words(String.raw`cold\s+legs`), 'detail') !== null
  const bedding = line.take(
    words(String.raw`(?<bedding>tight|loose)\s+(?:bedding|blankets?|covers?|duvet|sheets?)`),
    'detail',
  )
  const position = positions.find(([, names]) => line.take(words(names), 'detail'))?.[0] ?? null
  const room = line.take(words(String.raw`(?<room>cold|warm)\s+(?:bed)?room`), 'detail')
  const disturbance = takeScore({ line, context }, DISTURBANCE)
  const time = takeTime(line, context, { withLength: true })
  const quality = disturbance.value === null ? line.take(QUALITY, 'strength') : null
  line.take(BED, 'kind')
  line.take(WAKE, 'kind')

  const between = findBed(line, time, context)
  const questions: Question[] = []
  if (disturbance.question) questions.push(disturbance.question)
  else if (quality) questions.push(askScore(line, DISTURBANCE, quality))
  if ('question' in between) questions.push(between.question)
  if (questions.length > 0 || 'question' in between) return { draft: null, questions }
  const draft: NightDraft = {
    kind: 'night',
    ...between,
    note: line.note,
    coldLegs: coldLegs ? true : null,
    bedding: readBedding(bedding?.groups.bedding),
    position,
    roomFeel: readRoom(room?.groups.room),
    roomTemperatureC: null,
    sleepDisturbance: disturbance.value,
  }
  return { draft, questions }
}

type Bed =
  | { readonly at: number; readonly offsetMinutes: number; readonly wakeAt: number | null }
  | { readonly question: Question }

function findBed(line: Line, time: SpokenTime, context: QuickAddContext): Bed {
  const hasBoth = time.from !== null && (time.to !== null || time.isUntilNow || time.seconds !== null)
  if (hasBoth || (time.to !== null && time.seconds !== null)) {
    const found = findInterval(time, { line, context })
    if (found.kind === 'asks') return found
    if (found.kind === 'interval') return { ...found.from, wakeAt: found.from.at + found.seconds * 1000 }
  }
  const isWakeOnly = time.to !== null || time.seconds !== null || !/bed/i.test(line.text)
  if (isWakeOnly && time.from === null) return { question: askBedtime(time, { line, context }) }
  const found = findMoment(time, { line, context })
  switch (found.kind) {
    case 'asks':
      return found
    case 'moment':
      return { ...found.moment, wakeAt: null }
    case 'nothing':
      return { at: context.now.at, offsetMinutes: context.now.offsetMinutes, wakeAt: null }
    default:
      return { question: askBedtime(time, { line, context }) }
  }
}

/** Without a bedtime there is no night; how long it was, or how, stays in the line for when there is one. */
function askBedtime(time: SpokenTime, { line, context }: Asking): Question {
  const isUntimed = time.from === null && time.to === null && time.agoMs === null
  const isPlainDay = time.day === null || time.day.kind === 'last-night'
  const day = time.day === null && time.period === null ? 'last night ' : ''
  return {
    about: 'bedtime',
    text: 'When did you go to bed, and when did you get up? Write it as “slept 23:00 to 7:00”.',
    options:
      isUntimed && isPlainDay
        ? OFFERED_BEDTIMES.map(hour => {
            const clock = nameClock(hour * 60, context.hourCycle)
            return { label: `To bed at ${clock}`, line: line.append(`${day}${clock}`) }
          })
        : [],
  }
}

function readBedding(word: string | undefined): NightDraft['bedding'] {
  if (word === undefined) return null
  return word.toLowerCase() === 'tight' ? 'tight' : 'loose'
}

function readRoom(word: string | undefined): NightDraft['roomFeel'] {
  if (word === undefined) return null
  return word.toLowerCase() === 'cold' ? 'cold' : 'warm'
}
