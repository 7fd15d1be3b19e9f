import { expect, test } from 'vitest'
import type { OwnFactor } from '../../../shared/kinds/own-factor.ts'
import { writeFactorLine } from '../../../shared/quick-add/own-factor-line.ts'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { clockTime } from '../../../shared/time/time-zone.ts'
import { factorDraft } from '../kinds/drafts.ts'
import { brine, contextAt, socks, stress } from './contexts.ts'

const tea = { ...socks, id: 2, name: 'Herbal tea' }
const cramps = { ...socks, id: 3, name: 'Old thing', archived: true }
const load: OwnFactor = { ...socks, id: 6, name: 'Load 🏋️', answer: 'amount', unit: 'kg/m2' }
const coffee: OwnFactor = { ...brine, id: 7, name: 'Coffee' }
const context = contextAt('2026-11-20 14:00', {
  ownFactors: [socks, tea, cramps, stress, brine, load, coffee],
})

function read(line: string) {
  const reading = readQuickAdd(line, context)
  if (reading.kind !== 'entry') return reading.kind
  const { draft } = reading
  if (draft.kind !== 'own-factor') return draft.kind
  const { factorId, present, amount, score } = draft
  const when = amount === null ? calendarDate(draft) : `${calendarDate(draft)} ${clockTime(draft)}`
  return [factorId, present ?? amount ?? score, when]
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
  ['stress 7', [4, 7, '2026-11-20']],
  ['Stress: 0/10 yesterday', [4, 0, '2026-11-19']],
  ['stress 10 of 10', [4, 10, '2026-11-20']],
  // The number is a time, and the score is still open.
  ['stress 7 am', 'asks'],
  ['stress', 'asks'],
  ['stress 11', 'asks'],
  ['pickle brine 60 ml', [5, 60, '2026-11-20 14:00']],
  ['60 ml of pickle brine at 9:30', [5, 60, '2026-11-20 09:30']],
  ['pickle brine 7.5 yesterday 21:00', [5, 7.5, '2026-11-19 21:00']],
  ['pickle brine', 'asks'],
  ['pickle brine 60 ml yesterday', 'asks'],
  ['pickle brine 60 oz', 'asks'],
  ['load 🏋️ 2 kg/m2', [6, 2, '2026-11-20 14:00']],
  // A name that is a drink's stays the drink's, until the line says whose it is.
  ['coffee 200 ml', 'fluid'],
  ['own: coffee 200 ml', [7, 200, '2026-11-20 14:00']],
  ['no pickle brine yesterday', 'check-in'],
])('%s', (line, expected) => {
  expect(read(line)).toEqual(expected)
})

test('a factor named like a drink is offered by its kind, and a drink stays a drink', () => {
  const named = contextAt('2026-11-20 14:00', { ownFactors: [{ ...socks, name: 'Coffee' }] })
  const withAmount = readQuickAdd('coffee 200 ml', named)
  expect(withAmount).toMatchObject({ kind: 'entry', draft: { kind: 'fluid', drink: 'coffee' } })
  expect(readQuickAdd('coffee', named)).toMatchObject({ kind: 'entry', draft: { kind: 'own-factor' } })
})

test('none of an amount is a check-in of its factor; "no" to another is an answer', () => {
  expect(readQuickAdd('no pickle brine yesterday', context)).toMatchObject({
    checkIn: { factorId: 5, date: '2026-11-19' },
  })
  expect(readQuickAdd('no pickle brine tomorrow', context)).toMatchObject({
    kind: 'asks',
    questions: [{ text: expect.stringContaining('is still to come') }],
  })
})

test.each([
  [{ name: 'Pickle brine', answer: 'amount', unit: 'ml' }, 'Pickle brine 2 ml', false],
  [{ name: 'Stress', answer: 'scale' }, 'Stress 7', false],
  [{ name: 'Socks (new!)' }, 'Socks (new!) yes', false],
  [{ name: 'Coffee', answer: 'amount', unit: 'cups' }, 'own: Coffee 2 cups', true],
  [{ name: 'Cramp cream' }, 'own: Cramp cream yes', true],
] as const)('the form shows a line that is read as %o', (fields, line, isMarked) => {
  expect(writeFactorLine(factorDraft(fields))).toEqual({ line, isMarked })
})
