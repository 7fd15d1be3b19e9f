/** "hot day", "ill with diarrhoea yesterday", "foot exercises 10 min": what is true of a day as a whole. */

import { type DayDraft, urineColours } from '../kinds/day.ts'
import { addDays, type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { momentAt } from '../time/time-zone.ts'
import { nameDate } from './clock-words.ts'
import { type Line, type Taken, words } from './line.ts'
import { findInstant } from './moments.ts'
import { readNumber } from './numbers.ts'
import type { Built, Question, QuickAddContext, Span } from './reading.ts'
import { takeScore } from './scores.ts'
import { type SpokenTime, takeTime } from './spoken-time.ts'

const HEAT = String.raw`(?:very\s+|so\s+|really\s+)?hot`
const HOT = String.raw`${HEAT}\s+(?:day|weather|today|yesterday)|heatwave|heat\s+wave|it\s+(?:was|is)\s+${HEAT}`
const NOT_HOT = String.raw`(?:it\s+)?(?:(?:was|is)\s+not|(?:was|is)n['’]?t|not)\s+(?:very\s+)?hot(?:\s+day)?`
/** "Hot" says something of the day only where no thing follows that was hot. */
export const LONE_HOT = words(
  String.raw`${HEAT}(?=\s*(?:$|[,.;!(]|//)|\s+(?:and|but|on|in\s+the|all|this|last|max(?:imum)?|\d)(?!\p{L}))`,
)
const ILL = 'fever|vomiting|vomited|diarrh(?:o)?ea|threw\\s+up|stomach\\s+bug'
const SALT = String.raw`(?:something\s+)?(?:salty|salt|electrolytes?)(?:\s+(?:snack|food|drink))?\s+after\s+(?:sweating|sweat|sports?|exercise)`
const EXERCISES = String.raw`foot\s+exercises?|toe\s+curls?|short[\s-]foot`

const URINE = 'urine|pee|wee'
const DEGREES = String.raw`(?<![\d.,])(?<degrees>-?\d{1,3}(?:[.,]\d)?)`
/** A temperature of the air: that of a room, of the water or of a fever is told otherwise. */
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

/** What is told of a day stands at its noon. */
const DAY_CLOCK = '12:00'

export function readDay(line: Line, context: QuickAddContext): Built {
  const heat = takeHeat(line)
  const temperature = line.take(words(TEMPERATURE), 'detail')
  const unitless = temperature === null ? line.take(words(UNITLESS), 'detail') : null
  // A fever's degrees are none of the air, so it is read after them.
  const ill = line.take(
    words(String.raw`(?:(?:was\s+)?ill\s+with\s+|sick\s+with\s+)?(?:${ILL})(?:\s+and\s+(?:${ILL}))?`),
    'detail',
  )
  const salt = line.take(words(SALT), 'detail')
  const exercises = line.take(words(EXERCISES), 'detail')
  const eaten = line.take(words(SALT_EATEN), 'detail')
  const urine = takeUrine(line)
  const bother = takeScore({ line, context }, BOTHER)
  const time = takeTime(line, context, { withLength: exercises !== null })
  const found = findInstant(time, { line, context })
  const since = findSince(line, time)

  const questions: Question[] = bother.question ? [bother.question] : []
  if (urine?.question) questions.push(urine.question)
  if (unitless) questions.push(askUnit(line, unitless))
  if (exercises && time.seconds === null && time.unclearLength === null) questions.push(askMinutes(line))
  if (found.kind === 'asks') questions.push(found.question)
  else if (time.from !== null || time.agoMs !== null || found.kind === 'night')
    questions.push({
      about: 'time',
      text: 'This is about a whole day. Write a date, without a time.',
      options: [],
    })
  else if (since && found.kind === 'date') questions.push(askDay(line, since, found.date, context))
  if (questions.length > 0) return { draft: null, questions }
  const date = found.kind === 'date' ? found.date : context.today
  const draft: DayDraft = {
    kind: 'day',
    ...momentAt(date, DAY_CLOCK, context.timeZone),
    note: line.note,
    heat,
    maxTemperatureC: temperature ? readCelsius(temperature.groups) : null,
    illnessWithFluidLoss: ill ? true : null,
    saltAfterSweat: salt ? true : null,
    footExerciseMinutes: exercises && time.seconds !== null ? Math.round(time.seconds / 60) : null,
    bother: bother.value,
    urineColour: urine?.colour ?? null,
    saltG: eaten ? readNumber(eaten.groups.saltAfter ?? eaten.groups.saltBefore ?? '') : null,
  }
  return { draft, questions }
}

function readCelsius({ degrees = '', unit = '' }: Readonly<Record<string, string | undefined>>): number {
  const value = readNumber(degrees)
  return unit.toLowerCase().startsWith('c') ? value : Math.round(((value - 32) / 1.8) * 10) / 10
}

function takeHeat(line: Line): DayDraft['heat'] {
  if (line.take(words(NOT_HOT), 'detail')) return 'normal'
  const isHot =
    line.take(
      words(String.raw`heatwave|heat\s+wave|(?:it\s+(?:was|is)\s+)?${HEAT}\s+(?:day|weather)`),
      'detail',
    ) ?? line.take(words(String.raw`(?:it\s+(?:was|is)\s+)?${HEAT}`), 'detail')
  return isHot ? 'hot' : null
}

interface Urine {
  readonly colour: DayDraft['urineColour']
  readonly question: Question | null
}

/** "Urine 5", "brown urine"; of any other the colour is asked, by the steps of the chart. */
function takeUrine(line: Line): Urine | null {
  const found =
    line.take(
      words(
        String.raw`(?:${URINE})\s*(?:colou?r)?\s*:?\s*(?:is\s+|was\s+)?(?<colour>[1-8]|brown|like\s+cola|cola[\s-]colou?red)`,
      ),
      'detail',
    ) ?? line.take(words(String.raw`(?<colour>brown|cola[\s-]colou?red)\s+(?:${URINE})`), 'detail')
  if (found) {
    const step = urineColours.ids.find(colour => colour === found.groups.colour)
    return { colour: step ?? 'brown', question: null }
  }
  const unread = line.take(
    words(
      String.raw`(?:(?:very\s+)?(?:dark|pale|clear|light|yellow|orange)\s+)*(?:${URINE})(?:\s+(?:is|was))?(?:\s+(?:very\s+)?(?:dark|pale|clear|light|yellow|orange))*`,
    ),
    'detail',
  )
  if (unread === null) return null
  const question: Question = {
    about: 'urine',
    text: `“${unread.text}”: which colour of the chart was it?`,
    options: urineColours.ids.map(colour => ({
      label: urineColours.words[colour],
      line: line.replace(unread, `urine ${colour}`),
    })),
  }
  return { colour: null, question }
}

function askUnit(line: Line, unread: Taken): Question {
  const degrees = unread.groups.degrees ?? unread.groups.plain ?? ''
  return {
    about: 'unit',
    text: `“${unread.text}”: in which degrees?`,
    options: ['C', 'F'].map(unit => ({
      label: `${degrees} °${unit}`,
      line: line.replace(unread, `max ${degrees} ${unit}`),
    })),
  }
}

const OFFERED_DAYS = 7

/** The words "since" and a day, where they stand together. */
function findSince(line: Line, { day }: SpokenTime): Span | null {
  const since = day && /(?<!\p{L})since\s+$/iu.exec(line.text.slice(0, day.start))
  return since ? { start: since.index, end: day.end } : null
}

/** What began some days ago is told day by day: each is an entry of its own. */
function askDay(line: Line, since: Span, first: CalendarDate, { today }: QuickAddContext): Question {
  const days = Math.min(dayNumber(today) - dayNumber(first) + 1, OFFERED_DAYS)
  const dates = Array.from({ length: Math.max(days, 1) }, (_, back) => addDays(today, -back))
  return {
    about: 'date',
    text: 'Each day is an entry of its own. Which one is this?',
    options: dates.map(date => ({ label: nameDate(date), line: line.replace(since, date) })),
  }
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
