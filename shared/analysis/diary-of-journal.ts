/**
 * From the journal to the diary that is analysed: which entries belong to which exposure, and on which dates the journal
 * is known to be complete for it.
 *
 * Days are those of the journal, see `shared/kinds/day-hours.ts`: a check-in speaks of the 24 hours of the page it was
 * given on, an entry proves the day it counts for. A day is tracked for an exposure only if every answer the exposure
 * rests on is known for it:
 *
 *   drinks      the person said that the day's drinks are all there; a drink alone proves nothing
 *   alcohol     the same, or an alcoholic drink was logged
 *   footwear    a shoe was put on that day, or "none"; and the support (or fit) and the end of every wearing are known
 *   sport       a session was logged, or "none"; and sweat, warm-up, novelty, cold are known of every session
 *   salt        sweat is known, and either the drinks or the day's own answer tell whether something made good for it
 *   standing,   logged, or the day's activities are complete: a run alone does not say that nobody stood
 *   sitting
 *   stretching  logged, or "none"
 *   food        as drinks; an amount left open in an entry is then none
 *   the day     (heat, illness, foot exercises) said of that date, or the day is complete and it was not said
 *   nights      the sleep record itself, with both its times
 *
 * An amount that is not known (the exertion of a session, the caffeine of a tea) makes unknown just the windows it falls
 * into.
 */
import { type Activity, stillActivities } from '../kinds/activity.ts'
import type { CheckIn, TrackedKind } from '../kinds/check-in.ts'
import { createDayHours, type DayHours } from '../kinds/day-hours.ts'
import type { Entry, EntryOf } from '../kinds/entry.ts'
import { type Drink, plainWaters } from '../kinds/fluid.ts'
import type { Shoe } from '../kinds/footwear.ts'
import { type Moment, MS_PER_MINUTE, type WallHours, wallClockMs } from '../time/moment.ts'
import { momentOfEnd } from '../time/time-zone.ts'
import { joinIntervals } from './coverage.ts'
import { getCrampDay } from './cramp-days.ts'
import { type CrampFilter, describeStudied, everyCramp } from './cramp-filter.ts'
import type { DayNumber, DayValue, Diary, DiaryEntry, Interval, LocalMinutes } from './diary.ts'
import { describeDays, describeDiet, describeNights, describeStretching } from './diary-of-habits.ts'
import { type ExposureKey, LONG_SITTING_MINUTES } from './exposures.ts'

/** What of a journal the analysis reads. */
export interface JournalForAnalysis {
  /** In any order, without the trash. */
  readonly entries: readonly Entry[]
  readonly checkIns: readonly CheckIn[]
  readonly shoes: readonly Shoe[]
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
  /** IANA name of the zone the person is in: ends of nights are told by its clock. */
  readonly timeZone: string
  /** The cramps that are asked about; every one unless told. */
  readonly filter?: CrampFilter
}

type Fluid = EntryOf<'fluid'>
type Footwear = EntryOf<'footwear'>
type Session = EntryOf<'activity'>

/** Nobody warms up for a walk to the shop: of these, a warm-up not written down is no gap. */
const gentleActivities: ReadonlySet<Activity> = new Set(['walk', 'gardening-or-housework'])
const alcoholicDrinks: ReadonlySet<Drink> = new Set(['beer', 'wine', 'spirits'])
const electrolyteDrinks: ReadonlySet<Drink> = new Set([
  'sports-drink',
  'oral-rehydration',
  'coconut-water',
  'soup',
])

/** Drinks that may or may not hold caffeine: unless it is written down, nobody knows. */
const perhapsWithCaffeine: ReadonlySet<Drink> = new Set(['tea', 'soft-drink', 'diet-drink', 'other'])

/** What is sold as "alcohol-free" may hold so much, in % by volume. */
const ALCOHOL_FREE_PERCENT = 0.5
/** An electrolyte drink belongs to a session from an hour before it until so long after it. */
const ELECTROLYTES_FROM_MS = -60 * MS_PER_MINUTE
const ELECTROLYTES_UNTIL_MS = 240 * MS_PER_MINUTE

