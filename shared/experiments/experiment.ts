/**
 * Stored experiment: its subject, design and randomised order. The journal file contains it whole; the page never sees the
 * arms of periods that have not begun (`view.ts`).
 */
import { z } from 'zod'
import { calendarDateField, instantField } from '../kinds/schemas.ts'
import { experimentDesign, isOrderOf, MAX_PERIOD_DAYS, MAX_PERIODS } from './design.ts'
import { trialIds } from './trials.ts'

/** Answer on a date: true if the person followed the plan. A date without an answer is missing, never a "no". */
export const experimentDay = z.strictObject({ date: calendarDateField, kept: z.boolean() })
export type ExperimentDay = z.infer<typeof experimentDay>

const stored = z.strictObject({
  subject: z.enum(trialIds),
  design: experimentDesign,
  firstDate: calendarDateField,
  /** Seed of the drawn order, from the operating system's random generator. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** Arm of each period: 1 with the change, 0 without. */
  arms: z.array(z.union([z.literal(0), z.literal(1)])).max(MAX_PERIODS),
  /** UTC milliseconds. */
  createdAt: instantField,
  /** Date of an early stop, which itself no longer counts; null without one. */
  stoppedOn: calendarDateField.nullable(),
})
export type Experiment = z.infer<typeof stored> & { readonly id: number }
export type ExperimentDraft = Omit<Experiment, 'id' | 'stoppedOn'>

/** Experiment in a journal file, with all answers. It has no id: import assigns a new one. */
export const archivedExperiment = stored
  .extend({
    days: z
      .array(
        experimentDay.extend({
          /** UTC milliseconds. */
          answeredAt: instantField,
        }),
      )
      .max(MAX_PERIODS * MAX_PERIOD_DAYS),
  })
  .refine(({ arms, design }) => isOrderOf(arms, design), {
    path: ['arms'],
    error: 'This order does not belong to the design of the experiment.',
  })
  .refine(({ days }) => new Set(days.map(({ date }) => date)).size === days.length, {
    path: ['days'],
    error: 'A date is answered twice.',
  })
export type ArchivedExperiment = z.infer<typeof archivedExperiment>
