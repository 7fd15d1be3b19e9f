import { expect, test } from 'vitest'
import { warningBlocks } from '../../../shared/advice/when-to-see-a-doctor.ts'

const rulesOf = (urgency: string) =>
  warningBlocks
    .filter(block => block.urgency === urgency)
    .flatMap(block => block.lines.flatMap(line => line.rules))

test('every emergency, same-day and routine rule has a line, and stands under its own urgency', () => {
  const numbered = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`)
  const inOrder = (one: string, other: string) => Number(one.slice(1)) - Number(other.slice(1))
  expect(rulesOf('emergency').toSorted(inOrder)).toEqual(numbered('E', 5))
  expect(rulesOf('same-day').toSorted(inOrder)).toEqual(numbered('S', 10))
  expect(rulesOf('routine').toSorted(inOrder)).toEqual(numbered('R', 14))
})

test('the most urgent comes first', () => {
  expect(warningBlocks.map(({ urgency }) => urgency)).toEqual(['emergency', 'same-day', 'routine'])
})

test('medicines are asked about, never stopped', () => {
  const text = warningBlocks.flatMap(block => block.lines.map(line => line.text)).join(' ')
  expect(text).toMatch(/ask whether to take the next dose/i)
  expect(text).not.toMatch(/\b(stop|skip)\b[^.]*\b(statin|medicine|quinine)/i)
})
