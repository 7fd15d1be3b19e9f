import { expect, test } from 'vitest'
import { findProfileProblems } from '../../../shared/kinds/profile.ts'

const TODAY = '2026-11-20'
const isRefused = (dateOfBirth: string | null) => findProfileProblems({ dateOfBirth }, TODAY).length > 0

test.each([
  ['not told', null, false],
  ['five today', '2021-11-20', false],
  ['five tomorrow', '2021-11-21', true],
  ['to be born yet', '2030-01-01', true],
  ['a hundred and twenty-one tomorrow', '1905-11-21', false],
  ['a hundred and twenty-one today', '1905-11-20', true],
  ['born in 1850', '1850-01-01', true],
  ['five on the 29th of February', '2020-02-29', false],
])('a date of birth of somebody who is %s', (_who, dateOfBirth, expected) => {
  expect(isRefused(dateOfBirth)).toBe(expected)
})

test('the sentence says what to enter', () => {
  expect(findProfileProblems({ dateOfBirth: '2030-01-01' }, TODAY)).toEqual([
    { field: 'dateOfBirth', message: 'Enter a date of birth that makes you 5 to 120 years old.' },
  ])
})
