/**
 * Training, nights and drinks of Garmin's account archive (the JSON that its privacy page sends). Activities and drinks have
 * an instant and a wall clock, whose difference is the offset. Nights have instants alone: they take the offset of what else
 * was recorded on that date.
 */

import type { CalendarDate } from '../time/calendar-date.ts'
import { calendarDate, type Moment } from '../time/moment.ts'
import { momentOfEnd } from '../time/time-zone.ts'
import { addSession } from './activity-entries.ts'
import { meaningOfTrackerName } from './activity-names.ts'
import { type Collector, collect, writeMoment } from './collector.ts'
import { createDigestKeys } from './digest-key.ts'
import { addDrinks, type TrackedDrink } from './drink-entries.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { addNights } from './night-entries.ts'
import type { SleepSegment } from './nights.ts'
import { askZone, isOffset, readZoneAnswer, type ZoneClock } from './zones.ts'

export interface GarminActivity {
  readonly id: string
  /** Activity of which this is a part, as in a triathlon; null for one by itself. */
  readonly parentId: string | null
  readonly title: string
  /** Garmin's key: `lap_swimming`. */
  readonly type: string
  /** UTC milliseconds. */
  readonly at: number
  /** Minutes; null where the archive does not say. */
  readonly offset: number | null
  /** Seconds of the timer, pauses excluded. */
  readonly seconds: number
  readonly distanceM: number | null
  readonly climbM: number | null
  /** Exertion that the person stated, 1 to 10. */
  readonly exertion: number | null
}

export interface GarminSleep {
  readonly date: string
  /** UTC milliseconds; null where the watch has no times. */
  readonly start: number | null
  readonly end: number | null
  /** How sure the watch is: `OFF_WRIST`, `UNCONFIRMED`, `ENHANCED_CONFIRMED_FINAL`. */
  readonly confirmation: string
}

/** Amount that was logged; a negative one takes back what was logged before. */
export interface GarminDrink {
  readonly id: string | null
  readonly at: number
  readonly offset: number | null
  readonly volumeMl: number
}

export interface GarminScan {
  readonly activities: readonly GarminActivity[]
  readonly sleeps: readonly GarminSleep[]
  readonly drinks: readonly GarminDrink[]
  /** Losses of sweat that the watch estimated. */
  readonly sweatEstimates: number
  /** Records that cannot be read, by what they are. */
  readonly damaged: readonly string[]
  readonly otherFiles: number
}

const SOURCE = 'Garmin Connect'

export function interpretGarmin(scan: GarminScan, answers: Answers, context: HistoryContext): Interpretation {
  const collector = collect(answers, context)
  const clock = readZoneAnswer(answers)
  const placed = { activities: onlyOnce(scan.activities), drinks: scan.drinks }
  const known = findMoments([...placed.activities, ...placed.drinks])
  const needsZone =
    [...placed.activities, ...placed.drinks].some(({ offset }) => !isKnown(offset)) ||
    scan.sleeps.some(sleep => isNight(sleep) && !known.has(sleep.date))
  if (needsZone || clock !== null) collector.ask(askZone(context))
  for (const what of scan.damaged) collector.leaveOut('a damaged record', what, '')
  collector.ignore('Estimates of sweat', scan.sweatEstimates)
  collector.ignore('Files of other measurements', scan.otherFiles)
  if (needsZone && clock === null) return collector.finish()
  for (const activity of placed.activities) addActivity(activity, clock, collector)
  addSleeps(scan.sleeps, known, clock, collector)
  addLoggedDrinks(placed.drinks, clock, collector)
  return collector.finish()
}

/** Activities by id, each once, and those of several sports by their parts. */
function onlyOnce(activities: readonly GarminActivity[]): GarminActivity[] {
  const parents = new Set(activities.map(({ parentId }) => parentId))
  return [...new Map(activities.map(activity => [activity.id, activity])).values()].filter(
    ({ id }) => !parents.has(id),
  )
}

const isKnown = (offset: number | null): offset is number => offset !== null && isOffset(offset)

/** Something that was recorded with an offset, by its date. */
function findMoments(
  records: readonly Pick<GarminActivity, 'at' | 'offset'>[],
): ReadonlyMap<CalendarDate, Moment> {
  const moments = records.flatMap(({ at, offset }) =>
    isKnown(offset) ? [{ at, offsetMinutes: offset }] : [],
  )
  return new Map(moments.map(moment => [calendarDate(moment), moment]))
}

