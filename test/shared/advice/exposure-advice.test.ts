import { expect, test } from 'vitest'
import { getAdviceFor, getClaimsAbout } from '../../../shared/advice/exposure-advice.ts'
import { builtInKeys } from '../../../shared/analysis/exposures/exposures.ts'

test('every exposure knows its advice, and all of it exists', () => {
  const titles = builtInKeys.map(key => getAdviceFor(key).map(({ id }) => id))
  expect(titles.filter(ids => ids.length === 0)).toHaveLength(4)
  expect(getAdviceFor('footwear-tight').map(({ id }) => id)).toEqual(['supportive-shoes'])
})

test.each(builtInKeys)('the claims about %s are numbered', key => {
  for (const claim of getClaimsAbout(key)) expect(claim).toMatch(/^00[0-4]-\d\d$/)
})