export function createDiary({
  entries,
  checkIns,
  shoes,
  offWeekdays,
  dayStartMinutes,
  timeZone,
  filter = everyCramp,
}: JournalForAnalysis): Diary {
  const ofKind = <Kind extends Entry['kind']>(kind: Kind) =>
    entries.filter((entry): entry is EntryOf<Kind> => entry.kind === kind)
  const cramps = ofKind('cramp')
  const drinks = ofKind('fluid')
  const worn = ofKind('footwear')
  const activities = ofKind('activity')
  const sessions = activities.filter(({ activity }) => !stillActivities.has(activity))
  const { getHours, listCheckedIn: checkedIn, listDays } = createDayHours(checkIns, dayStartMinutes)
  const daysOf = (of: readonly Entry[]) => of.flatMap(listDays)

  const fluidDates = checkedIn('fluid')
  const activityDates = checkedIn('activity')
  const shoeById = new Map(shoes.map(shoe => [shoe.id, shoe]))
  const shoeOf = (wearing: Footwear) => shoeById.get(wearing.shoeId)
  const standing = describeStill(
    activities,
    'standing',
    activityDates,
    listDays,
    ({ durationMinutes }) => durationMinutes,
    (minutes, more) => minutes + more,
    minutes => minutes,
  )
  const sitting = describeStill(
    activities,
    'sitting-or-travel',
    activityDates,
    listDays,
    getUnbrokenMinutes,
    Math.max,
    minutes => Number(minutes >= LONG_SITTING_MINUTES),
  )

  const footwearDates = union(checkedIn('footwear'), daysOf(worn))
  const sessionDates = union(activityDates, daysOf(sessions))
  const withheld = (unknown: readonly Session[]) => except(sessionDates, daysOf(unknown))
  const wornUnknown = (answer: (shoe: Shoe | undefined) => unknown) =>
    except(
      footwearDates,
      worn
        .filter(wearing => wearing.takenOffAt === null || answer(shoeOf(wearing)) == null)
        .flatMap(wearing => listWornDays(wearing, { listDays, timeZone })),
    )
  const sweatKnown = withheld(sessions.filter(({ sweat }) => sweat === null))
  const alcoholic = drinks.filter(({ drink, alcoholPercent }) =>
    alcoholPercent === null ? alcoholicDrinks.has(drink) : alcoholPercent > ALCOHOL_FREE_PERCENT,
  )
  const findElectrolytes = createElectrolyteSearch(drinks)
  const saltAnswers = new Map(
    ofKind('day').flatMap(day => {
      const { saltAfterSweat: answer } = day
      return answer === null ? [] : listDays(day).map((number): [DayNumber, boolean] => [number, answer])
    }),
  )
  const stretching = describeStretching(ofKind('stretch'), checkedIn('stretch'), listDays)
  const diet = describeDiet(ofKind('food'), checkedIn('food'))
  const days = describeDays(ofKind('day'), checkedIn('day'), listDays)
  const sleep = describeNights(ofKind('night'), timeZone)

  const tracked: Readonly<Record<string, readonly DayNumber[]>> = {
    fluids: [...fluidDates],
    'plain-water': [...fluidDates],
    alcohol: [...union(fluidDates, daysOf(alcoholic))],
    caffeine: [...fluidDates],
    'sweat-salt': [...sweatKnown].filter(date => fluidDates.has(date) || saltAnswers.has(date)),
    'activity-load': [...sessionDates],
    'activity-new': [...withheld(sessions.filter(({ newOrHarder }) => newOrHarder === null))],
    warmup: [
      ...withheld(
        sessions.filter(
          ({ activity, warmUpMinutes }) => warmUpMinutes === null && !gentleActivities.has(activity),
        ),
      ),
    ],
    'cold-exposure': [...withheld(sessions.filter(({ cold }) => cold === null))],
    footwear: [...wornUnknown(shoe => shoe)],
    'footwear-unsupportive': [...wornUnknown(shoe => shoe?.archSupport)],
    'footwear-tight': [...wornUnknown(shoe => shoe?.fit)],
    standing: standing.tracked,
    sitting: sitting.tracked,
    ...stretching.tracked,
    ...diet.tracked,
    ...days.tracked,
  }
  return {
    offWeekdays,
    ...describeStudied(cramps, [...checkedIn('cramp')], filter),
    utcOffsetMinutes: findClocks(entries),
    trackedDates: tracked,
    trackedHours: Object.fromEntries(
      Object.entries(tracked).map(([key, known]) => [
        key,
        joinIntervals(known.map(day => toInterval(getHours(kindOfTracked(key), day)))),
      ]),
    ),
    entries: {
      fluids: drinks.map(drink => atOnce(drink, drink.volumeMl)),
      'plain-water': drinks
        .filter(({ drink }) => plainWaters.has(drink))
        .map(drink => atOnce(drink, drink.volumeMl)),
      alcohol: alcoholic.map(drink => atOnce(drink, null)),
      caffeine: drinks.flatMap(drink => {
        const count = countCaffeine(drink)
        return count === 0 ? [] : [atOnce(drink, count)]
      }),
      'sweat-salt': sessions
        .filter(({ sweat }) => sweat === 'heavy')
        .map(session => ({
          ...during(session, null),
          ...(listDays(session).some(day => saltAnswers.get(day))
            ? madeGoodAtEnd(session)
            : findElectrolytes(session)),
        })),
      'activity-load': sessions.map(session => ({
        ...during(session, session.exertion === null ? null : session.durationMinutes * session.exertion),
        ...listDays(session)
          .slice(0, 1)
          .map(day => ({ day }))[0],
      })),
      'activity-new': sessions
        .filter(({ newOrHarder }) => newOrHarder === true)
        .map(session => during(session, null)),
      warmup: sessions
        .filter(({ warmUpMinutes }) => warmUpMinutes === 0)
        .map(session => during(session, null)),
      'cold-exposure': sessions.filter(({ cold }) => cold === true).map(session => during(session, null)),
      // By shoe, for what is told shoe by shoe.
      footwear: worn.flatMap(wearing =>
        describeWearing(wearing).map(entry => ({ ...entry, type: String(wearing.shoeId) })),
      ),
      'footwear-unsupportive': worn
        .filter(wearing => ['none', 'little'].includes(shoeOf(wearing)?.archSupport ?? ''))
        .flatMap(describeWearing),
      'footwear-tight': worn
        .filter(wearing => ['tight', 'narrow'].includes(shoeOf(wearing)?.fit ?? ''))
        .flatMap(describeWearing),
      standing: standing.entries,
      sitting: sitting.entries,
      ...stretching.entries,
      ...diet.entries,
      ...days.entries,
    } satisfies Partial<Record<ExposureKey | 'fluids' | 'plain-water' | 'footwear', readonly DiaryEntry[]>>,
    dateValues: { standing: standing.byDate, sitting: sitting.byDate, 'heat-day': days.heat },
    nights: sleep.nights,
    nightValues: sleep.values,
  }
}

