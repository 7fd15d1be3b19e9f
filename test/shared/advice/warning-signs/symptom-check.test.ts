import { describe, expect, test } from 'vitest'
import {
  gatherAnswers,
  noAnswers,
  type SymptomAnswers,
} from '../../../../shared/advice/warning-signs/symptom-check.ts'
import { warningRules } from '../../../../shared/advice/warning-signs/warning-rules.ts'
import { findWarnings, warningCard, writeCard } from '../../../../shared/advice/warning-signs/warnings.ts'
import { site } from './situation.ts'

const NOW = Date.UTC(2026, 10, 20)
const calf = [site('calf')]
const rulesFor = (answers: Partial<SymptomAnswers>) =>
  findWarnings(gatherAnswers({ ...noAnswers, ...answers }, NOW, true)).map(({ id }) => id)

/** Answers that make each rule hold, by rule id: the questions cover every fact that a rule reads. */
const answersFor: Record<string, Partial<SymptomAnswers>> = {
  E1: { symptoms: ['breathless'] },
  E2: {
    sites: calf,
    durationMinutes: 11,
    symptoms: ['cold-limb', 'numb'],
    circumstances: ['new-today'],
  },
  E3: { symptoms: ['both-legs-numb', 'back-pain'] },
  E4: { symptoms: ['trouble-swallowing'] },
  E5: { symptoms: ['severe-headache'], drankVeryMuch: true },
  S1: { durationMinutes: 11 },
  S2: { sites: calf, symptoms: ['throbbing'] },
  S3: { sites: [site('toes')], symptoms: ['warmth', 'redness-or-darker-skin'] },
  S4: { symptoms: ['dark-urine'], exertedHard: true },
  S5: { sites: calf, circumstances: ['poison-contact'] },
  S6: { symptoms: ['foot-skin-change'], conditions: ['diabetes'] },
  S7: { symptoms: ['hearing-or-vision-change'], medicines: ['quinine'] },
  S8: { symptoms: ['pop-or-injury'] },
  S9: { sites: [site('hand'), site('toes')], symptoms: ['mouth-tingling'] },
  S10: { symptoms: ['pain-at-rest-better-hanging-down'] },
  R1: { sorenessHours: 49 },
  R2: { symptoms: ['limping'], circumstances: ['longer-than-a-day'] },
  R3: { symptoms: ['tingling'], nerveCramps: 2 },
  R4: { sites: calf, stateAtOnset: 'walking', relievedByRest: 'yes', walkingCramps: 3 },
  R5: { symptoms: ['worse-walking', 'radiating'], backAndWalkingDays: 2 },
  R6: { sites: calf, sleepDisturbance: 5 },
  R7: { cramps: 12 },
  R8: { cramps: 8, crampsBefore: 1 },
  R9: { symptoms: ['clumsy-or-tripping'] },
  R10: { sites: calf, medicinesBeforeRise: ['statin'] },
  R11: { sites: calf, conditions: ['thyroid-disorder'] },
  R12: { sites: [site('toes')], symptoms: ['swelling'] },
  R13: { sites: [site('face')] },
  R14: { cramps: 4, crampsBefore: 4, bother: 5, foundNothing: true },
  R15: { sites: calf, ageYears: 15 },
}

test.each(warningRules)('$id can be reached by answers alone', ({ id }) => {
  const answers = answersFor[id]
  if (answers === undefined) throw new Error(`no answers for ${id}`)
  expect(rulesFor(answers)).toContain(id)
})

test.each(warningRules)('$id writes a card of them', rule => {
  const facts = gatherAnswers({ ...noAnswers, ...answersFor[rule.id] }, NOW, true)
  const card = writeCard(rule, facts, 'uk')
  expect(warningCard.parse(card)).toEqual(card)
  expect(card.recorded).toMatch(/^You recorded: .+\. This is not a diagnosis\.$/)
  expect(card.recorded).not.toMatch(/undefined|null|NaN/)
})

describe('nothing is made of', () => {
  test('no answer at all', () => {
    expect(rulesFor({})).toEqual([])
  })
  test('an ordinary cramp', () => {
    expect(
      rulesFor({ sites: calf, durationMinutes: 10, sorenessHours: 48, cramps: 3, nightsWoken: 3 }),
    ).toEqual([])
  })
  test('a condition without a cramp', () => {
    expect(rulesFor({ conditions: ['diabetes', 'pregnant'] })).toEqual([])
  })
  test('one tingling now, and none before', () => {
    expect(rulesFor({ sites: calf, symptoms: ['tingling'], nerveCramps: 0 })).toEqual([])
  })
})
