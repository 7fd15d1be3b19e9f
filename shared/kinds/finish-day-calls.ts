/** Calls about finishing a day; a part of the contract. */
import { z } from 'zod'
import { checkIn, trackedKinds } from './check-in.ts'
import { entryDraft } from './entry.ts'
import { ownFactor, usualAmount } from './own-factor.ts'
import { EARLIEST_REMINDER_HOUR, LATEST_REMINDER_HOUR } from './profile.ts'
import { calendarDateField, wholeNumberSchema } from './schemas.ts'

const nothing = z.strictObject({})

/** Open question of a day, see `finish-day.ts`. */
const dayQuestion = z.strictObject({
  kind: z.enum(trackedKinds),
  /** Date of the check-in that answers it; for cramps and nights that on which the cramp-day starts. */
  date: calendarDateField,
  entryCount: z.int(),
  /** Answer of "An ordinary day"; null where the person is asked about the kind itself. */
  ordinary: z.enum(['none', 'complete']).nullable(),
  /** Sentences that ask about the answer that there was nothing more. */
  doubts: z.array(z.string()),
  /** Entry that one key repeats; null where none is usual. */
  usual: entryDraft.nullable(),
})
export type OpenQuestion = z.infer<typeof dayQuestion>

const dayQuestions = z.strictObject({
  questions: z.array(dayQuestion),
  factors: z.array(ownFactor),
  /** The last amount of each own factor up to that day. */
  usualAmounts: z.array(usualAmount),
})
export type DayQuestions = z.infer<typeof dayQuestions>

export const finishDayCalls = {
  /** Open questions of a journal day, cramps first, and the own factors without an answer; none for a day ahead. */
  getDayQuestions: {
    access: 'reads',
    input: z.strictObject({ date: calendarDateField }),
    output: dayQuestions,
  },
  /** Gives several check-ins, or takes them back: all of them, or none. */
  setCheckIns: {
    access: 'writes',
    input: z.strictObject({
      checkIns: z.array(checkIn).min(1).max(trackedKinds.length),
      complete: z.boolean(),
    }),
    output: nothing,
  },
  /** Asks where, and saves a calendar file that reminds each day at the hour. */
  saveReminderCalendar: {
    access: 'writes',
    input: z.strictObject({
      hour: wholeNumberSchema(EARLIEST_REMINDER_HOUR, LATEST_REMINDER_HOUR, ''),
    }),
    /** Null if the person cancelled. */
    output: z.strictObject({ path: z.string().nullable() }),
  },
} as const