function placeAt(at: number, offset: number | null, clock: ZoneClock | null): Moment | null {
  if (isKnown(offset)) return { at, offsetMinutes: offset }
  return clock?.ofInstant(at) ?? null
}

function addActivity(activity: GarminActivity, clock: ZoneClock | null, collector: Collector): void {
  const { id, title, type, at, offset, seconds, distanceM, climbM, exertion } = activity
  const start = placeAt(at, offset, clock)
  if (start === null) return
  const name = type.replaceAll('_', ' ')
  addSession(
    {
      key: id,
      loggedAt: null,
      name: name.charAt(0).toUpperCase() + name.slice(1),
      meaning: meaningOfTrackerName(type),
      ...{ start, seconds, distanceM, climbM, exertion },
      waterTemperatureC: null,
      texts: [title],
    },
    collector,
  )
}

/** Reasons against a night by what the watch says of it. */
const UNSURE: ReadonlyMap<string, string> = new Map([
  ['OFF_WRIST', 'the watch was not worn'],
  ['UNCONFIRMED', 'the watch was not sure of this night'],
])

const isNight = ({ start, end, confirmation }: GarminSleep) =>
  start !== null && end !== null && !UNSURE.has(confirmation)

function addSleeps(
  sleeps: readonly GarminSleep[],
  known: ReadonlyMap<CalendarDate, Moment>,
  clock: ZoneClock | null,
  collector: Collector,
): void {
  const place = (date: CalendarDate, at: number): Moment | null => {
    const ofDate = known.get(date)
    // By the offset of the date, or by the person's zone if that had it: then a clock change in the night counts.
    if (ofDate !== undefined) return momentOfEnd(at, ofDate, collector.context.timeZone)
    return clock?.ofInstant(at) ?? null
  }
  const segments: SleepSegment[] = []
  for (const sleep of sleeps) {
    const { date, start, end, confirmation } = sleep
    const moment = start === null ? null : place(date, start)
    const reason = UNSURE.get(confirmation) ?? (start === null || end === null ? 'no times are given' : null)
    if (reason !== null) collector.leaveOut(reason, 'Sleep', date)
    else if (moment !== null && end !== null) segments.push({ state: 'asleep', start: moment, end })
  }
  addNights(new Map([[SOURCE, segments]]), [], collector)
}

function addLoggedDrinks(
  drinks: readonly GarminDrink[],
  clock: ZoneClock | null,
  collector: Collector,
): void {
  const keyOf = createDigestKeys()
  const tracked = drinks
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ id, at, offset, volumeMl }): TrackedDrink[] => {
      const start = placeAt(at, offset, clock)
      const key = id ?? keyOf(['drink', at, volumeMl])
      return start === null ? [] : [{ key, source: SOURCE, loggedAt: null, start, end: at, volumeMl }]
    })
  const kept = takeBack(tracked, collector)
  addDrinks(kept, [], [], collector)
  if (kept.length > 0) collector.note('Times of drinks are those of logging them.')
}

/**
 * Drinks without those that a negative amount took back: the last equal one of its date, else as much as it says from the
 * last ones of its date.
 *
 * @param drinks by time
 */
function takeBack(drinks: readonly TrackedDrink[], collector: Collector): TrackedDrink[] {
  let kept: TrackedDrink[] = []
  const leaveOut = (drink: TrackedDrink, reason: string) =>
    collector.leaveOut(reason, `Drink, ${Math.round(drink.volumeMl ?? 0)} ml`, writeMoment(drink.start))
  for (const drink of drinks) {
    const volumeMl = drink.volumeMl ?? 0
    if (volumeMl >= 0) {
      kept.push(drink)
      continue
    }
    const isOfDate = (other: TrackedDrink) => calendarDate(other.start) === calendarDate(drink.start)
    const equal = kept.findLast(other => isOfDate(other) && other.volumeMl === -volumeMl)
    let missing = -volumeMl
    for (const other of equal === undefined ? kept.filter(isOfDate).reverse() : [equal]) {
      const taken = Math.min(missing, other.volumeMl ?? 0)
      missing -= taken
      const rest = (other.volumeMl ?? 0) - taken
      if (rest === 0) leaveOut(other, 'taken back later')
      kept = kept.flatMap(one => {
        if (one !== other) return [one]
        return rest === 0 ? [] : [{ ...other, volumeMl: rest }]
      })
      if (missing === 0) break
    }
    if (missing > 0) leaveOut(drink, 'takes back more than was logged that day')
  }
  return kept
}
