/** Own drinks, activities, reliefs and symptoms by their names in a line. */
import { expect, test } from 'vitest'
import { createLists } from '../../../shared/kinds/journal-lists.ts'
import { readQuickAdd } from '../../../shared/quick-add/quick-add.ts'
import { contextAt, ownThings } from './contexts.ts'
import { tell } from './tell.ts'

const read = (line: string, things = ownThings) =>
  tell(readQuickAdd(line, contextAt('2026-11-20 14:00', { lists: createLists(things) })))

test.each([
  ['100 ml pickle water 13:00', 'fluid 11-20 13:00 drink=own:1 volumeMl=100'],
  ['pickle water 13:00', 'How much was it? [80 ml]'],
  ['slow yoga 30 min', 'activity 11-20 13:30 activity=own:2 durationMinutes=30'],
  ['cramp left calf 3am tape helped', /relief=/],
  ['cramp left calf 3am fizzing', /symptoms=own:4/],
  // A built-in name that is part of an own one.
  ['100 ml water 13:00', 'fluid 11-20 13:00 drink=water volumeMl=100'],
])('%s', (line, expected) => {
  expect(read(line)).toMatch(expected)
})

test('an own drink brings its strength along, and archived things are not recognised', () => {
  const strong = ownThings.map(thing => (thing.list === 'drink' ? { ...thing, alcoholPercent: 4 } : thing))
  expect(read('100 ml pickle water 13:00', strong)).toMatch('alcoholPercent=4')
  const archived = ownThings.map(thing => ({ ...thing, archived: true }))
  expect(read('100 ml pickle water 13:00', archived)).not.toMatch('own:1')
})
