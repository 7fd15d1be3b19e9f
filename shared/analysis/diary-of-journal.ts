/**
 * Adapter from the journal to the diary of the analysis: cramps, nights, UTC offsets and the series of every exposure.
 *
 * Days are those of the journal, see `shared/kinds/day-hours.ts`: a check-in covers the 24 hours of the page it was
 * given on, an entry makes the day it counts for tracked. Each exposure says in its own record what makes a day tracked
 * for it. An unknown amount (the exertion of a session, the caffeine of a tea) makes only those windows unknown that
 * contain it.
 */
import { getNightDayNumber } from '../kinds/day-hours.ts'
import type { Entry } from '../kinds/entry.ts'
import { momentOfEnd } from '../time/time-zone.ts'
import { type CrampFilter, everyCramp, selectStudied } from './cramp-filter.ts'
import { getCrampDay, getLocalMinutes } from './diary/cramp-days.ts'
import type { DayNumber, Diary, Interval } from './diary/diary.ts'
import type { Exposure } from './exposures/exposure.ts'
import { exposures as builtIn } from './exposures/exposures.ts'
import { buildWearings } from './exposures/footwear.ts'
import { type JournalToRead, type Night, readFacts } from './exposures/journal-facts.ts'
import type { Series } from './exposures/series.ts'
import { arrangeSeries } from './exposures/series-of-diary.ts'

export interface JournalForAnalysis extends JournalToRead {
  /** Weekdays without work, Monday = 0. */
  readonly offWeekdays: readonly number[]
  /** Cramps to study; every one by default. */
  readonly filter?: CrampFilter
}

/**
 * Doses taken as needed are left out as a whole: they are taken because of cramps, and are not even a sign of the time zone.
 *
 * @param exposures whose series the diary holds; the person's own may be among them
 */
export function createDiary(journal: JournalForAnalysis, exposures: readonly Exposure[] = builtIn): Diary {
  const studied = { ...journal, entries: journal.entries.filter(({ kind }) => kind !== 'dose') }
  const byHand = journal.checkIns.filter(({ inOnePress }) => inOnePress !== true)
  return {
    ...readDiary(studied, exposures),
    ...(byHand.length < journal.checkIns.length && {
      withoutOnePress: readDiary({ ...studied, checkIns: byHand }, exposures),
    }),
  }
}

function readDiary(
  { offWeekdays, filter = everyCramp, ...journal }: JournalForAnalysis,
  exposures: readonly Exposure[],
): Diary {
  const facts = readFacts(journal)
  const { ofKind, trackDates, nights, timeZone } = facts
  return {
    offWeekdays,
    ...selectStudied(ofKind('cramp'), [...trackDates('cramp').dates], filter),
    utcOffsetMinutes: findClocks(journal.entries),
    nights: new Map(nights.map(night => [getNightDayNumber(night), findTimeInBed(night, timeZone)])),
    ...arrangeSeries([
      ...exposures.map(({ key, build }): [string, Series] => [key, build(facts)]),
      ['footwear', buildWearings(facts)],
    ]),
  }
}

/** Wall-clock times, as for cramps: over a clock change the interval is an hour longer or shorter than the sleep. */
const findTimeInBed = (night: Night, timeZone: string): Interval => ({
  from: getLocalMinutes(night),
  until: getLocalMinutes(momentOfEnd(night.wakeAt, night, timeZone)),
})

/**
 * UTC offset of each cramp-day, in minutes: that of most of its entries; of equally frequent ones the latest. On a day
 * of flight it is the place of most of the day.
 */
function findClocks(entries: readonly Entry[]): Map<DayNumber, number> {
  const clocks = new Map<DayNumber, number>()
  for (const [day, ofDay] of Map.groupBy(entries, entry => getCrampDay(getLocalMinutes(entry)))) {
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
