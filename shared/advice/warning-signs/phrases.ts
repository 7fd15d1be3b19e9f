/** The turns of phrase that several cards share. */
import type { Circumstance, CrampSite, Muscle, Symptom } from '../../kinds/cramp.ts'
import { circumstanceWords, conditionWords, formatSite, lowerFirst, symptomWords } from '../../kinds/words.ts'
import type { WarningFacts } from './facts.ts'
import type { WhomToCall } from './whom-to-call.ts'

/** Those of `symptoms` that were written down, in the words in which they were chosen. */
export function nameSymptoms(facts: WarningFacts, symptoms: readonly Symptom[]): string[] {
  return symptoms.filter(symptom => facts.symptoms.has(symptom)).map(one => lowerFirst(symptomWords[one]))
}

export function nameCircumstances(facts: WarningFacts, circumstances: readonly Circumstance[]): string[] {
  return circumstances
    .filter(circumstance => facts.circumstances.has(circumstance))
    .map(one => lowerFirst(circumstanceWords[one]))
}

export const nameCondition = (condition: keyof typeof conditionWords) => lowerFirst(conditionWords[condition])

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
