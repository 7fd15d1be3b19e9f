/** Reader of activities: "ran 40 min hard", "stood 5 h today", "10 km bike ride 9:00 to 9:40". */

import {
  type Activity,
  activities,
  isStandingOrSitting,
  type SweatLevel,
  UNLISTED_ACTIVITY,
} from '../kinds/activities.ts'
import { kindsByName } from '../kinds/kinds.ts'
import { momentAt } from '../time/time-zone.ts'
import { askClock } from './clock-questions.ts'
import { findInterval } from './intervals.ts'
import { findLength, HOUR, METRE_OR_MINUTE, MINUTE } from './lengths.ts'
import { joinNotes, Line, type Taken, words } from './line.ts'
import { listNumbersWithin, NUMBER, readNumber } from './numbers.ts'
import { findOwnName } from './own-names.ts'
import { askAtEnd, askInPlace } from './questions.ts'
import type { Question, QuickAddContext } from './reading.ts'
import {
  asks,
  choiceSlot,
  defineReader,
  type Filled,
  fill,
  fillUnless,
  flagSlot,
  patternSlot,
  slot,
  strengthSlot,
} from './slots.ts'
import { isUntimed } from './spoken-time.ts'

/** Pattern of every activity's name, for recognising the kind of a line. */
export const ACTIVITY_WORD = words(activities.ids.map(activity => activities.get(activity).names).join('|'))

/** Clock time stored for an activity that lasted over the whole day. */
const WHOLE_DAY_CLOCK = '12:00'

/** Exertion, 0 to 10, assumed for a plain word until the person confirms it. The warning rules also count 7 as hard. */
const EXERTION_OF_WORDS = { easy: 3, moderate: 5, hard: 7 }

const EXERTION = { what: 'How hard was it', names: ['exertion', 'effort', 'rpe'], isUnnamed: true } as const

const KM_PER_MILE = 1.609344
const M_PER_FOOT = 0.3048

/** Duration written like a clock time: "in 25:30", "in 1:05:30". */
const RACE_TIME = words(String.raw`in\s+(?:(?<hours>\d{1,2}):)?(?<minutes>\d{1,3}):(?<seconds>[0-5]\d)`)

const SWEAT = 'sweat(?:ing)?'

export const readActivity = defineReader('activity')({
  slots: {
    activity: slot(({ line, context }) => {
      const named = takeActivity(line, context)
      return named ? fill(named) : asks(askActivity(line, context))
    }),
    climbM: slot(({ line }) => fill(takeClimb(line))),
    distanceKm: slot(({ line, context }) => takeDistance(line, findActivity(line, context), context)),
    sweat: choiceSlot<SweatLevel>([
      ['none', String.raw`no\s+${SWEAT}`],
      ['light', String.raw`light\s+${SWEAT}`],
      ['moderate', String.raw`moderate\s+${SWEAT}`],
      ['heavy', String.raw`heavy\s+${SWEAT}`],
    ]),
    newOrHarder: flagSlot(
      String.raw`(?:new\s+or\s+)?harder(?:\s+than\s+usual)?|longer\s+than\s+usual|new\s+to\s+me`,
    ),
    cold: flagSlot(String.raw`(?:in\s+(?:the\s+)?)?cold(?:\s+(?:water|weather))?`),
    warmUpMinutes: slot(({ line }) => fill(takeMinutesOf(line, String.raw`warm(?:ed|ing)?[\s-]?up`))),
    coolDownMinutes: slot(({ line }) => fill(takeMinutesOf(line, String.raw`cool(?:ed|ing)?[\s-]?down`))),
    longestBoutMinutes: slot(({ line }) => fill(takeMinutesAfter(line, String.raw`longest(?:\s+stretch)?`))),
    exertion: strengthSlot(EXERTION, EXERTION_OF_WORDS),
    raceSeconds: patternSlot(RACE_TIME, 'length', readRaceSeconds),
  },
  timeOptions: ({ activity, raceSeconds }) => ({
    withLength: raceSeconds === null,
    withAllDay: true,
    longestMinutes: (activity && isStandingOrSitting(activity.activity) ? 16 : 12) * 60,
  }),
  when: (spoken, { activity, distanceKm, raceSeconds }, asking) => {
    const { line, context } = asking
    const isOfStill = activity !== undefined && isStandingOrSitting(activity.activity)
    const time = raceSeconds == null ? spoken : { ...spoken, seconds: raceSeconds }
    const found = findInterval(time, asking)
    const questions: Question[] = found.kind === 'asks' ? [found.question] : []
    const hasLength = found.kind !== 'no-length' && (found.kind !== 'date' || time.seconds !== null)
    if (!hasLength && distanceKm !== undefined) questions.push(askLength(line, isOfStill))
    if (isOfStill && isUntimed(time) && !time.isUntilNow && time.seconds !== null)
      questions.push(askWholeDay(line))
    const wholeDay = isOfStill && found.kind === 'date' && !found.isNight && time.period === null
    if (found.kind === 'date' && !wholeDay)
      questions.push(askClock('At what time did it begin?', time, asking))
    const placed = placeActivity(found, time.seconds, context)
    return placed === null ? asks(...questions) : fillUnless(questions, { ...placed, wholeDay })
  },
  draft: ({ activity, raceSeconds: _, ...values }, { at, offsetMinutes, seconds, wholeDay }, { line }) => ({
    kind: 'activity',
    at,
    offsetMinutes,
    note: joinNotes(activity.note, line.note),
    ...kindsByName.activity.unanswered,
    activity: activity.activity,
    durationMinutes: Math.round(seconds / 60),
    wholeDay,
    ...values,
  }),
})

