/** "hot day", "ill with diarrhoea yesterday", "foot exercises 10 min": what is true of a day as a whole. */
import type { DayDraft } from '../journal/day.ts'
import { momentAt } from '../time/time-zone.ts'
import { type Line, words } from './line.ts'
import { findInstant } from './moments.ts'
import { readNumber } from './numbers.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { takeScore } from './scores.ts'
import { takeTime } from './spoken-time.ts'

const HOT = String.raw`(?:very\s+)?hot\s+(?:day|weather|today|yesterday)|heatwave|heat\s+wave|(?:it\s+was\s+)?hot`
const ILL = 'fever|vomiting|vomited|diarrh(?:o)?ea|threw\\s+up|stomach\\s+bug'
const SALT = String.raw`(?:something\s+)?(?:salty|salt|electrolytes?)(?:\s+(?:snack|food|drink))?\s+after\s+(?:sweating|sweat|sports?|exercise)`
const EXERCISES = String.raw`foot\s+exercises?|toe\s+curls?|short[\s-]foot`

export const DAY_WORD = words(
  String.raw`${HOT}|${ILL}|${SALT}|${EXERCISES}|urine|bother(?:ed)?|max(?:imum)?\s+-?\d+`,
)

const BOTHER = {
  what: 'How much did cramps bother you',
  names: ['bother', 'bothered'],
  isUnnamed: false,
} as const

/** What is told of a day stands at its noon. */
const DAY_CLOCK = '12:00'

export function readDay(line: Line, context: QuickAddContext): Built {
  const isHot = line.take(
    words(String.raw`heatwave|heat\s+wave|(?:it\s+was\s+)?(?:very\s+)?hot(?:\s+(?:day|weather))?`),
    'detail',
  )
  const ill = line.take(
    words(String.raw`(?:(?:was\s+)?ill\s+with\s+|sick\s+with\s+)?(?:${ILL})(?:\s+and\s+(?:${ILL}))?`),
    'detail',
  )
  const salt = line.take(words(SALT), 'detail')
  const exercises = line.take(words(EXERCISES), 'detail')
  const temperature = line.take(
    words(String.raw`(?:max(?:imum)?\s+)?(?<degrees>-?\d{1,3}(?:[.,]\d)?)\s*°?\s*(?<unit>c|f)`),
    'detail',
  )
  const urine = line.take(words(String.raw`urine\s*(?:colou?r)?\s*:?\s*(?<colour>[1-8]|brown)`), 'detail')
  const bother = takeScore({ line, context }, BOTHER)
  const time = takeTime(line, context, { withLength: true })
  const found = findInstant(time, { line, context })

  const questions: Question[] = bother.question ? [bother.question] : []
  if (exercises && time.seconds === null) questions.push(askMinutes(line))
  if (found.kind === 'asks') questions.push(found.question)
  else if (time.from !== null || time.agoMs !== null || found.kind === 'night')
    questions.push({
      about: 'time',
      text: 'This is told of a whole day. Write a date, without a time.',
      options: [],
    })
  if (questions.length > 0) return { draft: null, questions }
  const date = found.kind === 'date' ? found.date : context.today
  const draft: DayDraft = {
    kind: 'day',
    ...momentAt(date, DAY_CLOCK, context.timeZone),
    note: line.note,
    heat: isHot ? 'hot' : null,
    maxTemperatureC: temperature ? readCelsius(temperature.groups) : null,
    illnessWithFluidLoss: ill ? true : null,
    saltAfterSweat: salt ? true : null,
    footExerciseMinutes: exercises && time.seconds !== null ? Math.round(time.seconds / 60) : null,
    bother: bother.value,
    urineColour: readUrine(urine?.groups.colour),
    saltG: null,
  }
  return { draft, questions }
}

function readCelsius({ degrees = '', unit = '' }: Readonly<Record<string, string | undefined>>): number {
  const value = readNumber(degrees)
  return unit.toLowerCase() === 'c' ? value : Math.round(((value - 32) / 1.8) * 10) / 10
}

const urineColours: readonly NonNullable<DayDraft['urineColour']>[] = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  'brown',
]

function readUrine(word: string | undefined): DayDraft['urineColour'] {
  return urineColours.find(colour => colour === word?.toLowerCase()) ?? null
}

function askMinutes(line: Line): Question {
  return {
    about: 'length',
    text: 'How many minutes of foot exercises?',
    options: [5, 10, 15, 20].map(minutes => ({
      label: `${minutes} min`,
      line: line.append(`${minutes} min`),
    })),
  }
}
