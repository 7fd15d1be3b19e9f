/** Answers of the symptom check that come from the journal: age and counts of the last weeks. */
import { z } from 'zod'
import type { RecentWeeks } from './recent-weeks.ts'

const count = z.int().min(0).nullable()

export const journalAnswers = z.strictObject({
  /** Days of the last 28 of which it is known whether there was a cramp. */
  knownDays: z.int().min(0),
  ageYears: count,
  cramps: count,
  crampsBefore: count,
  severeCramps: count,
  nightsWoken: count,
  nerveCramps: count,
  backAndWalkingDays: count,
  sleepDisturbance: count,
  bother: count,
})
export type JournalAnswers = z.infer<typeof journalAnswers>

/**
 * Counts are lower bounds where some days are not known, and null where none is: unknown is not zero. The four weeks
 * before are given only where both can be compared.
 */
export function takeFromJournal(recent: RecentWeeks, ageYears: number | null): JournalAnswers {
  const { trackedLately, rise, sleepDisturbance, bother } = recent
  const ifKnown = (value: number) => (trackedLately === 0 ? null : value)
  // Of a recorded cramp, strength, waking and symptoms may be unknown: only a count above zero says something of them.
  const ifSaid = (value: number) => (value === 0 && recent.cramps > 0 ? null : ifKnown(value))
  return {
    knownDays: trackedLately,
    ageYears,
    cramps: ifKnown(recent.cramps),
    crampsBefore: rise?.before ?? null,
    severeCramps: ifSaid(recent.severeCramps),
    nightsWoken: ifSaid(recent.nightsWoken),
    nerveCramps: ifSaid(recent.nerveCramps),
    backAndWalkingDays: ifSaid(recent.backAndWalkingDays),
    sleepDisturbance: sleepDisturbance === null ? null : Math.round(sleepDisturbance),
    bother,
  }
}
