/** What the page may ask about experiments: a part of the contract. */
import { z } from 'zod'
import { calendarDateField, idField } from '../kinds/schemas.ts'
import { designNames } from './design.ts'
import { trialPlan } from './plan.ts'
import { trialIds } from './trials.ts'
import { experimentView } from './view.ts'

const nothing = z.strictObject({})
const one = z.strictObject({ id: idField })

export const experimentCalls = {
  /** Every experiment, the newest first, with the results of those that are over. */
  listExperiments: { access: 'reads', input: nothing, output: z.array(experimentView) },
  /** The experiment that is going on, about to begin or just over, for Today; without its result. */
  getExperimentNow: {
    access: 'reads',
    input: nothing,
    output: z.strictObject({ experiment: experimentView.nullable() }),
  },
  planExperiment: {
    access: 'reads',
    input: z.strictObject({ subject: z.enum(trialIds) }),
    output: trialPlan,
  },
  /** Says whether the plan was kept to on a date; null takes the answer back. */
  answerExperimentDay: {
    access: 'writes',
    input: one.extend({ date: calendarDateField, kept: z.boolean().nullable() }),
    output: experimentView,
  },
  /** Takes back a stop of the same day. */
  resumeExperiment: { access: 'writes', input: one, output: experimentView },
  stopExperiment: { access: 'writes', input: one, output: experimentView },
  /** Draws the order, once; the first period begins on the next day. */
  startExperiment: {
    access: 'writes',
    input: z.strictObject({ subject: z.enum(trialIds), design: z.enum(designNames) }),
    output: experimentView,
  },
  /** Takes back a start before the first period has begun. */
  withdrawExperiment: { access: 'writes', input: one, output: nothing },
} as const
