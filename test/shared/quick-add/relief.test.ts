import { expect, test } from 'vitest'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import { contextAt } from './contexts.ts'

const read = (line: string) => readQuickAdd(line, contextAt())

test.each([
  ['cramp left calf 3am pickle brine', [['pickle-brine', null]]],
  ['cramp left calf 3am 4 min, pickle juice helped', [['pickle-brine', 'yes']]],
  ['cramp left calf 3am tried a sip of pickle juice, did not help', [['pickle-brine', 'no']]],
  ['cramp left calf 3am electrolyte drink helped a little', [['electrolyte-drink', 'a-little']]],
  ['cramp left calf 3am ginger shot', [['pungent-drink', null]]],
] as const)('%s logs the relief by name', (line, expected) => {
  const found = JSON.stringify(read(line))
  expect(found).toContain('"kind":"cramp"')
  for (const [technique, helped] of expected)
    expect(found).toContain(
      JSON.stringify({ technique, helped, startedAfterMinutes: null, minutesToRelief: null }),
    )
})

test('an amount makes it a drink, which is read elsewhere', () => {
  expect(JSON.stringify(read('cramp left calf 3am after 500 ml sports drink'))).not.toContain(
    'electrolyte-drink',
  )
})
