/**
 * Demo journal: a believable journal of an invented person, for trying the program out, the tour, tests and benchmarks. The
 * same options give the same journal on every machine.
 *
 * Three steps: simulate daily life (life.ts), simulate cramps from it by the planted truth (cramps.ts), and write the diary
 * of both with realistic gaps (diary.ts), plus nights, medicines and a new pair of shoes.
 */
import type { BuiltInKey } from '../analysis/exposures/exposures.ts'
import type { Naming } from '../analysis/suspects.ts'
import { type CheckIn, findCheckInProblems } from '../kinds/check-in.ts'
import type { Entry } from '../kinds/entry.ts'
import type { Shoe } from '../kinds/footwear.ts'
import { emptyProfile, type Profile } from '../kinds/profile.ts'
import { createRandom } from '../statistics/random.ts'
import { addDays, type CalendarDate, dayNumber, mondayOf } from '../time/calendar-date.ts'
import { calendarDate, crampDay, type Moment, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt, momentOfInstant } from '../time/time-zone.ts'
import { simulateCramps } from './cramps.ts'
import { DEMO_DAY_START_MINUTES, type DemoEntry, type Detail, writeDiary } from './diary.ts'
import { writeStrolls } from './evening-strolls.ts'
import { simulateDays } from './life.ts'
import { writeMedicines } from './medicines.ts'
import { writeNights } from './night-records.ts'
import { demoShoes } from './shoes.ts'
import { createWallClock, MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/**
 * Default seed, chosen: with it, in both halves of a block, the planted links are likely at about their planted strength, and
 * no other exposure is likely or possible. Half a year finds one effect of this size about half of the time, and all three in
 * 3 of 100 seeds. (`test/tools/simulation/demo-seeds.ts` searches for such seeds.)
 */
export const DEMO_SEED = 33

export interface DemoOptions {
  /** Last date with entries. */
  readonly lastDate: CalendarDate
  /** IANA time zone of the person. */
  readonly timeZone: string
  /** A whole number 0 .. 2^32 - 1. */
  readonly seed: number
  /** Length of the journal in weeks; default 26. */
  readonly weeks?: number
  /** Days simulated after `lastDate`; the journal contains their entries that were written by `until`. */
  readonly daysAfter?: number
  /** Days by which the finished simulation is shifted, seasons included; whole weeks, so that weekdays stay the same. */
  readonly moveDays?: number
  /** UTC milliseconds of "now", at which the journal ends; default: midnight at the end of `lastDate`. */
  readonly until?: number
  /** `every-sip` gives about 30 entries a day instead of 10 for the same life, for benchmarks. */
  readonly detail?: Detail
}

/** Journal to be imported. Entries refer to shoes and to each other by these ids; import replaces them with its own. */
export interface DemoJournal {
  readonly profile: Profile
  readonly shoes: readonly Shoe[]
  /** By time, oldest first; an entry comes after the one it refers to. */
  readonly entries: readonly Entry[]
  readonly checkIns: readonly CheckIn[]
  /** Named on the first date, before there were any data. */
  readonly suspects: readonly Naming[]
}

/** Monday from which the analysis counts its blocks, as a day number; a block here is two of its 28-day strata. */
const FIRST_BLOCK_DAY = dayNumber('1970-01-05')
const DAYS_PER_BLOCK = 56

/** Last date of the simulated half year before it is shifted; also the last day of a block. */
const HALF_YEAR_LAST_DATE = '2026-09-27'

/**
 * Demo of the program: always the same half year, shifted to end with the last complete block before `now`, followed by
 * the entries written since. Every start thus gives the same findings; seasons are those of the unshifted half year.
 *
 *      half year, 26 weeks                                            since, 0 to 55 days
 *     |--------------------------------------------------------------|------------| now
 *            |---- 56-day block ----|---- 56-day block ----|- block -|- block, not complete -|
 *
 * @param now UTC milliseconds
 */
export function makeShownDemo({
  now,
  timeZone,
  seed = DEMO_SEED,
}: {
  readonly now: number
  readonly timeZone: string
  readonly seed?: number
}): DemoJournal {
  // A block is complete at noon, when its last cramp-day ends.
  const today = dayNumber(crampDay(momentOfInstant(now, timeZone)))
  const dayOfBlock = (((today - FIRST_BLOCK_DAY) % DAYS_PER_BLOCK) + DAYS_PER_BLOCK) % DAYS_PER_BLOCK
  return makeDemoJournal({
    lastDate: HALF_YEAR_LAST_DATE,
    // An extra day for the morning that belongs to the last cramp-day.
    daysAfter: DAYS_PER_BLOCK + 1,
    moveDays: today - dayOfBlock - 1 - dayNumber(HALF_YEAR_LAST_DATE),
    until: now,
    timeZone,
    seed,
  })
}

/** Suspects of the demo's person: the three planted causes, and coffee, which has no effect. */
const suspected: readonly BuiltInKey[] = ['footwear-unsupportive', 'activity-load', 'fluids-low', 'caffeine']

const nameSuspects = (namedOn: CalendarDate): Naming[] =>
  suspected
    .map(exposure => ({ exposure, namedOn, isBeforehand: true, withdrawnOn: null, keepsShare: false }))
    .toSorted((a, b) => (a.exposure < b.exposure ? -1 : 1))

/** Minimum number of days simulated before the diary begins, so that the exposure windows of its first days are complete. */
const RUN_UP_DAYS = 3

/**
 * Makes a demo journal.
 *
 * @throws RangeError if the date, the time zone or the seed is invalid
 * @example makeDemoJournal({ lastDate: '2026-11-20', timeZone: 'Europe/Berlin', seed: DEMO_SEED })
 */
export function makeDemoJournal({
  lastDate,
  timeZone,
  seed,
  weeks = 26,
  daysAfter = 0,
  moveDays = 0,
  until = momentAt(addDays(lastDate, 1), '00:00', timeZone).at,
  detail = 'everyday',
}: DemoOptions): DemoJournal {
  // Separate random streams, so that a change to one part leaves the others unchanged. Append new streams at the end.
  const seeds = createRandom(seed)
  const [lifeRandom, crampRandom, diaryRandom, medicineRandom, recordRandom, nightRandom, strollRandom] = [
    createRandom(seeds.nextUint32()),
    createRandom(seeds.nextUint32()),
    createRandom(seeds.nextUint32()),
    createRandom(seeds.nextUint32()),
    createRandom(seeds.nextUint32()),
    createRandom(seeds.nextUint32()),
    createRandom(seeds.nextUint32()),
  ]
  const firstDate = addDays(lastDate, 1 - weeks * 7)
  // The simulation begins on a Monday for every `lastDate`, so that demos of successive days are nearly the same.
  const birth = mondayOf(addDays(firstDate, -RUN_UP_DAYS))
  const birthDay = dayNumber(birth)
  const lastDay = dayNumber(lastDate)
  const days = simulateDays(lifeRandom, nightRandom, birthDay, lastDay + daysAfter - birthDay + 1)
  const onsets = simulateCramps(crampRandom, days, day => days[day - birthDay])
  const diary = writeDiary(diaryRandom, days, onsets, detail)
  const diaryDays = days.slice(dayNumber(firstDate) - birthDay, lastDay + 1 - birthDay)
  const written = [
    ...diary.written,
    ...writeNights(recordRandom, days, diary),
    ...writeMedicines(medicineRandom, diaryDays, diary),
    ...writeStrolls(strollRandom, days, lastDay, diary),
  ]

  const now = momentOfInstant(until, timeZone)
  const firstMinute = dayNumber(firstDate) * MINUTES_PER_DAY
  return {
    profile: { ...emptyProfile, name: 'Robin Example', dayStartMinutes: DEMO_DAY_START_MINUTES },
    shoes: demoShoes,
    suspects: nameSuspects(addDays(firstDate, moveDays)),
    entries: buildEntries(
      // Cramps and nights before the first noon belong to the cramp-day before the journal.
      written.filter(
        ({ kind, at }) =>
          at >= firstMinute + (kind === 'cramp' || kind === 'night' ? MINUTES_PER_DAY / 2 : 0),
      ),
      createMovedClock(timeZone, moveDays),
      now,
    ),
    checkIns: diary.checkIns
      .filter(({ date }) => date >= firstDate)
      .map(checkIn => ({ ...checkIn, date: addDays(checkIn.date, moveDays) }))
      .filter(
        checkIn =>
          // A day's check-in is written only after the day has ended.
          checkIn.date < calendarDate(now) && findCheckInProblems(checkIn, now).length === 0,
      ),
  }
}

function createMovedClock(timeZone: string, moveDays: number): (minute: WallMinute) => Moment {
  const momentOf = createWallClock(timeZone)
  return minute => momentOf(minute + moveDays * MINUTES_PER_DAY)
}

/** Entries written down by `now`, by time, with ids. */
function buildEntries(
  written: readonly DemoEntry[],
  momentOf: (minute: WallMinute) => Moment,
  now: Moment,
): Entry[] {
  const ids = new Map<DemoEntry, number>()
  const entries: Entry[] = []
  for (const entry of written.toSorted((a, b) => a.at - b.at)) {
    const { at, offsetMinutes } = momentOf(entry.at)
    const loggedAt = momentOf(entry.loggedAt).at
    // Footwear is written when it is put on and changed when it is taken off; all else is written after its end.
    if (at > now.at || (entry.kind !== 'footwear' && loggedAt > now.at)) continue
    const id = entries.length + 1
    ids.set(entry, id)
    const stored = { id, at, offsetMinutes, loggedAt: Math.min(loggedAt, now.at), editedAt: null }
    switch (entry.kind) {
      case 'cramp':
        entries.push({ kind: 'cramp', ...stored, ...entry.fields })
        break
      case 'fluid':
        entries.push({
          kind: 'fluid',
          ...stored,
          ...entry.fields,
          reliefOf: entry.reliefOf === null ? null : (ids.get(entry.reliefOf) ?? null),
        })
        break
      case 'footwear': {
        const takenOffAt = entry.endsAt === null ? null : momentOf(entry.endsAt).at
        const stillOn = takenOffAt === null || takenOffAt > now.at - MS_PER_MINUTE
        entries.push({
          kind: 'footwear',
          ...stored,
          ...entry.fields,
          takenOffAt: stillOn ? null : takenOffAt,
        })
        break
      }
      case 'activity':
        entries.push({ kind: 'activity', ...stored, ...entry.fields })
        break
      case 'night': {
        const wakeAt = entry.endsAt === null ? null : momentOf(entry.endsAt).at
        entries.push({ kind: 'night', ...stored, ...entry.fields, wakeAt })
        break
      }
      case 'medication':
        entries.push({ kind: 'medication', ...stored, ...entry.fields })
        break
    }
  }
  return entries
}
