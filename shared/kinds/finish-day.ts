/**
 * Finishing a day: the questions that are still open for what the person follows, and the answers that "An ordinary day"
 * gives to them in one press. It gives check-ins only, never an entry.
 *
 *     16:00 ----------- midnight ------ day start ------------- noon ------ 16:00
 *       today is offered                    yesterday is offered     on request
 */
import { addDays, type CalendarDate, dayNumber } from '../time/calendar-date.ts'
import { clockMinutes, journalDay, type Moment } from '../time/moment.ts'
import { type CheckIn, getLastAnswerableCrampDay, type TrackedKind, trackedKinds } from './check-in.ts'
import { createDayHours, type DayHours } from './day-hours.ts'
import type { Entry } from './entry.ts'
import { kindsByName } from './kinds.ts'
import type { FactorCheckIn, OwnFactor } from './own-factor.ts'
import type { Unlikely } from './question.ts'
import { isCumulative, listTrackedDays } from './tracked-dates.ts'
import { findUnlikelyCheckIn } from './unlikely.ts'

/** Number of days before the asked one over which a usual answer is judged. */
export const USUAL_LOOK_BACK_DAYS = 28
/** Least share of the known days without an entry at which "none" is a usual answer, and least number of known days. */
const USUALLY_NONE_SHARE = 3 / 4
const USUALLY_NONE_FROM_DAYS = 4

const LATE_AFTERNOON_MINUTES = 16 * 60
const NOON_MINUTES = 12 * 60

export interface DayToFinish {
  readonly date: CalendarDate
  /** False in the hours in which the person is not asked, but can finish the day if they want to. */
  readonly isOffered: boolean
}

/** The day that is to be finished now: yesterday from the day's start to noon, else today. */
export function getDayToFinish(now: Moment, dayStartMinutes: number): DayToFinish {
  const today = journalDay(now, dayStartMinutes)
  const minutes = clockMinutes(now)
  if (minutes >= dayStartMinutes && minutes < NOON_MINUTES)
    return { date: addDays(today, -1), isOffered: true }
  return { date: today, isOffered: minutes >= LATE_AFTERNOON_MINUTES || minutes < dayStartMinutes }
}

/** Meaning of a check-in for its kind: no entries, or that the entries are all. */
type OrdinaryAnswer = 'none' | 'complete'

export interface DayQuestion {
  readonly kind: TrackedKind
  /** Date of the check-in that answers it; for cramps and nights that on which the cramp-day starts. */
  readonly date: CalendarDate
  /** Entries of the kind on that day. Only drinks and food are asked about with some: there may have been more. */
  readonly entryCount: number
  /** Answer of "An ordinary day"; null where the person is asked about the kind itself. */
  readonly ordinary: OrdinaryAnswer | null
  /** Questions about the answer that there was nothing more. */
  readonly doubts: readonly Unlikely[]
}

export interface FinishFacts {
  /** Journal day that is finished. */
  readonly date: CalendarDate
  readonly now: Moment
  /** Kinds that the person follows. */
  readonly followed: readonly TrackedKind[]
  /** Entries and check-ins from the look-back before `date` to the noon after it, or more. */
  readonly entries: readonly Entry[]
  readonly checkIns: readonly CheckIn[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
}

/**
 * Open questions of a day, cramps first.
 *
 * A night is over at 05:00 of its morning: before then the cramp-day and the night before are asked about, so that an
 * evening's answer never clears the night still to come.
 */
export function listDayQuestions(facts: FinishFacts): DayQuestion[] {
  const { date, now, followed, entries, checkIns, dayStartMinutes } = facts
  if (date > journalDay(now, dayStartMinutes)) return []
  const lastNight = getLastAnswerableCrampDay(now)
  const hours = createDayHours(checkIns, dayStartMinutes)
  return trackedKinds
    .filter(kind => followed.includes(kind))
    .flatMap((kind): DayQuestion[] => {
      const isNightly = kindsByName[kind].tracked === 'cramp-day'
      const asked = isNightly && lastNight < date ? lastNight : date
      if (checkIns.some(given => given.kind === kind && given.date === asked)) return []
      const ofKind = entries.filter(entry => entry.kind === kind)
      const ofDay = ofKind.filter(entry => hours.listDates(entry).includes(asked))
      if (ofDay.length > 0 && !isCumulative(kind)) return []
      const doubts = findUnlikelyCheckIn(kind, ofDay)
      return [
        {
          kind,
          date: asked,
          entryCount: ofDay.length,
          ordinary: doubts.length > 0 ? null : findOrdinaryAnswer(kind, asked, ofDay, ofKind, hours),
          doubts,
        },
      ]
    })
}

function findOrdinaryAnswer(
  kind: TrackedKind,
  date: CalendarDate,
  ofDay: readonly Entry[],
  ofKind: readonly Entry[],
  hours: DayHours,
): OrdinaryAnswer | null {
  if (ofDay.length > 0) return 'complete'
  return isUsuallyNone(kind, date, ofKind, hours) ? 'none' : null
}

/**
 * True if at least three of four known days of the look-back had no entry of the kind. An unknown day counts for neither
 * side.
 *
 * @param ofKind entries of the kind over the look-back, or more
 */
export function isUsuallyNone(
  kind: TrackedKind,
  date: CalendarDate,
  ofKind: readonly Entry[],
  hours: Pick<DayHours, 'listCheckedIn' | 'listDays'>,
): boolean {
  const asked = dayNumber(date)
  const known = [...listTrackedDays(kind, ofKind, hours)].filter(
    day => day < asked && day >= asked - USUAL_LOOK_BACK_DAYS,
  )
  const withEntry = new Set(ofKind.flatMap(hours.listDays))
  const without = known.filter(day => !withEntry.has(day)).length
  return known.length >= USUALLY_NONE_FROM_DAYS && without >= USUALLY_NONE_SHARE * known.length
}

/** Check-ins of "An ordinary day": the questions that have an ordinary answer, marked as given in one press. */
export const giveOrdinaryAnswers = (
  questions: readonly Pick<DayQuestion, 'kind' | 'date' | 'ordinary'>[],
  dayStartMinutes: number,
): CheckIn[] =>
  questions
    .filter(({ ordinary }) => ordinary !== null)
    .map(({ kind, date }) => ({ kind, date, dayStartMinutes, inOnePress: true }))

/** Own factors without an answer on a journal day, from the day on which they were named; archived ones are not asked about. */
export function listFactorQuestions(
  factors: readonly OwnFactor[],
  {
    date,
    now,
    entries,
    factorCheckIns,
    dayStartMinutes,
  }: Pick<FinishFacts, 'date' | 'now' | 'entries' | 'dayStartMinutes'> & {
    readonly factorCheckIns: readonly FactorCheckIn[]
  },
): OwnFactor[] {
  if (date > journalDay(now, dayStartMinutes)) return []
  const answered = new Set([
    ...entries.flatMap(entry =>
      entry.kind === 'own-factor' && journalDay(entry, dayStartMinutes) === date ? [entry.factorId] : [],
    ),
    ...factorCheckIns.flatMap(checkIn => (checkIn.date === date ? [checkIn.factorId] : [])),
  ])
  return factors.filter(({ id, archived, createdOn }) => !archived && createdOn <= date && !answered.has(id))
}
