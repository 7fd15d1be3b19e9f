import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFingerprint, hashText } from '../../../shared/statistics/fingerprint.ts'

const digest = (lists: readonly (readonly number[])[], text = '') => {
  const fingerprint = createFingerprint()
  for (const list of lists) fingerprint.addNumbers(list)
  fingerprint.addText(text)
  return fingerprint.digest()
}
const lists = fc.array(fc.array(fc.double({ noNaN: true })))

test('is equal for equal data, and different for any others', () => {
  fc.assert(
    fc.property(lists, lists, (one, other) => {
      const isSame = JSON.stringify(one) === JSON.stringify(other)
      expect(digest(one) === digest(other)).toBe(isSame)
      expect(digest(one)).toBe(digest(one))
    }),
  )
  const seen = new Set(Array.from({ length: 100_000 }, (_, i) => digest([[i]])))
  expect(seen.size).toBe(100_000)
})

test('keeps lists apart, takes 0 and -0 for one number, and tells a missing number', () => {
  expect(digest([[1], [2]])).not.toBe(digest([[1, 2]]))
  expect(digest([[1, 2], []])).not.toBe(digest([[], [1, 2]]))
  expect(digest([[0]])).toBe(digest([[-0]]))
  expect(digest([[NaN]])).not.toBe(digest([[0]]))
  expect(digest([], 'ab')).not.toBe(digest([], 'ba'))
})

test('gives seeds of 32 bits', () => {
  const seeds = new Set(Array.from({ length: 10_000 }, (_, i) => hashText(`alcohol ${i}`)))
  expect(seeds.size).toBeGreaterThan(9990)
  for (const seed of seeds) {
    expect(seed).toBeGreaterThanOrEqual(0)
    expect(seed).toBeLessThan(2 ** 32)
  }
})
