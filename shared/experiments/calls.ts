/** Calls about experiments; a part of the contract. */
import { z } from 'zod'
import { calendarDateField, idField } from '../kinds/schemas.ts'
import { designNames } from './design.ts'
import { ownChange } from './own-action.ts'
import { planSubject, trialPlan } from './plan.ts'
import { trialIds } from './trials.ts'
import { experimentView } from './view.ts'

const nothing = z.strictObject({})
const one = z.strictObject({ id: idField })

export const experimentCalls = {
  /** All experiments, newest first, with the results of those that have ended. */
  listExperiments: { access: 'reads', input: nothing, output: z.array(experimentView) },
  /** The running, upcoming or just ended experiment, for Today; without its result. */
  getExperimentNow: {
    access: 'reads',
    input: nothing,
    output: z.strictObject({ experiment: experimentView.nullable() }),
  },
  planExperiment: {
    access: 'reads',
    input: z.strictObject({
      subject: planSubject,
      /** Change that an own factor is tested with; missing for a suggestion. */
      change: ownChange.optional(),
    }),
    output: trialPlan,
  },
  /** Records if the plan was followed on a date; null removes the answer. */
  answerExperimentDay: {
    access: 'writes',
    input: one.extend({ date: calendarDateField, kept: z.boolean().nullable() }),
    output: experimentView,
  },
  /** Undoes a stop of the same day. */
  resumeExperiment: { access: 'writes', input: one, output: experimentView },
  stopExperiment: { access: 'writes', input: one, output: experimentView },
  /** Draws the order of the arms, which never changes afterwards; the first period begins on the next day. */
  startExperiment: {
    access: 'writes',
    input: z.strictObject({ subject: z.enum(trialIds), design: z.enum(designNames) }),
    output: experimentView,
  },
  /** Deletes an experiment whose first period has not begun. */
  withdrawExperiment: { access: 'writes', input: one, output: nothing },
} as const
