/** What of the journal a report tells, and what it keeps to itself unless the person asked for it. */
import type { WarningFacts } from '../advice/warning-signs/facts.ts'
import type { Circumstance } from '../kinds/cramp.ts'
import type { Condition } from '../kinds/profile.ts'
import type { PrivateThing } from '../privacy/private-things.ts'
import type { Cramp } from './facts.ts'

const pregnancyConditions: ReadonlySet<Condition> = new Set(['pregnant', 'lactating'])
const pregnancyCircumstance: Circumstance = 'pregnant-or-just-gave-birth'

/** Of conditions, those that may be told. */
export function tellConditions<Some extends Condition>(
  conditions: Iterable<Some>,
  reveal: readonly PrivateThing[],
): Some[] {
  return [...conditions].filter(
    condition => reveal.includes('pregnancy') || !pregnancyConditions.has(condition),
  )
}

const tellCircumstances = (circumstances: Iterable<Circumstance>, reveal: readonly PrivateThing[]) =>
  [...circumstances].filter(
    circumstance => reveal.includes('pregnancy') || circumstance !== pregnancyCircumstance,
  )

/** A cramp as every page and every file may hold it. Field by field: what a cramp may hold one day is not told unseen. */
export function tellCramp(cramp: Cramp, reveal: readonly PrivateThing[]): Cramp {
  return {
    kind: cramp.kind,
    id: cramp.id,
    at: cramp.at,
    offsetMinutes: cramp.offsetMinutes,
    loggedAt: cramp.loggedAt,
    editedAt: cramp.editedAt,
    onsetPrecision: cramp.onsetPrecision,
    ongoing: cramp.ongoing,
    needsDetails: cramp.needsDetails,
    durationSeconds: cramp.durationSeconds,
    sites: cramp.sites,
    intensity: cramp.intensity,
    stateAtOnset: cramp.stateAtOnset,
    relievedByRest: cramp.relievedByRest,
    wokeMe: cramp.wokeMe,
    relief: cramp.relief,
    symptoms: cramp.symptoms,
    sorenessHours: cramp.sorenessHours,
    circumstances: tellCircumstances(cramp.circumstances, reveal),
    note: reveal.includes('notes') ? cramp.note : '',
  }
}

/** What a warning rule may know when its answer goes on paper: nothing that its words could give away. */
export function tellFacts(facts: WarningFacts, reveal: readonly PrivateThing[]): WarningFacts {
  return {
    ...facts,
    conditions: new Set(tellConditions(facts.conditions, reveal)),
    circumstances: new Set(tellCircumstances(facts.circumstances, reveal)),
    isPregnant: facts.isPregnant && reveal.includes('pregnancy'),
  }
}
