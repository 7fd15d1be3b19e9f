/** Words of what was left out of a finding. */
import { expect, test } from 'vitest'
import { describeExclusion } from '../../../renderer/insights/forest/finding-words.ts'
import type { Exclusion } from '../../../shared/analysis/finding.ts'

test('what was left out is counted in the singular and in the plural', () => {
  const wordsOf = (reason: Exclusion['reason'], count: number) => describeExclusion({ reason, count })
  expect(wordsOf('case-not-covered', 1)).toBe('1 cramp day, because the hours before are unknown')
  expect(wordsOf('case-not-covered', 1375)).toBe('1,375 cramp days, because the hours before are unknown')
  expect(wordsOf('referent-windows-not-covered', 1)).toBe(
    '1 comparison with other days, because hours of those are unknown',
  )
  expect(wordsOf('onset-unclear', 2)).toBe('2 cramps: onset not known well enough')
  expect(wordsOf('onset-assumed', 1)).toBe(
    '1 cramp known only as “in the night”: counted, at your usual hour',
  )
})
