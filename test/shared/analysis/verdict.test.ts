import { describe, expect, it } from 'vitest'
import { judge, type Look, looksLikely } from '../../../shared/analysis/verdict.ts'

/** A look of which every number just reaches what "likely" asks for. */
const atTheLimit: Look = {
  isConstant: false,
  missing: [],
  contrast: { ratio: 1.25, lower: 1.01, upper: 1.6 },
  qValue: 0.05,
  permutationP: 0.05,
  events: 12,
  weekdayRatio: 1.01,
}
const look = (fields: Partial<Look> = {}): Look => ({ ...atTheLimit, ...fields })
const missing: Look['missing'] = [{ what: 'tracked-days', have: 20, need: 28 }]

describe('a likely link', () => {
  it('needs every clause, and each alone can refuse it', () => {
    expect(looksLikely(look())).toBe(true)
    const refusals: Partial<Look>[] = [
      { qValue: 0.0501 },
      { qValue: null },
      { permutationP: 0.0501 },
      { permutationP: null },
      { events: 11 },
      { contrast: { ratio: 1.249, lower: 1.01, upper: 1.6 } },
      { contrast: { ratio: 0.801, lower: 0.7, upper: 0.99 }, weekdayRatio: 0.9 },
      { contrast: null },
      { weekdayRatio: 0.99 },
    ]
    for (const fields of refusals) expect(looksLikely(look(fields)), JSON.stringify(fields)).toBe(false)
  })

  it('may be a protection', () => {
    const fall = { ratio: 0.8, lower: 0.65, upper: 0.98 }
    expect(looksLikely(look({ contrast: fall, weekdayRatio: 0.7 }))).toBe(true)
    expect(looksLikely(look({ contrast: fall, weekdayRatio: 1.3 }))).toBe(false)
  })

  it('does without the weekday variant where that cannot be estimated', () => {
    expect(looksLikely(look({ weekdayRatio: null }))).toBe(true)
  })

  it('is said only at the second checkpoint in a row', () => {
    expect(judge(look(), null)).toBe('possible')
    expect(judge(look(), look({ qValue: 0.06 }))).toBe('possible')
    expect(judge(look(), look({ missing, qValue: null }))).toBe('possible')
    expect(judge(look(), look())).toBe('likely')
    expect(judge(look({ qValue: 0.06 }), look())).toBe('possible')
  })
})

it('a link that has turned round since the checkpoint before has not been seen twice', () => {
  const rise = look({ contrast: { ratio: 1.6, lower: 1.2, upper: 2.1 }, weekdayRatio: 1.4 })
  const fall = look({ contrast: { ratio: 0.6, lower: 0.4, upper: 0.9 }, weekdayRatio: 0.7 })
  expect([looksLikely(rise), looksLikely(fall)]).toEqual([true, true])
  expect(judge(rise, fall)).toBe('possible')
  expect(judge(fall, fall)).toBe('likely')
})

describe('the other verdicts', () => {
  it('need data first', () => {
    expect(judge(null, null)).toBe('need-more-data')
    expect(judge(look({ missing }), look())).toBe('need-more-data')
    expect(judge(look({ qValue: null }), look())).toBe('need-more-data')
    expect(judge(look({ contrast: null }), look())).toBe('need-more-data')
  })

  it('say of what is always the same that it does not vary, whatever else is missing', () => {
    expect(judge(look({ isConstant: true, missing }), null)).toBe('does-not-vary')
  })

  it('are possible up to a false discovery rate of one in five', () => {
    expect(judge(look({ qValue: 0.2 }), null)).toBe('possible')
    expect(judge(look({ qValue: 0.2001 }), null)).not.toBe('possible')
  })

  it('rule a doubling and a halving out only if the interval does', () => {
    const judged = (lower: number | null, upper: number | null) =>
      judge(look({ qValue: 0.5, contrast: { ratio: 1.1, lower, upper } }), null)
    expect(judged(0.51, 1.99)).toBe('no-clear-link')
    expect(judged(0.5, 1.9)).toBe('not-sure-yet')
    expect(judged(0.6, 2)).toBe('not-sure-yet')
    expect(judged(null, 1.9)).toBe('not-sure-yet')
    expect(judged(0.6, null)).toBe('not-sure-yet')
  })
})
