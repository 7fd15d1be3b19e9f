import { expect, test } from 'vitest'
import { findRule } from '../../../shared/advice/warning-signs/warning-rules.ts'
import { listWarningBlocks } from '../../../shared/advice/when-to-see-a-doctor.ts'

const warningBlocks = listWarningBlocks(null)
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
  expect(rulesOf('routine').toSorted(inOrder)).toEqual(numbered('R', 15))
})

test('whom to call follows the region, and no number is claimed where it is not confirmed', () => {
  const emergencyIn = (region: Parameters<typeof listWarningBlocks>[0]) => listWarningBlocks(region)[0]?.whom
  expect(emergencyIn('uk')).toBe('Call 999.')
  expect(emergencyIn('eu')).toBe('Call 112.')
  expect(emergencyIn('us')).toBe('Call 911.')
  for (const region of [null, 'other'] as const)
    expect(emergencyIn(region)).toBe(
      'Call your local emergency number (112 in Europe, 999 in the UK, 911 in North America).',
    )
})

test('each group names the guidance of its rules, and whether some of it is our own', () => {
  for (const { lines, sources, hasOwnJudgement } of warningBlocks) {
    const rules = lines.flatMap(line => line.rules.flatMap(id => findRule(id) ?? []))
    expect(new Set(sources)).toEqual(new Set(rules.flatMap(rule => rule.sources)))
    expect(hasOwnJudgement).toBe(rules.some(({ ownJudgement }) => ownJudgement !== null))
    expect(sources.length).toBeGreaterThan(0)
  }
})

test('the most urgent comes first', () => {
  expect(warningBlocks.map(({ urgency }) => urgency)).toEqual(['emergency', 'same-day', 'routine'])
})

test('medicines are asked about, never stopped', () => {
  const text = warningBlocks.flatMap(block => block.lines.map(line => line.text)).join(' ')
  expect(text).toMatch(/ask whether to take the next dose/i)
  expect(text).not.toMatch(/\b(stop|skip)\b[^.]*\b(statin|medicine|quinine)/i)
})
