import { expect, test } from 'vitest'
import { isFromMemory } from '../../../shared/kinds/entry-time.ts'
import { MS_PER_DAY } from '../../../shared/time/moment.ts'

const AT = Date.UTC(2026, 10, 1, 12)

test('what was written down more than a week after it happened is from memory', () => {
  expect(isFromMemory({ kind: 'cramp', at: AT, loggedAt: AT + 7 * MS_PER_DAY })).toBe(false)
  expect(isFromMemory({ kind: 'cramp', at: AT, loggedAt: AT + 7 * MS_PER_DAY + 1 })).toBe(true)
  expect(isFromMemory({ kind: 'fluid', at: AT, loggedAt: AT + 8 * MS_PER_DAY })).toBe(true)
  expect(isFromMemory({ kind: 'fluid', at: AT, loggedAt: AT - 60_000 })).toBe(false)
})

test('a change of a medicine is not: it stands on a packet', () => {
  expect(isFromMemory({ kind: 'medication', at: AT, loggedAt: AT + 90 * MS_PER_DAY })).toBe(false)
})