const localMinutes = (moment: Moment): LocalMinutes => Math.floor(wallClockMs(moment) / MS_PER_MINUTE)

/** The kind of entry whose days a key of tracked dates is about. */
function kindOfTracked(key: string): TrackedKind {
  if (['fluids', 'plain-water', 'alcohol', 'caffeine'].includes(key)) return 'fluid'
  if (key.startsWith('footwear')) return 'footwear'
  if (key.startsWith('stretch')) return 'stretch'
  if (key.startsWith('diet')) return 'food'
  return ['foot-strength', 'illness-loss', 'heat-day'].includes(key) ? 'day' : 'activity'
}

const toInterval = ({ fromWallMs, toWallMs }: WallHours): Interval => ({
  from: fromWallMs / MS_PER_MINUTE,
  until: toWallMs / MS_PER_MINUTE,
})
const loggedAtOf = (entry: Entry): LocalMinutes =>
  localMinutes({ at: entry.loggedAt, offsetMinutes: entry.offsetMinutes })

const union = (dates: Iterable<DayNumber>, more: Iterable<DayNumber>) => new Set([...dates, ...more])
function except(dates: ReadonlySet<DayNumber>, left: readonly DayNumber[]): Set<DayNumber> {
  const without = new Set(left)
  return new Set([...dates].filter(date => !without.has(date)))
}

function atOnce(drink: Fluid, amount: number | null): DiaryEntry {
  const time = localMinutes(drink)
  return { start: time, end: time, amount, isRelief: drink.reliefOf !== null, loggedAt: loggedAtOf(drink) }
}

function during(activity: Session, amount: number | null): DiaryEntry {
  const start = localMinutes(activity)
  return { start, end: start + activity.durationMinutes, amount, loggedAt: loggedAtOf(activity) }
}

/** The person's word for the day names no hour: what made good for the sweat is taken to have followed at once. */
function madeGoodAtEnd(session: Session): { madeGoodAt: LocalMinutes } {
  return { madeGoodAt: during(session, null).end }
}

/** A wearing without an end says nothing about how long: its dates are not tracked, and it is left out. */
function describeWearing(wearing: Footwear): DiaryEntry[] {
  if (wearing.takenOffAt === null) return []
  const start = localMinutes(wearing)
  const end = start + Math.round((wearing.takenOffAt - wearing.at) / MS_PER_MINUTE)
  return [{ start, end, amount: null, loggedAt: loggedAtOf(wearing) }]
}

/** The days a wearing touches, and makes unknown if it is; of one without an end only the first is known. */
function listWornDays(
  wearing: Footwear,
  { listDays, timeZone }: Pick<DayHours, 'listDays'> & { readonly timeZone: string },
): DayNumber[] {
  const { kind, takenOffAt } = wearing
  if (takenOffAt === null) return [...listDays(wearing)]
  return [...listDays(wearing), ...listDays({ kind, ...momentOfEnd(takenOffAt - 1, wearing, timeZone) })]
}

