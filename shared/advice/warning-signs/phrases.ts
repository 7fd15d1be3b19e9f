/** Phrases that several cards share. */

import { type Condition, conditions } from '../../kinds/conditions.ts'
import type { CrampSite } from '../../kinds/cramp.ts'
import { formatSite, type Muscle } from '../../kinds/muscles.ts'
import { type BuiltInSymptom, type Circumstance, circumstances, symptoms } from '../../kinds/symptoms.ts'
import { lowerFirst } from '../../locale/lower-first.ts'
import type { WarningFacts } from './facts.ts'
import type { WhomToCall } from './whom-to-call.ts'

/** Names of those of `named` that were entered, in the words of the form. */
export function nameSymptoms(facts: WarningFacts, named: readonly BuiltInSymptom[]): string[] {
  return named.filter(symptom => facts.symptoms.has(symptom)).map(one => lowerFirst(symptoms.words[one]))
}

export function nameCircumstances(facts: WarningFacts, named: readonly Circumstance[]): string[] {
  return named
    .filter(circumstance => facts.circumstances.has(circumstance))
    .map(one => lowerFirst(circumstances.words[one]))
}

export const nameCondition = (condition: Condition) => lowerFirst(conditions.words[condition])

/** "a cramp (left calf, right calf)". @param muscles restricts the sites to these */
export function nameCramp(sites: readonly CrampSite[], muscles?: readonly Muscle[]): string[] {
  const places = sites
    .filter(({ muscle }) => muscles === undefined || muscles.includes(muscle))
    .map(site => lowerFirst(formatSite(site)))
  return places.length === 0 ? [] : [`a cramp (${places.join(', ')})`]
}

export const callNow = ({ emergency }: WhomToCall) => `Call ${emergency} now.`
/** Advice of a routine card; it mentions the report. */
export const makeAppointment = ({ routine }: WhomToCall) =>
  `Make an ordinary appointment with ${routine}, and take the report of this journal with you.`
export const contactToday = ({ sameDay }: WhomToCall) => `Contact ${sameDay} today.`

/** Signs of E2, to watch for with other trouble of a limb. */
export const ifLimbFails = ({ emergency }: WhomToCall) =>
  `If the leg or arm turns pale, cold, numb or weak, call ${emergency}.`

/** Signs of E1, to watch for until a leg is checked. */
export const ifChest = ({ emergency }: WhomToCall) =>
  `If you get chest pain, become short of breath or cough up blood, call ${emergency}.`
