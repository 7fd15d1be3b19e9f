import { expect, test } from 'vitest'
import { isolate } from '../../../shared/locale/bidi.ts'

test.each([
  ['נעליים', '\u2068נעליים\u2069'],
  ['حذاء Nike', '\u2068حذاء Nike\u2069'],
  ['Clogs', 'Clogs'],
  ['Sandały', 'Sandały'],
  ['', ''],
])('%j within a sentence', (text, isolated) => {
  expect(isolate(text)).toBe(isolated)
})
