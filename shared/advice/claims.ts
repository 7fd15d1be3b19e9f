/**
 * What became of each claim of the five articles: which advice, step, sign, trigger or explanation answers to it, or why
 * the program does not repeat it. What uses a claim names it itself; here it is only gathered.
 */
import { exposures } from '../analysis/exposures.ts'
import { conditionGroups } from './conditions.ts'
import { explanations } from './explanations.ts'
import { medicinesWithCramps } from './medicines.ts'
import { protocols } from './relief/protocols.ts'
import { closing } from './relief.ts'
import type { ClaimId } from './suggestion.ts'
import { suggestions } from './suggestions.ts'
import { warningRules } from './warning-signs/warning-rules.ts'

export const claimUserKinds = [
  'suggestion',
  'relief-step',
  'relief-closing',
  'warning-rule',
  'exposure',
  'explanation',
  'condition',
  'medicine',
] as const
export type ClaimUserKind = (typeof claimUserKinds)[number]

/** Something of the program that answers to claims. */
export interface ClaimUser {
  readonly kind: ClaimUserKind
  /** Its key there; a relief step is named by its protocol and itself, `calf/bend-forward`. */
  readonly key: string
  readonly claims: readonly ClaimId[]
}

/** Everything that answers to claims. */
export function listClaimUsers(): ClaimUser[] {
  const name = (kind: ClaimUserKind, key: string, { claims }: { claims: readonly ClaimId[] }) => ({
    kind,
    key,
    claims,
  })
  return [
    ...suggestions.map(one => name('suggestion', one.id, one)),
    ...protocols.flatMap(({ id, steps }) => steps.map(step => name('relief-step', `${id}/${step.id}`, step))),
    name('relief-closing', 'closing', closing),
    ...warningRules.map(rule => name('warning-rule', rule.id, rule)),
    ...exposures.map(exposure => name('exposure', exposure.key, exposure)),
    ...explanations.map(one => name('explanation', one.id, one)),
    ...conditionGroups.flatMap(({ conditions }) =>
      Object.entries(conditions).map(([key, information]) => name('condition', key, information)),
    ),
    ...Object.entries(medicinesWithCramps).map(([key, information]) => name('medicine', key, information)),
  ]
}

/** Claims that nothing here repeats, and why. */
export const notRepeated: Partial<Record<ClaimId, string>> = {
  '002-20': 'Sunlight and exercise are good for bones; that they keep cramps away, nobody has shown.',
  '002-21':
    'Calcium tablets are nothing to take on one’s own: they can do harm, and no trial in people who are not pregnant shows that they help.',
}

/** What is left out of claims that are used otherwise: mechanisms that are told there as facts. */
export const partsLeftOut: Partial<Record<ClaimId, string>> = {
  '000-05': 'Rubbing may be soothing; that it flushes something out of the muscle is not shown.',
  '000-12': 'Too little to drink is thought to play a part for some; as a main cause it is disputed.',
  '000-13': 'Most people with cramps do not seem to lack minerals.',
  '000-14': 'Tired muscle is thought to cramp because of its nerves, not because of what gathers in it.',
  '000-17': 'Long sitting goes with cramps; that the muscle then lacks oxygen is not shown.',
  '001-05': 'Most people with cramps do not seem to lack minerals.',
  '001-11': 'Rolling may be soothing; that it breaks something up is not shown.',
  '002-03': 'Tired muscle is thought to cramp because of its nerves, not because of what gathers in it.',
  '003-06': 'That lactic acid causes cramps is not shown.',
  '003-08': 'A cramp does not show that calcium is lacking.',
  '004-03': 'Salts are lost with sweat; that this alone makes a muscle cramp is disputed.',
}

/** What is wrong with the account of `claimIds`; empty when each is accounted for, once and without contradiction. */
export function findAccountProblems(
  claimIds: readonly string[],
  users: readonly ClaimUser[],
  omitted: Readonly<Record<string, string | undefined>>,
): string[] {
  const known = new Set(claimIds)
  const used = new Map<string, ClaimUser>()
  for (const user of users) for (const claim of user.claims) used.set(claim, user)
  const nameUser = ({ kind, key }: ClaimUser) => `${kind} ${key}`
  return [
    ...claimIds
      .filter(claim => !used.has(claim) && omitted[claim] === undefined)
      .map(claim => `${claim}: nobody accounts for it`),
    ...[...used]
      .filter(([claim]) => !known.has(claim))
      .map(([claim, user]) => `${claim}: used by ${nameUser(user)}, and no claim`),
    ...Object.keys(omitted)
      .filter(claim => !known.has(claim))
      .map(claim => `${claim}: left out, and no claim`),
    ...[...used]
      .filter(([claim]) => omitted[claim] !== undefined)
      .map(([claim, user]) => `${claim}: left out, and used by ${nameUser(user)}`),
  ]
}
