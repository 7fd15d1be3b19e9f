/** "ran 40 min hard", "stood 5 h today", "10 km bike ride 9:00 to 9:40". */

import { type Activity, activities, UNLISTED_ACTIVITY } from '../kinds/activities.ts'
import type { ActivityDraft } from '../kinds/activity.ts'
import { momentAt } from '../time/time-zone.ts'
import { askClock } from './clock-questions.ts'
import { findInterval } from './intervals.ts'
import { findLength, HOUR, METRE_OR_MINUTE, MINUTE } from './lengths.ts'
import { Line, type Taken, words } from './line.ts'
import { listNumbersWithin, NUMBER, readNumber } from './numbers.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { takeTime } from './spoken-time.ts'
import { takeStrength } from './strength.ts'

/** Every word for an activity, for telling that a line is about one. */
export const ACTIVITY_WORD = words(activities.ids.map(activity => activities.get(activity).names).join('|'))

/** A whole day's standing stands at its noon. */
const WHOLE_DAY_CLOCK = '12:00'

/** What the plain words stand for until somebody says otherwise: 7 of 10 is hard in the warning rules as well. */
const EXERTION_OF_WORDS = { easy: 3, moderate: 5, hard: 7 }

const EXERTION = { what: 'How hard was it', names: ['exertion', 'effort', 'rpe'], isUnnamed: true } as const

const KM_PER_MILE = 1.609344
const M_PER_FOOT = 0.3048

export function readActivity(line: Line, context: QuickAddContext): Built {
  const named = takeActivity(line)
  const activity = named?.activity ?? null
  const climbM = takeClimb(line)
  const distance = takeDistance(line, activity, context)
  const sweat = line.take(words(String.raw`(?<sweat>no|light|moderate|heavy)\s+sweat(?:ing)?`), 'detail')
  const isHarder = line.has(HARDER) && line.take(HARDER, 'detail') !== null
  const cold = line.take(words(String.raw`(?:in\s+(?:the\s+)?)?cold(?:\s+(?:water|weather))?`), 'detail')
  const warmUpMinutes = takeMinutesOf(line, String.raw`warm(?:ed|ing)?[\s-]?up`)
  const coolDownMinutes = takeMinutesOf(line, String.raw`cool(?:ed|ing)?[\s-]?down`)
  const longestBoutMinutes = takeMinutesAfter(line, String.raw`longest(?:\s+stretch)?`)
  const strength = takeStrength({ line, context }, EXERTION, EXERTION_OF_WORDS)
  const inTime = takeRaceTime(line)
  const isStill = activity !== null && activities.get(activity).isStill
  const spoken = takeTime(line, context, {
    withLength: inTime === null,
    withAllDay: true,
    longestMinutes: (isStill ? 16 : 12) * 60,
  })
  const time = inTime === null ? spoken : { ...spoken, seconds: inTime }
  const found = findInterval(time, { line, context })

  const questions: Question[] = activity === null ? [askActivity(line)] : []
  if (distance.question) questions.push(distance.question)
  if (strength.question) questions.push(strength.question)
  if (found.kind === 'asks') questions.push(found.question)
  const hasLength = found.kind !== 'no-length' && (found.kind !== 'date' || time.seconds !== null)
  if (!hasLength && distance.question === null) questions.push(askLength(line, isStill))
  const isUntimed = time.day === null && time.period === null && time.from === null && time.to === null
  if (isStill && isUntimed && time.agoMs === null && !time.isNow && !time.isUntilNow && time.seconds !== null)
    questions.push(askWholeDay(line))
  const isWholeDay = isStill && found.kind === 'date' && !found.isNight && time.period === null
  if (found.kind === 'date' && !isWholeDay)
    questions.push(askClock('At what time did it begin?', time, { line, context }))
  if (questions.length > 0) return { draft: null, questions }

  const placed = placeActivity(found, time.seconds, context)
  if (placed === null || activity === null) return { draft: null, questions }
  const draft: ActivityDraft = {
    kind: 'activity',
    at: placed.at,
    offsetMinutes: placed.offsetMinutes,
    note: [named?.note ?? '', line.note].filter(text => text !== '').join('; '),
    activity,
    durationMinutes: Math.round(placed.seconds / 60),
    wholeDay: isWholeDay,
    longestBoutMinutes,
    exertion: strength.value,
    newOrHarder: isHarder ? true : null,
    sweat: readSweat(sweat?.groups.sweat),
    cold: cold ? true : null,
    warmUpMinutes,
    coolDownMinutes,
    distanceKm: distance.km,
    climbM,
    waterTemperatureC: null,
  }
  return { draft, questions, ...(strength.assumption && { assumptions: [strength.assumption] }) }
}

const HARDER = words(
  String.raw`(?:new\s+or\s+)?harder(?:\s+than\s+usual)?|longer\s+than\s+usual|new\s+to\s+me`,
)

/** "in 25:30", "in 1:05:30": a length, written like a clock time. */
const RACE_TIME = words(String.raw`in\s+(?:(?<hours>\d{1,2}):)?(?<minutes>\d{1,3}):(?<seconds>[0-5]\d)`)

function takeRaceTime(line: Line): number | null {
  const found = line.take(RACE_TIME, 'length')
  if (found === null) return null
  const { hours = '0', minutes, seconds } = found.groups
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
  /** What it was, where the journal has no word for it. */
  readonly note: string
}

function takeActivity(line: Line): NamedActivity | null {
  // The first word that names one, wherever its name stands in the list.
  const first = line.find(ACTIVITY_WORD)
  if (first === null) return null
  line.cover(first, 'activity')
  const [activity] = activities.where(({ names }) => new RegExp(`^(?:${names})$`, 'iu').test(first.text))
  if (activity === undefined) return null
  return { activity, note: words(UNLISTED_ACTIVITY).test(first.text) ? first.text : '' }
}

