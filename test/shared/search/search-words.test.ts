import { describe, expect, test } from 'vitest'
import {
  findNamedValues,
  isIndexableTerm,
  matchesWordPrefix,
  splitSearch,
} from '../../../shared/search/search-words.ts'

test('a search falls into its words, whatever stands between them', () => {
  expect(splitSearch('  Café\t on\u00a0the\u0000train ')).toEqual(['Café', 'on', 'the', 'train'])
  expect(splitSearch(' \u0000 ')).toEqual([])
})

describe('a name', () => {
  test.each([
    ['Blue runners', 'run', true],
    ['Blue runners', 'unners', false],
    ['Élan', 'elan', true],
    ['Elan', 'ÉLAN', true],
    ['O’Neill clogs', 'o’ne', true],
    ['O Neill', 'onei', false],
    ['Food and supplements', 'and', false],
    ['Anything', '!', false],
  ])('%s: %s', (name, term, expected) => {
    expect(matchesWordPrefix(name, term)).toBe(expected)
  })
})

const noValues = {
  kinds: [],
  drinks: [],
  activities: [],
  muscles: [],
  sides: [],
  medicationChanges: [],
  stretchesBeforeBed: [],
}

test('values are found by the words people read for them', () => {
  expect(findNamedValues('cof')).toEqual({ ...noValues, drinks: ['coffee'] })
  expect(findNamedValues('thigh').muscles).toEqual(['inner-thigh', 'hamstring', 'front-thigh'])
  expect(findNamedValues('the')).toEqual(noValues)
  expect(findNamedValues('left')).toMatchObject({ sides: ['left'] })
})

test('an index of words knows no faces, no signs, and no texts without spaces', () => {
  expect(['cramp', 'été', '3', '–', '😴', '日本', 'ตะคริว'].map(isIndexableTerm)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})
