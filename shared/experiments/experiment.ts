/**
 * An experiment as the journal keeps it: what is tried, by which design, and the order that chance drew for it. A file
 * of the journal carries it whole; the page never sees the arms of periods that have not begun (`view.ts`).
 */
import { z } from 'zod'
import { calendarDateField, instantField } from '../kinds/schemas.ts'
import { experimentDesign, isOrderOf, MAX_PERIOD_DAYS, MAX_PERIODS } from './design.ts'
import { trialIds } from './trials.ts'

/** The person's answer whether they kept to the plan on a date. A date without an answer is missing, never a "no". */
export const experimentDay = z.strictObject({ date: calendarDateField, kept: z.boolean() })
export type ExperimentDay = z.infer<typeof experimentDay>

const stored = z.strictObject({
  subject: z.enum(trialIds),
  design: experimentDesign,
  firstDate: calendarDateField,
  /** What the order was drawn with, from the operating system's randomness. */
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  /** By period: 1 with the change, 0 without. */
  arms: z.array(z.union([z.literal(0), z.literal(1)])).max(MAX_PERIODS),
  /** UTC milliseconds. */
  createdAt: instantField,
  /** The date on which the person ended it early; what they did on that date no longer counts. */
  stoppedOn: calendarDateField.nullable(),
})
export type Experiment = z.infer<typeof stored> & { readonly id: number }
export type ExperimentDraft = Omit<Experiment, 'id' | 'stoppedOn'>

/** As it stands in a file of the journal, with every answer. Ids are given anew on import. */
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
