import { describe, expect, it } from 'vitest'
import { type CheckpointResult, isLikelyAtCheckpoint, judge } from '../../../shared/analysis/verdict.ts'

/** A checkpoint result with every number exactly at the threshold of "likely". */
const atTheLimit: CheckpointResult = {
  isConstant: false,
  missing: [],
  contrast: { ratio: 1.25, lower: 1.01, upper: 1.6 },
  qValue: 0.05,
  permutationP: 0.05,
  events: 12,
  weekdayRatio: 1.01,
}
const result = (fields: Partial<CheckpointResult> = {}): CheckpointResult => ({ ...atTheLimit, ...fields })
const missing: CheckpointResult['missing'] = [{ what: 'tracked-days', have: 20, need: 28 }]

describe('a likely link', () => {
  it('needs every clause, and each alone can refuse it', () => {
    expect(isLikelyAtCheckpoint(result())).toBe(true)
    const refusals: Partial<CheckpointResult>[] = [
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
    for (const fields of refusals)
      expect(isLikelyAtCheckpoint(result(fields)), JSON.stringify(fields)).toBe(false)
  })

  it('may be a protection', () => {
    const fall = { ratio: 0.8, lower: 0.65, upper: 0.98 }
    expect(isLikelyAtCheckpoint(result({ contrast: fall, weekdayRatio: 0.7 }))).toBe(true)
    expect(isLikelyAtCheckpoint(result({ contrast: fall, weekdayRatio: 1.3 }))).toBe(false)
  })

  it('does without the weekday variant where that cannot be estimated', () => {
    expect(isLikelyAtCheckpoint(result({ weekdayRatio: null }))).toBe(true)
  })

  it('is said only at the second checkpoint in a row', () => {
    expect(judge(result(), null)).toBe('possible')
    expect(judge(result(), result({ qValue: 0.06 }))).toBe('possible')
    expect(judge(result(), result({ missing, qValue: null }))).toBe('possible')
    expect(judge(result(), result())).toBe('likely')
    expect(judge(result({ qValue: 0.06 }), result())).toBe('possible')
  })
})

it('a link that has turned round since the checkpoint before has not been seen twice', () => {
  const rise = result({ contrast: { ratio: 1.6, lower: 1.2, upper: 2.1 }, weekdayRatio: 1.4 })
  const fall = result({ contrast: { ratio: 0.6, lower: 0.4, upper: 0.9 }, weekdayRatio: 0.7 })
  expect([isLikelyAtCheckpoint(rise), isLikelyAtCheckpoint(fall)]).toEqual([true, true])
  expect(judge(rise, fall)).toBe('possible')
  expect(judge(fall, fall)).toBe('likely')
})

describe('the other verdicts', () => {
  it('need data first', () => {
    expect(judge(null, null)).toBe('need-more-data')
    expect(judge(result({ missing }), result())).toBe('need-more-data')
    expect(judge(result({ qValue: null }), result())).toBe('need-more-data')
    expect(judge(result({ contrast: null }), result())).toBe('need-more-data')
  })

  it('say of what is always the same that it does not vary, whatever else is missing', () => {
    expect(judge(result({ isConstant: true, missing }), null)).toBe('does-not-vary')
  })

  it('are possible up to a false discovery rate of one in five', () => {
    expect(judge(result({ qValue: 0.2 }), null)).toBe('possible')
    expect(judge(result({ qValue: 0.2001 }), null)).not.toBe('possible')
  })

  it('rule a doubling and a halving out only if the interval does', () => {
    const judged = (lower: number | null, upper: number | null) =>
      judge(result({ qValue: 0.5, contrast: { ratio: 1.1, lower, upper } }), null)
    expect(judged(0.51, 1.99)).toBe('no-clear-link')
    expect(judged(0.5, 1.9)).toBe('not-sure-yet')
    expect(judged(0.6, 2)).toBe('not-sure-yet')
    expect(judged(null, 1.9)).toBe('not-sure-yet')
    expect(judged(0.6, null)).toBe('not-sure-yet')
  })
})
