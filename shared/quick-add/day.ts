/** Reader of facts about a whole day: "hot day", "ill with diarrhoea yesterday", "foot exercises 10 min". */

import { type DayDraft, type UrineColour, urineColours } from '../kinds/day.ts'
import { kindsByName } from '../kinds/kinds.ts'
import { addDays, type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { momentAt } from '../time/time-zone.ts'
import { nameDate } from './clock-words.ts'
import { type Line, type Taken, words } from './line.ts'
import { findInstant } from './moments.ts'
import { readNumber } from './numbers.ts'
import { askAtEnd, askInPlace, askToType } from './questions.ts'
import type { Question, QuickAddContext, Span } from './reading.ts'
import {
  asks,
  choiceSlot,
  defineReader,
  type Filled,
  fill,
  fillUnless,
  flagSlot,
  patternSlot,
  scoreSlot,
  slot,
} from './slots.ts'
import type { SpokenTime } from './spoken-time.ts'

const HEAT = String.raw`(?:very\s+|so\s+|really\s+)?hot`
const HOT = String.raw`${HEAT}\s+(?:day|weather|today|yesterday)|heatwave|heat\s+wave|it\s+(?:was|is)\s+${HEAT}`
const NOT_HOT = String.raw`(?:it\s+)?(?:(?:was|is)\s+not|(?:was|is)n['’]?t|not)\s+(?:very\s+)?hot(?:\s+day)?`
/** "Hot" describes the day only if no noun follows ("hot tea"). */
export const LONE_HOT = words(
  String.raw`${HEAT}(?=\s*(?:$|[,.;!(]|//)|\s+(?:and|but|on|in\s+the|all|this|last|max(?:imum)?|\d)(?!\p{L}))`,
)
const ILL = 'fever|vomiting|vomited|diarrh(?:o)?ea|threw\\s+up|stomach\\s+bug'
const SALT = String.raw`(?:something\s+)?(?:salty|salt|electrolytes?)(?:\s+(?:snack|food|drink))?\s+after\s+(?:sweating|sweat|sports?|exercise)`
const EXERCISES = String.raw`foot\s+exercises?|toe\s+curls?|short[\s-]foot`

const URINE = 'urine|pee|wee'
const DEGREES = String.raw`(?<![\d.,])(?<degrees>-?\d{1,3}(?:[.,]\d)?)`
/** Air temperature: the lookbehind excludes that of a room, of water or of a fever. */
const TEMPERATURE = String.raw`(?<!(?:room|bedroom|water|pool|sea|bath|fever|temperature)\s+(?:of\s+|was\s+|is\s+)?)(?:max(?:imum)?\s+)?${DEGREES}\s*°?\s*(?<unit>c|f|celsius|fahrenheit)`
const UNITLESS = String.raw`max(?:imum)?\s+${DEGREES}(?:\s*(?:°|degrees))?|(?<=it\s+was\s+)(?<plain>-?\d{1,3}(?:[.,]\d)?)\s*(?:°|degrees)`
const SALT_EATEN = String.raw`salt\s*:?\s*(?<saltAfter>(?<![\d.,/])\d{1,2}(?:[.,]\d{1,2})?)\s*g|(?<![\d.,/])(?<saltBefore>\d{1,2}(?:[.,]\d{1,2})?)\s*g\s+(?:of\s+)?salt`

export const DAY_WORD = words(
  [HOT, NOT_HOT, ILL, SALT, EXERCISES, URINE, 'bother(?:ed)?', TEMPERATURE, UNITLESS, SALT_EATEN]
    .join('|')
    .replace(/\?<[a-zA-Z]+>/g, '?:'),
)

const BOTHER = {
  what: 'How much did cramps bother you',
  names: ['bother', 'bothered'],
  isUnnamed: false,
} as const

/** Clock time stored for a day entry. */
const DAY_CLOCK = '12:00'

export const readDay = defineReader('day')({
  slots: {
    heat: choiceSlot<NonNullable<DayDraft['heat']>>([
      ['normal', NOT_HOT],
      ['hot', String.raw`heatwave|heat\s+wave|(?:it\s+(?:was|is)\s+)?${HEAT}\s+(?:day|weather)`],
      ['hot', String.raw`(?:it\s+(?:was|is)\s+)?${HEAT}`],
    ]),
    // Air temperature comes first, so that a fever's degrees are not read as those of the air.
    temperature: slot(({ line }) => takeTemperature(line)),
    illnessWithFluidLoss: flagSlot(
      String.raw`(?:(?:was\s+)?ill\s+with\s+|sick\s+with\s+)?(?:${ILL})(?:\s+and\s+(?:${ILL}))?`,
    ),
    saltAfterSweat: flagSlot(SALT),
    hasExercises: flagSlot(EXERCISES),
    saltG: patternSlot(words(SALT_EATEN), 'detail', ({ groups }) =>
      readNumber(groups.saltAfter ?? groups.saltBefore ?? ''),
    ),
    urineColour: slot(({ line }) => takeUrine(line)),
    bother: scoreSlot(BOTHER),
  },
  timeOptions: ({ hasExercises }) => ({ withLength: hasExercises === true }),
  when: (time, { hasExercises }, asking) => {
    const { line, context } = asking
    const found = findInstant(time, asking)
    const since = findSince(line, time)
    const questions: Question[] = []
    if (hasExercises && time.seconds === null && time.unclearLength === null)
      questions.push(
        askAtEnd(line, 'length', 'How many minutes of foot exercises?', [
          '5 min',
          '10 min',
          '15 min',
          '20 min',
        ]),
      )
    if (found.kind === 'asks') questions.push(found.question)
    else if (time.from !== null || time.agoMs !== null || found.kind === 'night')
      questions.push(askToType('time', 'This is about a whole day. Write a date, without a time.'))
    else if (since && found.kind === 'date') questions.push(askDay(line, since, found.date, context))
    return fillUnless(questions, {
      date: found.kind === 'date' ? found.date : context.today,
      seconds: hasExercises ? time.seconds : null,
    })
  },
  draft: ({ temperature, hasExercises: _, ...values }, { date, seconds }, { line, context }) => ({
    kind: 'day',
    ...momentAt(date, DAY_CLOCK, context.timeZone),
    note: line.note,
    ...kindsByName.day.unanswered,
    ...values,
    maxTemperatureC: temperature,
    footExerciseMinutes: seconds === null ? null : Math.round(seconds / 60),
  }),
})

/** Highest air temperature of the day, in °C; a number without a unit is asked about. */
function takeTemperature(line: Line): Filled<number | null> {
  const found = line.take(words(TEMPERATURE), 'detail')
  if (found) return fill(readCelsius(found.groups))
  const unitless = line.take(words(UNITLESS), 'detail')
  return unitless ? asks(askUnit(line, unitless)) : fill(null)
}

function readCelsius({ degrees = '', unit = '' }: Readonly<Record<string, string | undefined>>): number {
  const value = readNumber(degrees)
  return unit.toLowerCase().startsWith('c') ? value : Math.round(((value - 32) / 1.8) * 10) / 10
}

/** Step of the urine colour chart: "urine 5", "brown urine"; any other colour is asked about. */
function takeUrine(line: Line): Filled<UrineColour | null> {
  const found =
    line.take(
      words(
        String.raw`(?:${URINE})\s*(?:colou?r)?\s*:?\s*(?:is\s+|was\s+)?(?<colour>[1-8]|brown|like\s+cola|cola[\s-]colou?red)`,
      ),
      'detail',
    ) ?? line.take(words(String.raw`(?<colour>brown|cola[\s-]colou?red)\s+(?:${URINE})`), 'detail')
  if (found) return fill(urineColours.ids.find(colour => colour === found.groups.colour) ?? 'brown')
  const shade = '(?:dark|pale|clear|light|yellow|orange)'
  const unread = line.take(
    words(String.raw`(?:(?:very\s+)?${shade}\s+)*(?:${URINE})(?:\s+(?:is|was))?(?:\s+(?:very\s+)?${shade})*`),
    'detail',
  )
  if (unread === null) return fill(null)
  const text = `“${unread.text}”: which colour of the chart was it?`
  const answers = urineColours.ids.map(colour => [urineColours.words[colour], `urine ${colour}`] as const)
  return asks(askInPlace(line, unread, 'urine', text, answers))
}

function askUnit(line: Line, unread: Taken): Question {
  const degrees = unread.groups.degrees ?? unread.groups.plain ?? ''
  const answers = ['C', 'F'].map(unit => [`${degrees} °${unit}`, `max ${degrees} ${unit}`] as const)
  return askInPlace(line, unread, 'unit', `“${unread.text}”: in which degrees?`, answers)
}

const OFFERED_DAYS = 7

/** Span of "since" and the day after it. */
function findSince(line: Line, { day }: SpokenTime): Span | null {
  const since = day && /(?<!\p{L})since\s+$/iu.exec(line.text.slice(0, day.start))
  return since ? { start: since.index, end: day.end } : null
}

/** A condition that began days ago is entered day by day, so one of these days is asked for. */
function askDay(line: Line, since: Span, first: CalendarDate, { today }: QuickAddContext): Question {
  const days = Math.min(dayNumber(today) - dayNumber(first) + 1, OFFERED_DAYS)
  const dates = Array.from({ length: Math.max(days, 1) }, (_, back) => addDays(today, -back))
  const text = 'Each day is an entry of its own. Which one is this?'
  return askInPlace(
    line,
    since,
    'date',
    text,
    dates.map(date => [nameDate(date), date]),
  )
}
