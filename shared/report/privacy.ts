/** What of the journal a report tells, and what it keeps to itself unless the person asked for it. */
import type { WarningFacts } from '../advice/warning-signs/facts.ts'
import { type Condition, conditions } from '../kinds/conditions.ts'
import { type Circumstance, circumstances } from '../kinds/symptoms.ts'
import type { PrivateThing } from '../privacy/private-things.ts'
import type { Cramp } from './facts.ts'

/** Of conditions, those that may be told. */
export function tellConditions<Some extends Condition>(
  told: Iterable<Some>,
  reveal: readonly PrivateThing[],
): Some[] {
  return [...told].filter(condition => reveal.includes('pregnancy') || !conditions.get(condition).isPregnancy)
}

const tellCircumstances = (told: Iterable<Circumstance>, reveal: readonly PrivateThing[]) =>
  [...told].filter(
    circumstance => reveal.includes('pregnancy') || !circumstances.get(circumstance).isPregnancy,
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
