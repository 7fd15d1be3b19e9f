import { expect, it } from 'vitest'
import { describeMedicine } from '../../../renderer/insights/medicine-words.ts'

const comparison = {
  name: 'Hydrochlorothiazide',
  medicineClass: 'diuretic-thiazide-like',
  change: 'start',
  date: '2026-08-29',
  before: { cramps: 21, trackedDays: 84 },
  after: { cramps: 1, trackedDays: 56 },
  ratio: 0.071,
  lower: 0.0017,
  upper: 0.44,
} as const

it('tells both rates from the days that were tracked, not from weeks that are still to come', () => {
  const words = describeMedicine(comparison, false)
  expect(words).toMatch(/^Hydrochlorothiazide, started .*29.*2026.*: 7\.0 cramps per 4 weeks before/)
  expect(words).toContain(
    '7.0 cramps per 4 weeks before (21 on 84 answered days), 0.5 after (1 on 56 answered days), of up to 12 weeks each. ' +
      'That is 0.1 times as many after, 95% interval 0.0 to 0.4.',
  )
})

it('tells the ratio of a statin only where the trials may stand beside it, and both rates always', () => {
  const statin = { ...comparison, name: 'Simvastatin', medicineClass: 'statin' } as const
  expect(describeMedicine(statin, true)).toContain('0.1 times as many')
  const alone = describeMedicine(statin, false)
  expect(alone).not.toContain('times as many')
  expect(alone).toContain('7.0 cramps per 4 weeks before (21 on 84 answered days), 0.5 after')
})