/** 1 for a drink with caffeine, 0 for one without, null where it may be either. */
function countCaffeine({ drink, caffeineMg }: Fluid): number | null {
  if (caffeineMg !== null) return Number(caffeineMg > 0)
  if (drink === 'coffee') return 1
  return perhapsWithCaffeine.has(drink) ? null : 0
}

/**
 * Prepares the search for the first electrolyte drink that belongs to a session. One drunk only after the cramp must not
 * make the sweat before it look harmless, so it is told as a time and judged by each window.
 */
function createElectrolyteSearch(drinks: readonly Fluid[]) {
  const times = drinks
    .filter(({ drink, reliefOf }) => reliefOf === null && electrolyteDrinks.has(drink))
    .sort((a, b) => a.at - b.at)
  return ({ at, durationMinutes }: Session): { madeGoodAt?: LocalMinutes } => {
    const until = at + durationMinutes * MS_PER_MINUTE + ELECTROLYTES_UNTIL_MS
    let low = 0
    let high = times.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((times[middle]?.at ?? NaN) < at + ELECTROLYTES_FROM_MS) low = middle + 1
      else high = middle
    }
    const first = times[low]
    return first === undefined || first.at > until ? {} : { madeGoodAt: localMinutes(first) }
  }
}

/**
 * The clock of each cramp-day: the UTC offset by which most of its entries were written, among equals that of the later
 * ones. On a day of flight that is the place where most of the day was spent.
 */
function findClocks(entries: readonly Entry[]): Map<DayNumber, number> {
  const clocks = new Map<DayNumber, number>()
  for (const [day, ofDay] of Map.groupBy(entries, entry => getCrampDay(localMinutes(entry)))) {
    const offset = ofDay[0]?.offsetMinutes ?? NaN
    const isOneClock = ofDay.every(({ offsetMinutes }) => offsetMinutes === offset)
    clocks.set(day, isOneClock ? offset : findCommonestClock(ofDay))
  }
  return clocks
}

function findCommonestClock(ofDay: readonly Entry[]): number {
  const clocks = Array.from(
    Map.groupBy(ofDay, ({ offsetMinutes }) => offsetMinutes),
    ([offset, entries]) => ({
      offset,
      count: entries.length,
      last: entries.reduce((latest, { at }) => Math.max(latest, at), Number.NEGATIVE_INFINITY),
    }),
  )
  clocks.sort((a, b) => b.count - a.count || b.last - a.last || a.offset - b.offset)
  return clocks[0]?.offset ?? NaN
}

/** The longest stretch without a break; an entry by the clock that names none was not broken. */
function getUnbrokenMinutes({ longestBoutMinutes, wholeDay, durationMinutes }: Session): number | null {
  return longestBoutMinutes ?? (wholeDay ? null : durationMinutes)
}

interface StillSeries {
  readonly tracked: readonly DayNumber[]
  readonly entries: readonly DiaryEntry[]
  /** Filled as soon as one entry speaks of a whole day; then every date is read as its total. */
  readonly byDate: ReadonlyMap<DayNumber, DayValue>
}

/**
 * Standing or sitting. `minutesOf` gives the minutes of an entry that count, null where they are not known: the date is
 * not tracked then. `combine` makes one number of what two entries of a date say, `toDateValue` the exposure of it.
 */
function describeStill(
  activities: readonly Session[],
  activity: Activity,
  completeDates: ReadonlySet<DayNumber>,
  listDays: DayHours['listDays'],
  minutesOf: (entry: Session) => number | null,
  combine: (minutes: number, more: number) => number,
  toDateValue: (minutes: number) => number,
): StillSeries {
  const own = activities.filter(entry => entry.activity === activity)
  const unknown = own.filter(entry => minutesOf(entry) === null)
  const tracked = [...except(union(completeDates, own.flatMap(listDays)), unknown.flatMap(listDays))]
  if (!own.some(({ wholeDay }) => wholeDay)) {
    const timed = own.map(entry => {
      const interval = during(entry, null)
      return { ...interval, end: interval.start + (minutesOf(entry) ?? 0) }
    })
    return { tracked, entries: timed, byDate: new Map() }
  }
  const minutesOfDate = new Map(tracked.map((date): [DayNumber, DayValue] => [date, { value: 0 }]))
  for (const entry of own)
    for (const day of listDays(entry)) {
      const before = minutesOfDate.get(day)
      if (before === undefined) continue
      const loggedAt = Math.max(before.loggedAt ?? Number.NEGATIVE_INFINITY, loggedAtOf(entry))
      minutesOfDate.set(day, { value: combine(before.value, minutesOf(entry) ?? 0), loggedAt })
    }
  const byDate = Array.from(minutesOfDate, ([date, { value, ...rest }]): [DayNumber, DayValue] => [
    date,
    { value: toDateValue(value), ...rest },
  ])
  return { tracked, entries: [], byDate: new Map(byDate) }
}
