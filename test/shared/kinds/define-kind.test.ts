/** Derivations from a kind's fields: the README's recipes for a new field and a new kind. */
import { expect, test } from 'vitest'
import { columnsOfKind } from '../../../shared/archive/kind-columns.ts'
import { activity } from '../../../shared/kinds/activity.ts'
import { defineKind } from '../../../shared/kinds/define-kind.ts'
import { addedLater, choice, flag, quantity, wholeNumber } from '../../../shared/kinds/fields.ts'
import { kinds, kindsByName } from '../../../shared/kinds/kinds.ts'
import { listOf } from '../../../shared/kinds/list.ts'
import { activityDraft } from './drafts.ts'

const terrains = listOf()({ flat: { words: 'Flat' }, hilly: { words: 'Hilly' }, sand: { words: 'Sand' } })
const withTerrain = defineKind(
  'activity',
  { ...activity.fields, terrain: addedLater(choice(terrains, 'the ground you were on').optional()) },
  { words: activity.words, inTitle: activity.inTitle, typed: activity.typed, tracked: activity.tracked },
)

test('a field that was added later is missing in older files, and has its sentence', () => {
  const draft = activityDraft()
  expect(withTerrain.draft.parse(draft).terrain).toBeNull()
  expect(withTerrain.draft.parse({ ...draft, terrain: 'sand' }).terrain).toBe('sand')
  expect(withTerrain.draft.safeParse({ ...draft, terrain: 'mud' }).error?.issues[0]?.message).toBe(
    'Choose the ground you were on.',
  )
  expect(withTerrain.unanswered.terrain).toBeNull()
  expect(columnsOfKind(withTerrain).at(-1)).toMatchObject({ name: 'terrain', empty: null })
})

const massage = defineKind(
  'massage',
  {
    minutes: wholeNumber(1, 240, 'minutes'),
    pressure: quantity(0, 10, 'kg').optional(),
    byAnother: flag(),
  },
  {
    words: 'Massage',
    inTitle: 'massage',
    typed: ['massage'],
    tracked: null,
    rules: [{ field: 'pressure', error: 'Too much.', holds: draft => (draft.pressure ?? 0) < draft.minutes }],
  },
)

test('a kind has drafts, rules, stored and archived entries, and CSV columns', () => {
  const draft = {
    kind: 'massage',
    at: 0,
    offsetMinutes: 0,
    note: '',
    minutes: 5,
    pressure: null,
    byAnother: true,
  }
  expect(massage.draft.parse(draft)).toEqual(draft)
  expect(massage.draft.safeParse({ ...draft, pressure: 6 }).error?.issues).toMatchObject([
    { path: ['pressure'], message: 'Too much.' },
  ])
  const stored = { ...draft, id: 1, loggedAt: 0, editedAt: null }
  expect(massage.entry.parse(stored)).toEqual(stored)
  // A rule of the draft holds for what is stored and archived as well.
  expect(massage.entry.safeParse({ ...stored, pressure: 6 }).success).toBe(false)
  expect(massage.archived.parse({ ...stored, deletedAt: null })).toEqual({ ...stored, deletedAt: null })
  expect(massage.unanswered).toEqual({ pressure: null, byAnother: false })
  expect(columnsOfKind(massage).map(({ name, cell: { sort }, empty }) => [name, sort, empty])).toEqual([
    ['minutes', 'number', null],
    ['pressure', 'number', null],
    ['by_another', 'word', false],
  ])
})

test('a kind is found by its name, and listed once', () => {
  expect(Object.keys(kindsByName)).toEqual(kinds.map(({ name }) => name))
  for (const kind of kinds) expect(kindsByName[kind.name]).toBe(kind)
})
