/** Every symptom of a warning rule can be typed, in the words shown on screen. */
import { expect, test } from 'vitest'
import { symptoms } from '../../../shared/kinds/symptoms.ts'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import { contextAt } from './contexts.ts'
import { cramp } from './expected-drafts.ts'

const leftCalf = { muscle: 'calf', side: 'left' } as const

test.each(symptoms.ids)('%s', symptom => {
  const reading = readQuickAdd(`cramp left calf 3am 7/10 ${symptoms.words[symptom]}`, contextAt())
  expect(reading.kind === 'entry' && reading.draft).toEqual(
    cramp('2026-11-20 03:00', [leftCalf], { intensity: 7, symptoms: [symptom] }),
  )
})

test('of words within words the longer ones count', () => {
  const line = 'cramp left calf 3am vomiting again and again, severe headache, numbness between the legs'
  expect(readQuickAdd(line, contextAt())).toMatchObject({
    draft: { symptoms: expect.toSatisfy((found: string[]) => found.length === 3) },
  })
})
