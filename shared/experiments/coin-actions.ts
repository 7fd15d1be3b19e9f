/**
 * Actions that a coin can decide for one day at a time: harmless, and with an effect from one day to the next. An action whose
 * effect builds up over weeks keeps longer periods (`trials.ts`), because it would reach into the nights without it.
 *
 * All that screens, results and the service need of an action comes from `getCoinAction`: an action from another source than
 * the suggestions only has to be returned by it.
 */
import { z } from 'zod'
import { isOwnKey, ownKeySchema } from '../analysis/exposures/own-exposure.ts'
import type { Condition } from '../kinds/conditions.ts'
import { WITH, WITHOUT } from './design.ts'
import { ownAction, wordOwnAction } from './own-action.ts'
import { findObstacle, type Trial, type TrialId, trials } from './trials.ts'

/** Suggestions with a quick effect. */
export const coinActionIds = [
  'warm-feet',
  'loose-bedding',
  'break-up-sitting',
  'break-up-standing',
  'supportive-shoes',
  'drink-to-thirst',
] as const satisfies readonly TrialId[]
export type CoinActionId = (typeof coinActionIds)[number]

/** Key of an action: that of a suggestion, or of an own factor. */
export const coinActionKey = z.union([z.enum(coinActionIds), ownKeySchema])
export type CoinActionKey = z.infer<typeof coinActionKey>

/** An action with all that its words need. */
export const coinSubject = z.strictObject({
  action: coinActionKey,
  /** Missing for a suggestion. */
  own: ownAction.optional(),
})
export type CoinSubject = z.infer<typeof coinSubject>

/** Words of an action in an experiment with coins. */
interface CoinWords {
  /** "loose socks": completes "With ..." and "Test ...". */
  readonly name: string
  /** Part of the day that the coin decides: the evening and night, or the whole day from its start. */
  readonly decides: 'night' | 'day'
  /** Instruction without a full stop; completes "Tonight: ..." or "Today: ...". */
  readonly [WITH]: string
  readonly [WITHOUT]: string
}

const words: { readonly [Id in CoinActionId]: CoinWords } = {
  'warm-feet': {
    name: 'loose socks in bed',
    decides: 'night',
    [WITH]: 'wear loose socks in bed',
    [WITHOUT]: 'no socks in bed',
  },
  'loose-bedding': {
    name: 'loose bedding',
    decides: 'night',
    [WITH]: 'pull the cover out at the foot end',
    [WITHOUT]: 'leave the foot end of the bed as it always was',
  },
  'break-up-sitting': {
    name: 'hourly breaks from sitting',
    decides: 'day',
    [WITH]: 'get up once an hour and walk for a minute or two',
    [WITHOUT]: 'sit and get up as you usually do',
  },
  'break-up-standing': {
    name: 'breaks from standing',
    decides: 'day',
    [WITH]: 'sit down or walk for two minutes in every half hour of standing',
    [WITHOUT]: 'stand and rest as you usually do',
  },
  'supportive-shoes': {
    name: 'the supportive shoes',
    decides: 'day',
    [WITH]: 'wear your roomy, supportive pair',
    [WITHOUT]: 'wear the pair you wore until now',
  },
  'drink-to-thirst': {
    name: 'drinking early',
    decides: 'day',
    [WITH]: 'have most of your usual drinks before the evening',
    [WITHOUT]: 'spread your drinks over the day as you always did',
  },
}

export interface CoinAction extends CoinWords {
  readonly id: CoinActionKey
  /** "Do warm feet at night keep cramps away?" */
  readonly question: string
  /** Question on the day after, by the arm that was drawn. */
  readonly followed: { readonly [WITH]: string; readonly [WITHOUT]: string }
  /** Sentence with the reason why a person with these conditions is not offered it; null if there is none. */
  readonly findObstacle: (conditions: readonly Condition[]) => string | null
}

/**
 * @param subject or the id of a suggestion
 * @throws RangeError for an own factor without its words
 */
export function getCoinAction(subject: CoinSubject | CoinActionId): CoinAction {
  const { action: id, own }: CoinSubject = typeof subject === 'string' ? { action: subject } : subject
  if (isOwnKey(id)) {
    if (own === undefined) throw new RangeError(`own: missing for "${id}"`)
    return { id, ...wordOwnAction(own), findObstacle: () => null }
  }
  const trial: Trial = trials[id]
  return {
    ...words[id],
    id,
    question: trial.question,
    followed: { [WITH]: trial.arms[WITH].question, [WITHOUT]: trial.arms[WITHOUT].question },
    findObstacle: conditions => findObstacle(trial, conditions),
  }
}

export function isCoinActionId(id: string): id is CoinActionId {
  return coinActionIds.some(known => known === id)
}
