import { expect, test } from 'vitest'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { contextAt, socks } from './contexts.ts'

const tea = { ...socks, id: 2, name: 'Herbal tea' }
const cramps = { ...socks, id: 3, name: 'Old thing', archived: true }
const context = contextAt('2026-11-20 14:00', { ownFactors: [socks, tea, cramps] })

function read(line: string) {
  const reading = readQuickAdd(line, context)
  if (reading.kind !== 'entry') return reading.kind
  const { draft } = reading
  return draft.kind === 'own-factor' ? [draft.factorId, draft.present, calendarDate(draft)] : draft.kind
}

test.each([
  ['compression socks', [1, true, '2026-11-20']],
  ['Compression Socks yes', [1, true, '2026-11-20']],
  ['no compression socks', [1, false, '2026-11-20']],
  ['compression socks: no yesterday', [1, false, '2026-11-19']],
  ['compression socks yesterday // new pair', [1, true, '2026-11-19']],
  ['herbal tea', [2, true, '2026-11-20']],
  // An amount makes it the drink.
  ['herbal tea 200 ml', 'fluid'],
  ['old thing', 'not-understood'],
  ['own: old thing', 'asks'],
  ['compression socks at 9:00', 'asks'],
  ['cramp left calf 3am 7/10', 'cramp'],
])('%s', (line, expected) => {
  expect(read(line)).toEqual(expected)
})

test('a factor named like a drink is offered by its kind, and a drink stays a drink', () => {
  const named = contextAt('2026-11-20 14:00', { ownFactors: [{ ...socks, name: 'Coffee' }] })
  const withAmount = readQuickAdd('coffee 200 ml', named)
  expect(withAmount).toMatchObject({ kind: 'entry', draft: { kind: 'fluid', drink: 'coffee' } })
  expect(readQuickAdd('coffee', named)).toMatchObject({ kind: 'entry', draft: { kind: 'own-factor' } })
})
