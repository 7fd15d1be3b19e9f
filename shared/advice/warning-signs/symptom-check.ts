/**
 * BuiltInSymptom check: the warning rules for a page of questions, without a journal. The answers cover every fact that a rule
 * reads. They are not stored.
 */

import type { Condition } from '../../kinds/conditions.ts'
import type { CrampSite, restAnswers, StateAtOnset } from '../../kinds/cramp.ts'
import type { MedicineClass } from '../../kinds/medicines.ts'
import type { BuiltInSymptom, Circumstance } from '../../kinds/symptoms.ts'
import { compareRates } from '../../statistics/rate-ratio.ts'
import { muscleHarmSigns } from '../knowledge/statin-trials.ts'
import { hasSymptom, listSites, type WarningFacts } from './facts.ts'
import { backSymptoms, nerveSymptoms, RECENT_DAYS, type Rise } from './recent-weeks.ts'
import { forbidsStatinTrials } from './rule.ts'
import { findWarnings } from './warnings.ts'

/** Answers; null or empty is unanswered, an unticked box is a no. */
export interface SymptomAnswers {
  readonly sites: readonly CrampSite[]
  readonly symptoms: readonly BuiltInSymptom[]
  readonly circumstances: readonly Circumstance[]

  readonly durationMinutes: number | null
  readonly wasStretched: boolean
  readonly stateAtOnset: StateAtOnset | null
  readonly relievedByRest: (typeof restAnswers.ids)[number] | null
  readonly sorenessHours: number | null
  /** Three litres or more within six hours of the day before. */
  readonly drankVeryMuch: boolean
  /** Exertion of 7 or more (of 10) in the three days before. */
  readonly exertedHard: boolean

  /** Counts of the last four weeks, this cramp included. */
  readonly cramps: number | null
  readonly severeCramps: number | null
  readonly nightsWoken: number | null
  readonly nerveCramps: number | null
  readonly walkingCramps: number | null
  readonly backAndWalkingDays: number | null
  /** Cramps of the four weeks before those. */
  readonly crampsBefore: number | null
  /** Mean of the last two weeks, 0 to 10. */
  readonly sleepDisturbance: number | null
  /** Bother, 0 to 10. */
  readonly bother: number | null
  /** The person has looked for what brings them on for eight weeks, and found nothing. */
  readonly foundNothing: boolean

  readonly ageYears: number | null
  readonly conditions: readonly Condition[]
  readonly medicines: readonly MedicineClass[]
  /** Classes started or raised in the last 12 weeks, with more cramps since. */
  readonly medicinesBeforeRise: readonly MedicineClass[]
}

export const noAnswers: SymptomAnswers = {
  sites: [],
  symptoms: [],
  circumstances: [],
  durationMinutes: null,
  wasStretched: false,
  stateAtOnset: null,
  relievedByRest: null,
  sorenessHours: null,
  drankVeryMuch: false,
  exertedHard: false,
  cramps: null,
  severeCramps: null,
  nightsWoken: null,
  nerveCramps: null,
  walkingCramps: null,
  backAndWalkingDays: null,
  crampsBefore: null,
  sleepDisturbance: null,
  bother: null,
  foundNothing: false,
  ageYears: null,
  conditions: [],
  medicines: [],
  medicinesBeforeRise: [],
}

/** Values for the answer yes, exactly at the thresholds of the rules: volume in ml, exertion on the scale to 10. */
const VERY_MUCH_ML = 3000
const HARD = 7

/**
 * Converts answers to facts for the rules. The trials of statins are suppressed where an answer is a sign of harm, or
 * raises an emergency card or S4.
 *
 * @param now UTC milliseconds
 * @param mayTellStatinTrials true if the journal allows the trials of statins
 */
