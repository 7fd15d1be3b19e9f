/**
 * A believable journal of nobody: for trying the program out, for the tour, for tests and for measuring speed. The
 * same options make the same journal on every machine.
 *
 * The person's life comes first (life.ts), their cramps follow from it by the planted truth (cramps.ts), and the diary
 * holds what they wrote down of both (diary.ts), with the nights, the medicines and a pair of new shoes beside it.
 */
import { type CheckIn, findCheckInProblems } from '../kinds/check-in.ts'
import type { Entry } from '../kinds/entry.ts'
import type { Shoe } from '../kinds/footwear.ts'
import { emptyProfile, type Profile } from '../kinds/profile.ts'
import { createRandom } from '../statistics/random.ts'
import { addDays, type CalendarDate, dayNumber, mondayOf } from '../time/calendar-date.ts'
import { calendarDate, crampDay, type Moment, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt, momentOfInstant } from '../time/time-zone.ts'
import { closet } from './closet.ts'
import { sufferCramps } from './cramps.ts'
import { DEMO_DAY_START_MINUTES, type Detail, keepDiary, type Written } from './diary.ts'
import { writeStrolls } from './evening-strolls.ts'
import { liveDays } from './life.ts'
import { writeMedicines } from './medicines.ts'
import { writeNights } from './night-records.ts'
import { createWallClock, MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/**
 * The seed of the demo people are shown. With it, in both halves of a block, the planted links are likely at about the
 * strength that was planted, and nothing else is likely or possible. Half a year finds effects of this size about half of
 * the time, so most seeds hide some of the truth, as life may. (`test/tools/simulation/demo-seeds.ts` looks for such seeds.)
 */
export const DEMO_SEED = 156

export interface DemoOptions {
  /** The last date with entries. */
  readonly lastDate: CalendarDate
  /** Where the person lives: an IANA time zone. */
  readonly timeZone: string
  /** A whole number 0 .. 2^32 - 1. */
  readonly seed: number
  /** How many weeks the journal holds; half a year when left out. */
  readonly weeks?: number
  /** Days that are lived after `lastDate`, of which the journal holds what had been written down by `until`. */
  readonly daysAfter?: number
  /** Days by which the finished life is moved, its seasons with it: whole weeks, so that Mondays stay Mondays. */
  readonly moveDays?: number
  /** UTC milliseconds of "now", where the journal breaks off; when left out, midnight at the end of `lastDate`. */
  readonly until?: number
  /** `every-sip` writes the same life in about 30 entries a day instead of 10, to measure speed. */
  readonly detail?: Detail
}

/** A journal to be imported. Entries name shoes and each other by these ids; the importing journal gives its own. */
export interface DemoJournal {
  readonly profile: Profile
  readonly shoes: readonly Shoe[]
  /** By time, oldest first; an entry that names another comes after it. */
  readonly entries: readonly Entry[]
  readonly checkIns: readonly CheckIn[]
}

/** Blocks of the analysis are counted from this Monday; its strata are those of two blocks of 28 days. */
const FIRST_BLOCK_DAY = dayNumber('1970-01-05')
const DAYS_PER_BLOCK = 56

/** The last date of the half year that is moved to where it is shown; the last day of a block. */
const HALF_YEAR_ENDS = '2026-09-27'

/**
 * The demo that people are shown: always the same half year, moved so that it ends with the last complete block before
 * `now`, and of the same life what has been written down since. So every start finds the same; a season is that of the
 * half year, not of the calendar.
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
  // A block is complete at the noon at which its last cramp-day ends.
  const today = dayNumber(crampDay(momentOfInstant(now, timeZone)))
  const dayOfBlock = (((today - FIRST_BLOCK_DAY) % DAYS_PER_BLOCK) + DAYS_PER_BLOCK) % DAYS_PER_BLOCK
  return makeDemoJournal({
    lastDate: HALF_YEAR_ENDS,
    // And one for the morning that belongs to the last cramp-day.
    daysAfter: DAYS_PER_BLOCK + 1,
    moveDays: today - dayOfBlock - 1 - dayNumber(HALF_YEAR_ENDS),
    until: now,
    timeZone,
    seed,
  })
}

/** At least so many days are lived before the diary begins: its first windows have something to look back on. */
const RUN_UP_DAYS = 3

/**
 * @throws RangeError when the date, the time zone or the seed does not exist
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
  // Each part has its own stream of chance: a change in how the diary is kept leaves life and cramps as they were. What
  // comes new draws after all others.
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
  // Life begins on a Monday, whichever day is the last: a demo started tomorrow tells much the same story.
  const birth = mondayOf(addDays(firstDate, -RUN_UP_DAYS))
  const birthDay = dayNumber(birth)
  const lastDay = dayNumber(lastDate)
  const lived = liveDays(lifeRandom, nightRandom, birthDay, lastDay + daysAfter - birthDay + 1)
  const onsets = sufferCramps(crampRandom, lived, day => lived[day - birthDay])
  const diary = keepDiary(diaryRandom, lived, onsets, detail)
  const ofDiary = lived.slice(dayNumber(firstDate) - birthDay, lastDay + 1 - birthDay)
  const written = [
    ...diary.written,
    ...writeNights(recordRandom, lived, diary),
    ...writeMedicines(medicineRandom, ofDiary, diary),
    ...writeStrolls(strollRandom, lived, lastDay, diary),
  ]

  const now = momentOfInstant(until, timeZone)
  const firstMinute = dayNumber(firstDate) * MINUTES_PER_DAY
  return {
    profile: { ...emptyProfile, name: 'Robin Example', dayStartMinutes: DEMO_DAY_START_MINUTES },
    shoes: closet,
    entries: storeEntries(
      // What is of the first night before noon belongs to the cramp-day before the journal.
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
          // Nobody says in the morning that a day's drinks are all there.
          checkIn.date < calendarDate(now) && findCheckInProblems(checkIn, now).length === 0,
      ),
  }
}

function createMovedClock(timeZone: string, moveDays: number): (minute: WallMinute) => Moment {
  const momentOf = createWallClock(timeZone)
  return minute => momentOf(minute + moveDays * MINUTES_PER_DAY)
}

/** What could have been written down by `now`, in order, with ids. */
function storeEntries(
  written: readonly Written[],
  momentOf: (minute: WallMinute) => Moment,
  now: Moment,
): Entry[] {
  const ids = new Map<Written, number>()
  const entries: Entry[] = []
  for (const line of written.toSorted((a, b) => a.at - b.at)) {
    const { at, offsetMinutes } = momentOf(line.at)
    const loggedAt = momentOf(line.loggedAt).at
    // Shoes are written down when they are put on and changed when they come off; the rest, once it is over.
    if (at > now.at || (line.kind !== 'footwear' && loggedAt > now.at)) continue
    const id = entries.length + 1
    ids.set(line, id)
    const stored = { id, at, offsetMinutes, loggedAt: Math.min(loggedAt, now.at), editedAt: null }
    switch (line.kind) {
      case 'cramp':
        entries.push({ kind: 'cramp', ...stored, ...line.fields })
        break
      case 'fluid':
        entries.push({
          kind: 'fluid',
          ...stored,
          ...line.fields,
          reliefOf: line.reliefOf === null ? null : (ids.get(line.reliefOf) ?? null),
        })
        break
      case 'footwear': {
        const takenOffAt = line.endsAt === null ? null : momentOf(line.endsAt).at
        const stillOn = takenOffAt === null || takenOffAt > now.at - MS_PER_MINUTE
        entries.push({ kind: 'footwear', ...stored, ...line.fields, takenOffAt: stillOn ? null : takenOffAt })
        break
      }
      case 'activity':
        entries.push({ kind: 'activity', ...stored, ...line.fields })
        break
      case 'night': {
        const wakeAt = line.endsAt === null ? null : momentOf(line.endsAt).at
        entries.push({ kind: 'night', ...stored, ...line.fields, wakeAt })
        break
      }
      case 'medication':
        entries.push({ kind: 'medication', ...stored, ...line.fields })
        break
    }
  }
  return entries
}
