/**
 * Account of the claims of the five articles: the advice, step, sign, trigger or explanation that covers each, or the
 * reason why the program does not repeat it. The records name their claims; this file only collects them.
 */
import { exposures } from '../analysis/exposures/exposures.ts'
import { getClaimsAbout } from './exposure-advice.ts'
import type { ClaimId } from './knowledge/claim-id.ts'
import { conditionGroups } from './knowledge/conditions.ts'
import { explanations } from './knowledge/explanations.ts'
import { medicinesWithCramps } from './knowledge/medicines.ts'
import { protocols } from './relief/protocols.ts'
import { closing } from './relief/relief.ts'
import { suggestions } from './suggestions/suggestions.ts'
import { warningRules } from './warning-signs/warning-rules.ts'

const claimUserKinds = [
  'suggestion',
  'relief-step',
  'relief-closing',
  'warning-rule',
  'exposure',
  'explanation',
  'condition',
  'medicine',
] as const
type ClaimUserKind = (typeof claimUserKinds)[number]

/** A record that covers claims. */
export interface ClaimUser {
  readonly kind: ClaimUserKind
  /** Key of the record in its own list; for a relief step protocol and step, `calf/bend-forward`. */
  readonly key: string
  readonly claims: readonly ClaimId[]
}

/** Lists the records that can cover claims. */
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
    ...exposures.map(({ key }) => name('exposure', key, { claims: getClaimsAbout(key) })),
    ...explanations.map(one => name('explanation', one.id, one)),
    ...conditionGroups.flatMap(({ conditions }) =>
      Object.entries(conditions).map(([key, information]) => name('condition', key, information)),
    ),
    ...Object.entries(medicinesWithCramps).map(([key, information]) => name('medicine', key, information)),
  ]
}

/** Claims that the program does not repeat, with the reason. */
export const notRepeated: Partial<Record<ClaimId, string>> = {
  '002-20': 'Sunlight and exercise are good for bones, but nobody has shown that they prevent cramps.',
  '002-21':
    'Do not take calcium tablets without asking: they can do harm, and we know of no trial outside pregnancy that shows they help.',
}

/** Parts left out of claims that are otherwise used: mechanisms that the articles state as facts. */
export const partsLeftOut: Partial<Record<ClaimId, string>> = {
  '000-05': 'Rubbing may be soothing, but nobody has shown that it flushes anything out of the muscle.',
  '000-12': 'Drinking too little may play a part for some people. Whether it is a main cause is disputed.',
  '000-13': 'Most people with cramps do not seem to lack minerals.',
  '000-14':
    'Tired muscles are thought to cramp because of their nerves, not because of waste that builds up in them.',
  '000-17': 'Long sitting goes with cramps, but nobody has shown that the muscle then lacks oxygen.',
  '001-05': 'Most people with cramps do not seem to lack minerals.',
  '001-11': 'Rolling may be soothing, but nobody has shown that it breaks anything up.',
  '002-03':
    'Tired muscles are thought to cramp because of their nerves, not because of waste that builds up in them.',
  '003-06': 'Nobody has shown that lactic acid causes cramps.',
  '003-08': 'A cramp does not mean that you lack calcium.',
  '004-03': 'Sweat carries salts away. Whether that alone makes a muscle cramp is disputed.',
}

/** Problems of the account of `claimIds`; empty when each claim is covered or omitted, and never both. */
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