function readRaceSeconds({ groups }: Taken): number {
  const { hours = '0', minutes, seconds } = groups
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

function placeActivity(
  found: ReturnType<typeof findInterval>,
  seconds: number | null,
  context: QuickAddContext,
): { at: number; offsetMinutes: number; seconds: number } | null {
  if (found.kind === 'interval') return { ...found.from, seconds: found.seconds }
  if (found.kind !== 'date' || seconds === null) return null
  return { ...momentAt(found.date, WHOLE_DAY_CLOCK, context.timeZone), seconds }
}

interface NamedActivity {
  readonly activity: Activity
  /** Typed name of an activity that the list lacks; '' for a listed one. */
  readonly note: string
}

function takeActivity(line: Line, { lists }: QuickAddContext): NamedActivity | null {
  // The first name in the line wins, not the first in the list.
  const first = line.find(ACTIVITY_WORD)
  const own = findOwnName(line, lists, 'activity')
  if (own !== null && own.start <= (first?.start ?? own.start)) {
    line.cover(own, 'activity')
    return { activity: own.key, note: '' }
  }
  if (first === null) return null
  line.cover(first, 'activity')
  const activity = findNamed(first.text)
  if (activity === undefined) return null
  return { activity, note: words(UNLISTED_ACTIVITY).test(first.text) ? first.text : '' }
}

/** Activity that the line names, from the parts already read. */
function findActivity(line: Line, { lists }: QuickAddContext): Activity | null {
  const part = line.parts.find(({ role }) => role === 'activity')
  if (part === undefined) return null
  return findOwnName(new Line(part.text), lists, 'activity')?.key ?? findNamed(part.text) ?? null
}

const findNamed = (text: string): Activity | undefined =>
  activities.where(({ names }) => new RegExp(`^(?:${names})$`, 'iu').test(text))[0]

const askActivity = (line: Line, { lists }: QuickAddContext): Question =>
  askAtEnd(
    line,
    'activity',
    'What did you do?',
    lists.activities.ids.map(activity => {
      const { words, typed } = lists.activities.get(activity)
      return [words, typed]
    }),
  )

/** "10 km", "10k", "5 miles". */
export const DISTANCE = words(String.raw`(?<count>${NUMBER})\s*(?<unit>km|kilomet(?:er|re)s?|k|miles?|mi)`)

const DISTANCE_LIMITS_KM = [0, 500] as const

function takeDistance(
  line: Line,
  activity: Activity | null,
  context: QuickAddContext,
): Filled<number | null> {
  const found = line.take(DISTANCE, 'distance')
  if (found === null) return takeMetres(line, activity, context)
  const kmPerUnit = /^k/i.test(found.groups.unit ?? '') ? 1 : KM_PER_MILE
  const [min, max] = DISTANCE_LIMITS_KM
  const [value] = listNumbersWithin(
    { text: found.groups.count ?? '', limits: [min, max / kmPerUnit], isOfThousands: false },
    context,
  )
  return fill(value === undefined ? null : Math.round(value * kmPerUnit * 100) / 100)
}

const METRES = words(
  String.raw`(?:(?<times>\d{1,2})\s*[x×]\s*)?(?<count>${NUMBER})\s*(?<unit>${METRE_OR_MINUTE}|met(?:er|re)s?)(?!\s+ago(?!\p{L}))`,
)
/** Metres or minutes: "400m" is a distance, "45m" minutes. Values between, and pool lengths, are asked about. */
function takeMetres(line: Line, activity: Activity | null, context: QuickAddContext): Filled<number | null> {
  const found = line.find(METRES)
  if (found === null) return fill(null)
  const { count = '', unit = '', times = '1' } = found.groups
  const length = findLength(line)
  const isOwnLength = length !== null && length.start === found.start && length.end === found.end
  // "1h 30m" is one duration; next to a separate duration, the metres are metres.
  const isPartOfLength =
    length !== null && !isOwnLength && length.start < found.end && found.start < length.end
  const isSpelled = unit.length > 1
  if (
    !isSpelled &&
    (isPartOfLength || (activity !== null && !context.lists.activities.get(activity).coversDistance))
  )
    return fill(null)
  const [value = Number.NaN] = listNumbersWithin(
    { text: count, limits: [1, 100_000], isOfThousands: true },
    context,
  )
  const isDistance =
    isSpelled || value >= SHORTEST_PLAIN_M || (length !== null && !isOwnLength) || line.has(RACE_TIME)
  const isPlainMinutes = activity !== 'swim' && Number.isInteger(value) && value >= 20 && value < 100
  if (!isDistance && isPlainMinutes) return fill(null)
  line.cover(found, 'distance')
  return isDistance
    ? fill(Math.round(value * Number(times)) / 1000)
    : asks(askMetres(found, value, activity, line))
}

/** Smallest number for which "m" cannot mean minutes. */
const SHORTEST_PLAIN_M = 200

function askMetres(found: Taken, value: number, activity: Activity | null, line: Line): Question {
  const times = found.groups.times === undefined ? '' : `${found.groups.times} x `
  const units = value < 20 && activity !== 'swim' ? ['min', 'miles', 'metres'] : ['min', 'metres']
  const answers = units.map(unit => `${times}${value} ${unit}`)
  return askInPlace(line, found, 'unit', `“${found.text}”: minutes or metres?`, answers)
}

function takeClimb(line: Line): number | null {
  const amount = String.raw`(?<count>${NUMBER})\s*(?<unit>${METRE_OR_MINUTE}|met(?:er|re)s?|ft|feet)`
  const found =
    line.take(words(String.raw`${amount}\s+(?:up|uphill|climb(?:ed|ing)?|ascent)`), 'distance') ??
    line.take(words(String.raw`(?:climb(?:ed)?|ascent)\s+${amount}`), 'distance')
  if (found === null) return null
  // A climb is in whole metres, so the sign in "1,200 m" groups thousands.
  const value = readNumber((found.groups.count ?? '').replace(/^(\d+)[.,' ](\d{3})$/, '$1$2'))
  return Math.round(/^f/i.test(found.groups.unit ?? '') ? value * M_PER_FOOT : value)
}

/** Minutes of warm-up or cool-down. "Without a warm-up" is 0; a line that does not mention it gives null. */
function takeMinutesOf(line: Line, names: string): number | null {
  const none = String.raw`(?:without|no|did(?:n['’]?t|\s+not))\s+(?:(?:a|any)\s+)?${names}`
  if (line.take(words(none), 'detail')) return 0
  return takeMinutesAfter(line, String.raw`${names}(?:\s+for)?`)
}

function takeMinutesAfter(line: Line, names: string): number | null {
  const lead = line.find(words(names))
  if (lead === null) return null
  const rest = new RegExp(
    String.raw`^(?:\s*:?\s*)(?:${NUMBER})\s*(?:${MINUTE}|${HOUR})(?![\p{L}\p{N}])`,
    'iu',
  )
  const amount = rest.exec(line.open.slice(lead.end))
  if (amount === null) return null
  const span = { start: lead.end, end: lead.end + amount[0].length }
  const length = findLength(new Line(line.text.slice(span.start, span.end)))
  if (length === null) return null
  line.cover({ start: lead.start, end: span.end }, 'length')
  return Math.round(length.seconds / 60)
}

function askLength(line: Line, isOfStill: boolean): Question {
  const offered = isOfStill ? [30, 60, 120, 180, 300, 480] : [10, 20, 30, 45, 60, 90]
  const answers = offered.map(minutes =>
    minutes < 60 || minutes === 90 ? `${minutes} min` : `${minutes / 60} h`,
  )
  return askAtEnd(line, 'length', 'How long was it?', answers)
}

/** Hours of standing or sitting may be a day's sum or one session. The hours before a cramp depend on it, so it is asked. */
const askWholeDay = (line: Line): Question =>
  askAtEnd(line, 'whole day', 'Over the whole day, or in one go until now?', [
    ['Over the day', 'today'],
    ['Until now', 'until now'],
  ])
