/** The turns of phrase that several cards share. */

import { type Condition, conditions } from '../../kinds/conditions.ts'
import type { CrampSite } from '../../kinds/cramp.ts'
import { formatSite, type Muscle } from '../../kinds/muscles.ts'
import { type Circumstance, circumstances, type Symptom, symptoms } from '../../kinds/symptoms.ts'
import { lowerFirst } from '../../locale/lower-first.ts'
import type { WarningFacts } from './facts.ts'
import type { WhomToCall } from './whom-to-call.ts'

/** The entered ones of some symptoms, in the words in which they were chosen. */
export function nameSymptoms(facts: WarningFacts, named: readonly Symptom[]): string[] {
  return named.filter(symptom => facts.symptoms.has(symptom)).map(one => lowerFirst(symptoms.words[one]))
}

export function nameCircumstances(facts: WarningFacts, named: readonly Circumstance[]): string[] {
  return named
    .filter(circumstance => facts.circumstances.has(circumstance))
    .map(one => lowerFirst(circumstances.words[one]))
}

export const nameCondition = (condition: Condition) => lowerFirst(conditions.words[condition])

/** "a cramp (left calf, right calf)", of those muscles alone that matter here. */
export function nameCramp(sites: readonly CrampSite[], muscles?: readonly Muscle[]): string[] {
  const places = sites
    .filter(({ muscle }) => muscles === undefined || muscles.includes(muscle))
    .map(site => lowerFirst(formatSite(site)))
  return places.length === 0 ? [] : [`a cramp (${places.join(', ')})`]
}

export const callNow = ({ emergency }: WhomToCall) => `Call ${emergency} now.`
/** For the ordinary appointment, to which the report can go along. */
export const makeAppointment = ({ routine }: WhomToCall) =>
  `Make an ordinary appointment with ${routine}, and take the report of this journal with you.`
export const contactToday = ({ sameDay }: WhomToCall) => `Contact ${sameDay} today.`

/** The signs of E2, for those whose limb is already giving trouble. */
export const ifLimbFails = ({ emergency }: WhomToCall) =>
  `If the leg or arm turns pale, cold, numb or weak, call ${emergency}.`

/** The signs of E1, for those whose leg should be checked. */
export const ifChest = ({ emergency }: WhomToCall) =>
  `If you get chest pain, become short of breath or cough up blood, call ${emergency}.`
