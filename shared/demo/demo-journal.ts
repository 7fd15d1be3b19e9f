/**
 * A believable journal of nobody: for trying the program out, for the tour, for tests and for measuring speed. The
 * same options make the same journal on every machine.
 *
 * The person's life comes first (life.ts), their cramps follow from it by the planted truth (cramps.ts), and the diary
 * holds what they wrote down of both (diary.ts), with the nights, the medicines and a pair of new shoes beside it.
 */
import { type CheckIn, findCheckInProblems } from '../journal/check-in.ts'
import type { Entry } from '../journal/entry.ts'
import type { Shoe } from '../journal/footwear.ts'
import { emptyProfile, type Profile } from '../journal/profile.ts'
import { createRandom } from '../statistics/random.ts'
import { addDays, type CalendarDate, dayNumber, mondayOf } from '../time/calendar-date.ts'
import { calendarDate, type Moment, MS_PER_MINUTE } from '../time/moment.ts'
import { momentAt, momentOfInstant } from '../time/time-zone.ts'
import { closet } from './closet.ts'
import { sufferCramps } from './cramps.ts'
import { type Detail, keepDiary, type Written } from './diary.ts'
import { writeStrolls } from './evening-strolls.ts'
import { liveDays } from './life.ts'
import { writeMedicines } from './medicines.ts'
import { writeNights } from './night-records.ts'
import { createWallClock, MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/**
 * The seed of the demo people are shown. Chosen among 1,400 because its half years resemble the planted truth on
 * whatever day the demo is started: all signs are right, and hardly ever does chance make a link of an exposure that does
 * nothing. With another seed luck may hide some of the truth, as it may in life. (So may other streams for the nights: of
 * the orders in which those could be drawn, one was kept with which the nights hide none of it.)
 */
export const DEMO_SEED = 1210

export interface DemoOptions {
  /** The last date with entries. */
  readonly lastDate: CalendarDate
  /** Where the person lives: an IANA time zone. */
  readonly timeZone: string
  /** A whole number 0 .. 2^32 - 1. */
  readonly seed: number
  /** How many weeks the journal holds; half a year when left out. */
  readonly weeks?: number
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
  const lived = liveDays(lifeRandom, nightRandom, birthDay, dayNumber(lastDate) - birthDay + 1)
  const onsets = sufferCramps(crampRandom, lived, day => lived[day - birthDay])
  const diary = keepDiary(diaryRandom, lived, onsets, detail)
  const ofDiary = lived.slice(dayNumber(firstDate) - birthDay)
  const written = [
    ...diary.written,
    ...writeNights(recordRandom, lived, diary),
    ...writeMedicines(medicineRandom, ofDiary, diary),
    ...writeStrolls(strollRandom, ofDiary, diary),
  ]

  const now = momentOfInstant(until, timeZone)
  const firstMinute = dayNumber(firstDate) * MINUTES_PER_DAY
  return {
    profile: { ...emptyProfile, name: 'Robin Example' },
    shoes: closet,
    entries: storeEntries(
      // What is of the first night before noon belongs to the cramp-day before the journal.
      written.filter(
        ({ kind, at }) =>
          at >= firstMinute + (kind === 'cramp' || kind === 'night' ? MINUTES_PER_DAY / 2 : 0),
      ),
      createWallClock(timeZone),
      now,
    ),
    checkIns: diary.checkIns.filter(
      checkIn =>
        checkIn.date >= firstDate &&
        // Nobody says in the morning that a day's drinks are all there.
        checkIn.date < calendarDate(now) &&
        findCheckInProblems(checkIn, now).length === 0,
    ),
  }
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
