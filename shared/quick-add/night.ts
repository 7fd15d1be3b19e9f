/** Reader of nights: "slept 23:30 to 7", "went to bed 11pm". */
import { kindsByName } from '../kinds/kinds.ts'
import type { Bedding, RoomFeel, SleepPosition } from '../kinds/night.ts'
import { nameClock } from './clock-words.ts'
import { findInterval } from './intervals.ts'
import { type Asking, type Line, words } from './line.ts'
import { findMoment } from './moments.ts'
import { askAtEnd } from './questions.ts'
import type { Question, QuickAddContext } from './reading.ts'
import {
  asks,
  choiceSlot,
  defineReader,
  type Filled,
  fill,
  flagSlot,
  lateKindWordSlot,
  scoreSlot,
  vagueScoreSlot,
} from './slots.ts'
import type { SpokenTime } from './spoken-time.ts'

/** Words for a night, only at the beginning of a line: "coffee before sleep" is about coffee. */
export const NIGHT_WORD = words(
  String.raw`(?<=^\s*(?:i\s+)?)(?:slept|sleep|asleep|went\s+to\s+bed|in\s+bed|to\s+bed|bed|woke(?:\s+up)?|got\s+up|bedtime)`,
)

const BED = words(String.raw`slept|sleep|asleep|(?:went\s+)?(?:in|to)\s+bed|bed|bedtime`)
const WAKE = words(String.raw`woke(?:\s+up)?|got\s+up`)

const BEDDING = '(?:bedding|blankets?|covers?|duvet|sheets?)'

const DISTURBANCE = {
  what: 'How disturbed was your sleep',
  names: ['disturbance', 'disturbed'],
  isUnnamed: false,
} as const

/** Sleep quality as a word, which is asked about as a number. */
const QUALITY = words(
  String.raw`(?:(?:very|really|quite|so|not\s+(?:so|very)|not)\s+)?(?:badly|bad|poorly|terribly|restless(?:ly)?|lightly|well|fine|good|great|soundly|ok(?:ay)?)`,
)

/** Bedtimes to offer, as hours. */
const OFFERED_BEDTIMES = [21, 22, 23, 0]

export const readNight = defineReader('night')({
  slots: {
    coldLegs: flagSlot(String.raw`cold\s+legs`),
    bedding: choiceSlot<Bedding>([
      ['tight', String.raw`tight\s+${BEDDING}`],
      ['loose', String.raw`loose\s+${BEDDING}`],
    ]),
    position: choiceSlot<SleepPosition>([
      ['front-toes-pointed', String.raw`toes\s+pointed`],
      ['back', String.raw`on\s+(?:my|the)\s+back`],
      ['side', String.raw`on\s+(?:my|the)\s+side`],
      ['front', String.raw`on\s+(?:my|the)\s+(?:front|stomach|belly)`],
    ]),
    roomFeel: choiceSlot<RoomFeel>([
      ['cold', String.raw`cold\s+(?:bed)?room`],
      ['warm', String.raw`warm\s+(?:bed)?room`],
    ]),
    sleepDisturbance: scoreSlot(DISTURBANCE),
    quality: vagueScoreSlot('sleepDisturbance', DISTURBANCE, QUALITY),
    bed: lateKindWordSlot(BED),
    wake: lateKindWordSlot(WAKE),
  },
  timeOptions: () => ({ withLength: true }),
  when: (time, _known, { line, context }) => findBed(line, time, context),
  draft: ({ coldLegs, bedding, position, roomFeel, sleepDisturbance }, between, { line }) => ({
    kind: 'night',
    ...kindsByName.night.unanswered,
    ...between,
    note: line.note,
    coldLegs,
    bedding,
    position,
    roomFeel,
    sleepDisturbance,
  }),
})

interface Bed {
  readonly at: number
  readonly offsetMinutes: number
  readonly wakeAt: number | null
}

function findBed(line: Line, time: SpokenTime, context: QuickAddContext): Filled<Bed> {
  const hasBoth = time.from !== null && (time.to !== null || time.isUntilNow || time.seconds !== null)
  if (hasBoth || (time.to !== null && time.seconds !== null)) {
    const found = findInterval(time, { line, context })
    if (found.kind === 'asks') return asks(found.question)
    if (found.kind === 'interval')
      return fill({ ...found.from, wakeAt: found.from.at + found.seconds * 1000 })
  }
  const isWakeOnly = time.to !== null || time.seconds !== null || !/bed/i.test(line.text)
  if (isWakeOnly && time.from === null) return asks(askBedtime(time, { line, context }))
  const found = findMoment(time, { line, context })
  switch (found.kind) {
    case 'asks':
      return asks(found.question)
    case 'moment':
      return fill({ ...found.moment, wakeAt: null })
    case 'nothing':
      return fill({ at: context.now.at, offsetMinutes: context.now.offsetMinutes, wakeAt: null })
    default:
      return asks(askBedtime(time, { line, context }))
  }
}

/** Asks for the bedtime, which a night requires. Duration and quality stay in the line. */
function askBedtime(time: SpokenTime, { line, context }: Asking): Question {
  const isOpen = time.from === null && time.to === null && time.agoMs === null
  const isPlainDay = time.day === null || time.day.kind === 'last-night'
  const day = time.day === null && time.period === null ? 'last night ' : ''
  const bedtimes = isOpen && isPlainDay ? OFFERED_BEDTIMES : []
  return askAtEnd(
    line,
    'bedtime',
    'When did you go to bed, and when did you get up? Write it as “slept 23:00 to 7:00”.',
    bedtimes.map(hour => {
      const clock = nameClock(hour * 60, context.hourCycle)
      return [`To bed at ${clock}`, `${day}${clock}`]
    }),
  )
}
