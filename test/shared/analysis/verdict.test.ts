import { describe, expect, it } from 'vitest'
import type { Ratio, Side } from '../../../shared/analysis/finding.ts'
import { judge, type RuledResult } from '../../../shared/analysis/verdict.ts'

const testFor = (side: Side) => ({
  ...{
    statistic: 3,
    pMore: 0.0001,
    pFewer: 1,
    pValue: 0.0001,
    side,
    draws: 99_999,
    seed: 1,
    nullScores: null,
  },
})

/** A result with every number exactly at the threshold of "likely". */
const atTheLimit: RuledResult = {
  isConstant: false,
  missing: [],
  contrast: { ratio: 1.25, lower: 1.01, upper: 1.6 },
  weekdayRatio: 1.01,
  test: testFor('more'),
  adjustedP: 0.017,
}
const result = (fields: Partial<RuledResult> = {}): RuledResult => ({ ...atTheLimit, ...fields })
const rules = { level: 0.017, isFiltered: false }
/** The checkpoint before, at the threshold. */
const earlier = (fields: Partial<RuledResult> = {}) =>
  result({ adjustedP: 0.5, weekdayRatio: null, ...fields })
const missing: RuledResult['missing'] = [{ what: 'tracked-days', have: 20, need: 28 }]
const notJudged = { missing, test: null, adjustedP: null }
const fall: Partial<RuledResult> = {
  contrast: { ratio: 0.8, lower: 0.65, upper: 0.98 },
  weekdayRatio: 0.7,
  test: testFor('fewer'),
}

describe('a likely link', () => {
  it('needs every clause, and each alone can refuse it with its reason', () => {
    expect(judge(result(), earlier(), rules)).toEqual({ verdict: 'likely', reason: 'clear' })
    const close: Ratio = { ratio: 1.249, lower: 1.01, upper: 1.6 }
    const refusals: [Partial<RuledResult>, RuledResult | null, string][] = [
      [{ adjustedP: 0.0171 }, earlier(), 'above-level'],
      [{ contrast: close }, earlier(), 'weak'],
      [{ ...fall, contrast: { ratio: 0.801, lower: 0.7, upper: 0.99 } }, earlier(fall), 'weak'],
      [{ test: testFor('fewer') }, earlier(), 'weak'],
      [{ weekdayRatio: 0.99 }, earlier(), 'weekday'],
      [{}, null, 'not-before'],
      [{}, earlier({ adjustedP: 0.501 }), 'not-before'],
      [{}, earlier(notJudged), 'not-before'],
      [{}, earlier(fall), 'turned-round'],
    ]
    for (const [fields, previous, reason] of refusals)
      expect(judge(result(fields), previous, rules), reason).toEqual({ verdict: 'possible', reason })
  })

  it('may be a protection', () => {
    expect(judge(result(fall), earlier(fall), rules).verdict).toBe('likely')
    expect(judge(result({ ...fall, weekdayRatio: 1.3 }), earlier(fall), rules).reason).toBe('weekday')
  })

  it('does without the weekday variant where that cannot be estimated', () => {
    expect(judge(result({ weekdayRatio: null }), earlier(), rules).verdict).toBe('likely')
  })

  it('follows the level of the look', () => {
    expect(judge(result({ adjustedP: 0.04 }), earlier(), { ...rules, level: 0.05 }).verdict).toBe('likely')
    expect(judge(result({ adjustedP: 0.04 }), earlier(), rules).verdict).toBe('possible')
  })

  it('is said of all cramps of legs and feet only: never with a filter', () => {
    expect(judge(result(), earlier(), { ...rules, isFiltered: true })).toEqual({
      verdict: 'possible',
      reason: 'filtered',
    })
  })
})

describe('the other verdicts', () => {
  it('need data first', () => {
    expect(judge(null, null, rules)).toEqual({ verdict: 'need-more-data', reason: 'no-checkpoint-yet' })
    for (const fields of [notJudged, { contrast: null }, { adjustedP: null }])
      expect(judge(result(fields), earlier(), rules)).toEqual({ verdict: 'need-more-data', reason: 'gate' })
  })

  it('say of what is always the same that it does not vary, whatever else is missing', () => {
    expect(judge(result({ isConstant: true, ...notJudged }), null, rules).verdict).toBe('does-not-vary')
  })

  it('are possible up to an adjusted P of one in five', () => {
    expect(judge(result({ adjustedP: 0.2 }), null, rules).verdict).toBe('possible')
    expect(judge(result({ adjustedP: 0.2001 }), null, rules).verdict).not.toBe('possible')
  })

  it('rule a doubling and a halving out only if the interval does', () => {
    const judged = (lower: number | null, upper: number | null) =>
      judge(result({ adjustedP: 0.5, contrast: { ratio: 1.1, lower, upper } }), null, rules).verdict
    expect(judged(0.51, 1.99)).toBe('no-clear-link')
    expect(judged(0.5, 1.9)).toBe('not-sure-yet')
    expect(judged(0.6, 2)).toBe('not-sure-yet')
    expect(judged(null, 1.9)).toBe('not-sure-yet')
    expect(judged(0.6, null)).toBe('not-sure-yet')
  })

  it('say of an interval that clears the middle that one would by chance', () => {
    const reasonOf = (lower: number | null, upper: number | null) =>
      judge(result({ adjustedP: 0.5, contrast: { ratio: 1.7, lower, upper } }), null, rules).reason
    expect(reasonOf(1.01, 2.4)).toBe('one-by-chance')
    expect(reasonOf(0.2, 0.99)).toBe('one-by-chance')
    expect(reasonOf(0.9, 2.4)).toBe('wide-interval')
    expect(reasonOf(null, null)).toBe('wide-interval')
  })
})
