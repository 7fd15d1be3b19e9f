/** "ran 40 min hard", "stood 5 h today", "10 km bike ride 9:00 to 9:40". */
import { type Activity, type ActivityDraft, stillActivities } from '../journal/activity.ts'
import { momentAt } from '../time/time-zone.ts'
import { askClock } from './clock-questions.ts'
import { findInterval } from './intervals.ts'
import { Line, words } from './line.ts'
import { NUMBER, readNumber, takeSeconds } from './numbers.ts'
import type { Built, Question, QuickAddContext } from './reading.ts'
import { takeTime } from './spoken-time.ts'
import { takeStrength } from './strength.ts'

const activityNames: readonly (readonly [Activity, string])[] = [
  [
    'court-or-field-sport',
    'football|soccer|tennis|basketball|volleyball|badminton|squash|hockey|rugby|handball|padel',
  ],
  ['strength', String.raw`strength(?:\s+training)?|weights|weight\s+lifting|lifted\s+weights|gym`],
  ['gardening-or-housework', 'gardening|gardened|housework|cleaning|cleaned|mowed|mowing|raking|raked'],
  ['sitting-or-travel', 'sat|sitting|drove|driving|travell?ed|travell?ing|flight|flew'],
  ['standing', 'stood|standing'],
  ['run', 'ran|run|running|jog|jogged|jogging'],
  ['cycle', String.raw`cycled|cycle|cycling|biked|bike(?:\s+ride)?|biking|rode`],
  ['swim', 'swam|swim|swimming'],
  ['walk', 'walked|walk|walking|hiked|hike|hiking'],
]

/** Every word for an activity, for telling that a line is about one. */
export const ACTIVITY_WORD = words(activityNames.map(([, names]) => names).join('|'))

/** A whole day's standing stands at its noon. */
const WHOLE_DAY_CLOCK = '12:00'

/** What the plain words stand for until somebody says otherwise: 7 of 10 is hard in the warning rules as well. */
const EXERTION_OF_WORDS = { easy: 3, moderate: 5, hard: 7 }

const EXERTION = { what: 'How hard was it', names: ['exertion', 'effort', 'rpe'], isUnnamed: true } as const

const KM_PER_MILE = 1.609344
const M_PER_FOOT = 0.3048

export function readActivity(line: Line, context: QuickAddContext): Built {
  const activity = takeActivity(line)
  const distanceKm = takeDistance(line)
  const climbM = takeClimb(line)
  const sweat = line.take(words(String.raw`(?<sweat>no|light|moderate|heavy)\s+sweat(?:ing)?`), 'detail')
  const isHarder = line.has(HARDER) && line.take(HARDER, 'detail') !== null
  const cold = line.take(words(String.raw`(?:in\s+(?:the\s+)?)?cold(?:\s+(?:water|weather))?`), 'detail')
  const warmUpMinutes = takeMinutesAfter(line, String.raw`warm(?:ed)?[\s-]?up(?:\s+for)?`)
  const coolDownMinutes = takeMinutesAfter(line, String.raw`cool(?:ed)?[\s-]?down(?:\s+for)?`)
  const longestBoutMinutes = takeMinutesAfter(line, String.raw`longest(?:\s+stretch)?`)
  const strength = takeStrength({ line, context }, EXERTION, EXERTION_OF_WORDS)
  const time = takeTime(line, context, { withLength: true })
  const found = findInterval(time, { line, context })

  const isStill = activity !== null && stillActivities.has(activity)
  const questions: Question[] = strength.question ? [strength.question] : []
  if (found.kind === 'asks') questions.push(found.question)
  if (found.kind === 'no-length' || (found.kind === 'date' && time.seconds === null))
    questions.push(askLength(line, isStill))
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
    note: line.note,
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
    distanceKm,
    climbM,
    waterTemperatureC: null,
  }
  return { draft, questions, ...(strength.assumption && { assumptions: [strength.assumption] }) }
}

const HARDER = words(
  String.raw`(?:new\s+or\s+)?harder(?:\s+than\s+usual)?|longer\s+than\s+usual|new\s+to\s+me`,
)

function placeActivity(
  found: ReturnType<typeof findInterval>,
  seconds: number | null,
  context: QuickAddContext,
): { at: number; offsetMinutes: number; seconds: number } | null {
  if (found.kind === 'interval') return { ...found.from, seconds: found.seconds }
  if (found.kind !== 'date' || seconds === null) return null
  return { ...momentAt(found.date, WHOLE_DAY_CLOCK, context.timeZone), seconds }
}

function takeActivity(line: Line): Activity | null {
  // The first word that names one, wherever its name stands in the list.
  const first = line.find(ACTIVITY_WORD)
  if (first === null) return null
  line.cover(first, 'activity')
  return activityNames.find(([, names]) => new RegExp(`^(?:${names})$`, 'iu').test(first.text))?.[0] ?? null
}

function takeDistance(line: Line): number | null {
  const found = line.take(
    words(String.raw`(?<count>${NUMBER})\s*(?<unit>km|kilomet(?:er|re)s?|miles?|mi)`),
    'distance',
  )
  if (found === null) return null
  const value = readNumber(found.groups.count ?? '')
  const km = /^k/i.test(found.groups.unit ?? '') ? value : value * KM_PER_MILE
  return Math.round(km * 100) / 100
}

function takeClimb(line: Line): number | null {
  const amount = String.raw`(?<count>\d{1,5})\s*(?<unit>m|met(?:er|re)s?|ft|feet)`
  const found =
    line.take(words(String.raw`${amount}\s+(?:up|uphill|climb(?:ed|ing)?|ascent)`), 'distance') ??
    line.take(words(String.raw`(?:climb(?:ed)?|ascent)\s+${amount}`), 'distance')
  if (found === null) return null
  const value = Number(found.groups.count)
  return Math.round(/^f/i.test(found.groups.unit ?? '') ? value * M_PER_FOOT : value)
}

function takeMinutesAfter(line: Line, names: string): number | null {
  const lead = line.find(words(names))
  if (lead === null) return null
  const rest = new RegExp(
    String.raw`^(?:\s*:?\s*)(?:${NUMBER})\s*(?:min|mins|minutes?|h|hours?)(?![\p{L}\p{N}])`,
    'iu',
  )
  const amount = rest.exec(line.open.slice(lead.end))
  if (amount === null) return null
  const span = { start: lead.end, end: lead.end + amount[0].length }
  const minutes = takeSeconds(new Line(line.text.slice(span.start, span.end)))
  if (minutes === null) return null
  line.cover({ start: lead.start, end: span.end }, 'length')
  return Math.round(minutes / 60)
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
