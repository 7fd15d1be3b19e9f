import { expect, test } from 'vitest'
import { findUrgencyOfPlace } from '../../../../shared/advice/warning-signs/missing-place.ts'
import { noAnswers, type SymptomAnswers } from '../../../../shared/advice/warning-signs/symptom-check.ts'
import { site } from './situation.ts'

const NOW = Date.UTC(2026, 10, 20)
const urgencyOf = (answers: Partial<SymptomAnswers>) => findUrgencyOfPlace({ ...noAnswers, ...answers }, NOW)

test('a place is worth asking for where it raises the urgency, and only there', () => {
  // Swelling somewhere is routine, of one calf to be seen the same day.
  expect(urgencyOf({ symptoms: ['swelling'] })).toBe('same-day')
  // Tingling around the mouth with cramps in hands and feet.
  expect(urgencyOf({ symptoms: ['mouth-tingling'] })).toBe('same-day')
  // Numbness of both legs with back pain.
  expect(urgencyOf({ symptoms: ['numb', 'back-pain'] })).toBe('emergency')
  // Already as urgent as any place would make it.
  expect(urgencyOf({ symptoms: ['swelling', 'warmth'] })).toBeNull()
  expect(urgencyOf({ symptoms: ['swelling', 'chest-pain'] })).toBeNull()
})

test('nothing is asked once a place is known, or without a sign', () => {
  expect(urgencyOf({ symptoms: ['swelling'], sites: [site('toes')] })).toBeNull()
  expect(urgencyOf({})).toBeNull()
  expect(urgencyOf({ cramps: 12 })).toBeNull()
})
