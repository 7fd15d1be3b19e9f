import { describe, expect, test } from 'vitest'
import { listAllClaims } from '../../../shared/advice/all-claims.ts'
import { grades, gradeWords } from '../../../shared/advice/knowledge/grades.ts'
import { guidance } from '../../../shared/advice/knowledge/guidance.ts'
import { type SafetyNoteId, safetyNotes } from '../../../shared/advice/knowledge/safety-notes.ts'
import { formatSource, sources } from '../../../shared/advice/knowledge/sources.ts'
import { namedReliefs } from '../../../shared/advice/relief/named-reliefs.ts'
import { protocols } from '../../../shared/advice/relief/protocols.ts'
import type { Suggestion } from '../../../shared/advice/suggestions/suggestion.ts'
import { suggestions } from '../../../shared/advice/suggestions/suggestions.ts'
import { neverAdvised, wholeAdviceText } from './advice-text.ts'

/** Advice with its reason and evidence, which may name studied remedies that advice may not. */
const allText = (suggestion: Suggestion) =>
  [wholeAdviceText(suggestion), suggestion.reason, ...suggestion.evidence.map(line => line.finding)].join(' ')

describe('the catalogue', () => {
  test('has a different id and title for each suggestion', () => {
    expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length)
    expect(new Set(suggestions.map(({ title }) => title)).size).toBe(suggestions.length)
    expect(suggestions.length).toBeGreaterThanOrEqual(10)
  })

  test.each(suggestions)('$id names each claim once, and each change once', ({ claims, changes }) => {
    expect(new Set(claims).size).toBe(claims.length)
    expect(new Set(changes.map(({ exposure }) => exposure)).size).toBe(changes.length)
  })

  test.each(suggestions)('$id says one grade per group, and where it comes from', ({ evidence }) => {
    const groups = evidence.map(({ about }) => about)
    expect(new Set(groups).size).toBe(groups.length)
    if (groups.length > 1) expect(groups).not.toContain(null)
    for (const line of evidence)
      if (line.grade !== 'D') expect(line.sources.length, line.grade).toBeGreaterThan(0)
  })

  test.each(suggestions)('$id says what to do', ({ steps, summary }) => {
    expect(steps.length).toBeGreaterThan(0)
    expect(summary.length).toBeLessThanOrEqual(60)
  })

  test('every source and every safety note is used by something', () => {
    const usedSources = new Set<string>(listAllClaims(true).flatMap(claim => claim.sources))
    const known = Object.keys({ ...sources, ...guidance })
    expect(known.filter(id => !usedSources.has(id))).toEqual([])
    expect(known).toHaveLength(Object.keys(sources).length + Object.keys(guidance).length)
    const usedNotes = new Set<string>([
      ...suggestions.flatMap(({ safety }) => safety),
      ...protocols.flatMap(({ steps }) => steps.flatMap(({ safety }) => safety)),
      ...namedReliefs.flatMap(({ safety }) => safety),
    ])
    expect(Object.keys(safetyNotes).filter(id => !usedNotes.has(id))).toEqual([])
  })

  test('every source can be found by an identifier', () => {
    for (const source of Object.values(sources))
      expect(source.identifier).toMatch(
        /^(PMID \d+|PMC\d+|doi:10\.\S+|CD\d{6}|DOAJ [0-9a-f]{32}|Cambridge Core [0-9A-F]{32})$/,
      )
    expect(formatSource(sources['hallegraeff-2012'])).toMatch(/^Hallegraeff JM.* \(2012\)\. .*PMID 22341378$/)
  })

  test('every grade has its words, and no two share them', () => {
    expect(new Set(grades.map(grade => gradeWords[grade].label)).size).toBe(7)
  })
})

describe('what is never advised', () => {
  test.each(neverAdvised)('%s', (_what, pattern) => {
    for (const suggestion of suggestions) expect(wholeAdviceText(suggestion)).not.toMatch(pattern)
  })

  test('mechanisms nobody has shown are not told as facts', () => {
    const myths =
      /lactic|metabolic(?! syndrome)|by-?product|waste|flush|toxin|break(s|ing)? up (the )?(tight|fibre|knot)|lack of oxygen|deficien|insufficient/i
    for (const suggestion of suggestions) expect(allText(suggestion)).not.toMatch(myths)
  })
})

describe('safety notes stand next to what needs them', () => {
  const needs: [RegExp, SafetyNoteId][] = [
    [/\bstretch(?! of)|lean in/i, 'stretch'],
    [/blanket|hot-water|\bbottle|heat pad/i, 'heat'],
    [/\bstand (facing|on one)|edge of a step/i, 'falls'],
    // Not the drinks of an evening's alcohol, which have a note of their own.
    [/\bdrinks?\b(?! in the evening|, so that)/i, 'too-much-water'],
    [/medicine|medication/i, 'medicines'],
    [/potassium/i, 'potassium'],
    [/salty/i, 'limited-salt'],
    [/alcohol/i, 'daily-alcohol'],
  ]
  test.each(needs)('%s needs the note "%s"', (pattern, note) => {
    const found = suggestions.filter(suggestion => pattern.test(wholeAdviceText(suggestion)))
    expect(found.length).toBeGreaterThan(0)
    for (const { id, safety } of found) expect(safety, id).toContain(note)
  })

  test('every tip about fluids says who must skip it and that there is a too much', () => {
    for (const { aboutFluids, safety } of suggestions)
      if (aboutFluids) expect(safety).toEqual(expect.arrayContaining(['limited-fluid', 'too-much-water']))
  })

  test('the note on medicines sends people to somebody who knows', () => {
    expect(safetyNotes.medicines.text).toMatch(/talk to your doctor or pharmacist/i)
  })
})
