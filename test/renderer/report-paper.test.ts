import { expect, test } from 'vitest'
import { getSystemLocale } from '../../renderer/system-locale.ts'
import { getUsualPaper } from '../../shared/report/paper.ts'

test.each([
  ['en-US', 'Letter'],
  ['es-MX', 'Letter'],
  ['fr-CA', 'Letter'],
  ['en-GB', 'A4'],
  ['de', 'A4'],
  ['ja-JP', 'A4'],
])('the usual paper for %s is %s', (locale, paper) => {
  expect(getUsualPaper(locale)).toBe(paper)
})

test('the locale of this machine is one that has a usual paper', () => {
  expect(['A4', 'Letter']).toContain(getUsualPaper(getSystemLocale()))
})
