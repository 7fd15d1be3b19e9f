import { expect, it } from 'vitest'
import { describeMedicine } from '../../../renderer/insights/medicine-words.ts'

it('tells what came after a change of medicine from the days that were tracked, not from weeks that are still to come', () => {
  const words = describeMedicine({
    name: 'Hydrochlorothiazide',
    change: 'start',
    date: '2026-08-29',
    before: { cramps: 21, trackedDays: 84 },
    after: { cramps: 1, trackedDays: 56 },
    ratio: 0.071,
    lower: 0.0017,
    upper: 0.44,
  })
  expect(words).toMatch(
    /^Hydrochlorothiazide, started .*29.*2026.*: 1 cramp \(0\.5 per 4 weeks\) on 56 tracked days after,/,
  )
  expect(words).toContain(
    '21 cramps (7.0 per 4 weeks) on 84 before, of up to 12 weeks each (0.1 times as many, 95% CI 0.0 to 0.4)',
  )
})