function askActivity(line: Line): Question {
  return {
    about: 'activity',
    text: 'What did you do?',
    options: activities.ids.map(activity => ({
      label: activities.words[activity],
      line: line.append(activities.get(activity).typed),
    })),
  }
}

/** "10 km", "10k", "5 miles". */
export const DISTANCE = words(String.raw`(?<count>${NUMBER})\s*(?<unit>km|kilomet(?:er|re)s?|k|miles?|mi)`)

interface Distance {
  readonly km: number | null
  readonly question: Question | null
}

const DISTANCE_LIMITS_KM = [0, 500] as const

function takeDistance(line: Line, activity: Activity | null, context: QuickAddContext): Distance {
  const found = line.take(DISTANCE, 'distance')
  if (found === null) return takeMetres(line, activity, context)
  const kmPerUnit = /^k/i.test(found.groups.unit ?? '') ? 1 : KM_PER_MILE
  const [min, max] = DISTANCE_LIMITS_KM
  const [value] = listNumbersWithin(
    { text: found.groups.count ?? '', limits: [min, max / kmPerUnit], isOfThousands: false },
    context,
  )
  return { km: value === undefined ? null : Math.round(value * kmPerUnit * 100) / 100, question: null }
}

const METRES = words(
  String.raw`(?:(?<times>\d{1,2})\s*[x×]\s*)?(?<count>${NUMBER})\s*(?<unit>${METRE_OR_MINUTE}|met(?:er|re)s?)(?!\s+ago(?!\p{L}))`,
)
/** "400m" is a distance, "45m" minutes; between them, and for lengths of a pool, it is asked. */
function takeMetres(line: Line, activity: Activity | null, context: QuickAddContext): Distance {
  const none: Distance = { km: null, question: null }
  const found = line.find(METRES)
  if (found === null) return none
  const { count = '', unit = '', times = '1' } = found.groups
  const length = findLength(line)
  const isOwnLength = length !== null && length.start === found.start && length.end === found.end
  // "1h 30m" is one length of time; beside another one the metres are metres.
  const isPartOfLength =
    length !== null && !isOwnLength && length.start < found.end && found.start < length.end
  const isSpelled = unit.length > 1
  if (!isSpelled && (isPartOfLength || (activity !== null && !activities.get(activity).coversDistance)))
    return none
  const [value = Number.NaN] = listNumbersWithin(
    { text: count, limits: [1, 100_000], isOfThousands: true },
    context,
  )
  const isDistance =
    isSpelled || value >= SHORTEST_PLAIN_M || (length !== null && !isOwnLength) || line.has(RACE_TIME)
  const isPlainMinutes = activity !== 'swim' && Number.isInteger(value) && value >= 20 && value < 100
  if (!isDistance && isPlainMinutes) return none
  line.cover(found, 'distance')
  if (isDistance) return { km: Math.round(value * Number(times)) / 1000, question: null }
  return { km: null, question: askMetres(found, value, activity, line) }
}

/** From here on "m" is no minutes. */
const SHORTEST_PLAIN_M = 200

function askMetres(found: Taken, value: number, activity: Activity | null, line: Line): Question {
  const times = found.groups.times === undefined ? '' : `${found.groups.times} x `
  const units = value < 20 && activity !== 'swim' ? ['min', 'miles', 'metres'] : ['min', 'metres']
  return {
    about: 'unit',
    text: `“${found.text}”: minutes or metres?`,
    options: units.map(unit => ({
      label: `${times}${value} ${unit}`,
      line: line.replace(found, `${times}${value} ${unit}`),
    })),
  }
}

function takeClimb(line: Line): number | null {
  const amount = String.raw`(?<count>${NUMBER})\s*(?<unit>${METRE_OR_MINUTE}|met(?:er|re)s?|ft|feet)`
  const found =
    line.take(words(String.raw`${amount}\s+(?:up|uphill|climb(?:ed|ing)?|ascent)`), 'distance') ??
    line.take(words(String.raw`(?:climb(?:ed)?|ascent)\s+${amount}`), 'distance')
  if (found === null) return null
  // A climb of thousandths is none: the sign in "1,200 m" groups.
  const value = readNumber((found.groups.count ?? '').replace(/^(\d+)[.,' ](\d{3})$/, '$1$2'))
  return Math.round(/^f/i.test(found.groups.unit ?? '') ? value * M_PER_FOOT : value)
}

/** "Without a warm-up" is none, which is more than nothing said. */
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

function readSweat(word: string | undefined): ActivityDraft['sweat'] {
  switch (word?.toLowerCase()) {
    case 'no':
      return 'none'
    case 'light':
      return 'light'
    case 'moderate':
      return 'moderate'
    case 'heavy':
      return 'heavy'
    default:
      return null
  }
}

function askLength(line: Line, isStill: boolean): Question {
  const offered = isStill ? [30, 60, 120, 180, 300, 480] : [10, 20, 30, 45, 60, 90]
  return {
    about: 'length',
    text: 'How long was it?',
    options: offered.map(minutes => {
      const words = minutes < 60 || minutes === 90 ? `${minutes} min` : `${minutes / 60} h`
      return { label: words, line: line.append(words) }
    }),
  }
}

/** Hours of standing may be a day's sum or one stretch: what came before a cramp differs. */
function askWholeDay(line: Line): Question {
  return {
    about: 'whole day',
    text: 'Over the whole day, or in one go until now?',
    options: [
      { label: 'Over the day', line: line.append('today') },
      { label: 'Until now', line: line.append('until now') },
    ],
  }
}
