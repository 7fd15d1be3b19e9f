/** Redaction: removes private topics from a report unless the person chose to reveal them. */
import type { WarningFacts } from '../advice/warning-signs/facts.ts'
import { type Condition, conditions } from '../kinds/conditions.ts'
import { type Circumstance, circumstances } from '../kinds/symptoms.ts'
import type { PrivateThing } from '../privacy/private-things.ts'
import type { Cramp } from './facts.ts'

/** Removes conditions of pregnancy unless that topic is revealed. */
export function redactConditions<Some extends Condition>(
  recorded: Iterable<Some>,
  reveal: readonly PrivateThing[],
): Some[] {
  return [...recorded].filter(
    condition => reveal.includes('pregnancy') || !conditions.get(condition).isPregnancy,
  )
}

const redactCircumstances = (recorded: Iterable<Circumstance>, reveal: readonly PrivateThing[]) =>
  [...recorded].filter(
    circumstance => reveal.includes('pregnancy') || !circumstances.get(circumstance).isPregnancy,
  )

/** Redacted cramp for pages and files. An allow-list of fields, so that a field added later is not revealed by default. */
export function redactCramp(cramp: Cramp, reveal: readonly PrivateThing[]): Cramp {
  return {
    kind: cramp.kind,
    id: cramp.id,
    at: cramp.at,
    offsetMinutes: cramp.offsetMinutes,
    loggedAt: cramp.loggedAt,
    editedAt: cramp.editedAt,
    ...(cramp.source !== undefined && { source: cramp.source }),
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
    circumstances: redactCircumstances(cramp.circumstances, reveal),
    note: reveal.includes('notes') ? cramp.note : '',
  }
}

/** Redacted input of the warning rules, so that the wording of a warning on paper reveals nothing private. */
export function redactWarningFacts(facts: WarningFacts, reveal: readonly PrivateThing[]): WarningFacts {
  return {
    ...facts,
    conditions: new Set(redactConditions(facts.conditions, reveal)),
    circumstances: new Set(redactCircumstances(facts.circumstances, reveal)),
    isPregnant: facts.isPregnant && reveal.includes('pregnancy'),
  }
}