export function gatherAnswers(
  answers: SymptomAnswers,
  now: number,
  mayTellStatinTrials: boolean,
): WarningFacts {
  const facts = readAnswers(answers, now)
  return {
    ...facts,
    mayTellStatinTrials:
      mayTellStatinTrials &&
      !hasSymptom(facts, ...muscleHarmSigns) &&
      !findWarnings(facts).some(forbidsStatinTrials),
  }
}

function readAnswers(answers: SymptomAnswers, now: number): WarningFacts {
  const { symptoms, stateAtOnset, relievedByRest, cramps, crampsBefore } = answers
  const symptomSet = new Set(symptoms)
  const isWorseWalking = stateAtOnset === 'walking' || symptomSet.has('worse-walking')
  // The present cramp is one of the counted ones.
  const atLeastThis = (count: number | null, isThisOne: boolean) => Math.max(count ?? 0, isThisOne ? 1 : 0)
  const isOfWalking =
    (stateAtOnset === 'walking' || stateAtOnset === 'exercising') && relievedByRest === 'yes'
  return {
    fromAt: now,
    untilAt: now,
    isPast: false,
    // Answers about a condition alone are not about a cramp.
    isCramp: hasCramp(answers),
    sites: listSites(answers.sites),
    durationMinutes: answers.durationMinutes,
    isOngoing: false,
    wasStretched: answers.wasStretched,
    stateAtOnset,
    isOfWalking,
    isWorseWalking,
    sorenessHours: answers.sorenessHours,
    symptoms: symptomSet,
    circumstances: new Set(answers.circumstances),
    conditions: new Set(answers.conditions),
    isPregnant: answers.conditions.includes('pregnant'),
    ageYears: answers.ageYears,
    medicines: new Set(answers.medicines),
    crampsBefore: [],
    drinks: answers.drankVeryMuch ? [{ at: now, volumeMl: VERY_MUCH_ML }] : [],
    activities: answers.exertedHard ? [{ exertion: HARD, newOrHarder: null }] : [],
    recent: {
      cramps: cramps ?? 0,
      crampsOn28TrackedDays: cramps,
      severeOn28TrackedDays: answers.severeCramps,
      trackedLately: cramps === null ? 0 : RECENT_DAYS,
      severeCramps: answers.severeCramps ?? 0,
      nightsWoken: answers.nightsWoken ?? 0,
      sleepDisturbance: answers.sleepDisturbance,
      nerveCramps: atLeastThis(
        answers.nerveCramps,
        nerveSymptoms.some(one => symptomSet.has(one)),
      ),
      walkingCramps: atLeastThis(answers.walkingCramps, isOfWalking),
      backAndWalkingDays: atLeastThis(
        answers.backAndWalkingDays,
        isWorseWalking && backSymptoms.some(one => symptomSet.has(one)),
      ),
      rise: cramps === null || crampsBefore === null ? null : compareMonths(cramps, crampsBefore),
      medicineChanges: answers.medicinesBeforeRise.map(medicineClass => ({
        medicineClass,
        comparison: null,
      })),
      trackedDays: answers.foundNothing ? 2 * RECENT_DAYS : 0,
      crampsInAll: (cramps ?? 0) + (crampsBefore ?? 0),
      bother: answers.bother,
    },
    patternFound: answers.foundNothing ? false : null,
    mayTellStatinTrials: false,
  }
}

function hasCramp({ sites, durationMinutes, cramps, sorenessHours, stateAtOnset }: SymptomAnswers): boolean {
  return (
    sites.length > 0 ||
    durationMinutes !== null ||
    sorenessHours !== null ||
    stateAtOnset !== null ||
    (cramps ?? 0) > 0
  )
}

function compareMonths(now: number, before: number): Rise | null {
  const test = compareRates({ events: now, days: RECENT_DAYS }, { events: before, days: RECENT_DAYS })
  if (test.kind === 'not-estimable') return null
  const days = { daysNow: RECENT_DAYS, daysBefore: RECENT_DAYS }
  return { now, before, ...days, ratio: test.rateRatio, lower: test.lower }
}
