/**
 * Action made from an own factor, for an experiment with coins. It is as harmless as the person confirms it to be, and never
 * a medicine, a supplement, less to drink or alcohol.
 */
import { z } from 'zod'
import { findNameObstacle } from '../advice/suggestions/sensitive-names.ts'
import { type OwnFactor, ownFactor } from '../kinds/own-factor.ts'
import { isolate } from '../locale/bidi.ts'
import { WITH, WITHOUT } from './design.ts'

/** Change that the coin decides about: doing it, or leaving it out where it is expected to bring cramps. */
export const ownChange = z.enum(['do', 'leave-out'])
export type OwnChange = z.infer<typeof ownChange>

/** Words of the action, with the factor's name at the start of the experiment. */
export const ownAction = z.strictObject({
  name: ownFactor.shape.name,
  change: ownChange,
  /** Part of the day that the coin decides. */
  decides: z.enum(['night', 'day']),
})
export type OwnAction = z.infer<typeof ownAction>

export const makeOwnAction = (
  { name, window }: Pick<OwnFactor, 'name' | 'window'>,
  change: OwnChange,
): OwnAction => ({
  name,
  change,
  decides: window === 'same-night' ? 'night' : 'day',
})

/** Sentence with the reason why a factor is never an action; null if there is none. */
export function findFactorObstacle({
  name,
  answer,
  window,
}: Pick<OwnFactor, 'name' | 'answer' | 'window'>): string | null {
  const obstacle = findNameObstacle(name)
  if (obstacle !== null) return obstacle
  if (answer === 'scale') return 'A number from 0 to 10 is nothing that a coin can decide about.'
  return window === 'hours-48'
    ? 'It can act for two days, and a coin for each day would mix them. Your journal can compare the days instead.'
    : null
}

/** Sentence that the person confirms before the start. */
export const HARMLESS =
  'Doing it and leaving it out are both harmless for me. It is no medicine, no supplement, and not less to drink.'
/** Sentence to a person who did not. */
export const NOT_HARMLESS =
  'Only what is harmless for you either way can be tested. Tick the sentence if it is so.'

/** Words for screens and results. */
export function wordOwnAction({ name, change, decides }: OwnAction) {
  const quoted = `“${isolate(name)}”`
  return change === 'do'
    ? {
        decides,
        name: quoted,
        question: `Does ${quoted} keep cramps away?`,
        [WITH]: `with ${quoted}`,
        [WITHOUT]: `without ${quoted}`,
        followed: { [WITH]: `Was it with ${quoted}?`, [WITHOUT]: `Was it without ${quoted}?` },
      }
    : {
        decides,
        name: `no ${quoted}`,
        question: `Does leaving out ${quoted} keep cramps away?`,
        [WITH]: `without ${quoted}`,
        [WITHOUT]: `${quoted} as usual`,
        followed: { [WITH]: `Was it without ${quoted}?`, [WITHOUT]: `Was ${quoted} as usual?` },
      }
}
