import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeFinitePopulationFactors } from '../../../shared/statistics/finite-population-factor.ts'
import { fitFirth } from '../../../shared/statistics/firth.ts'
import type { SetTable } from '../../../shared/statistics/set-table.ts'

/** A stratum: the value of each unit, and which units are events. Every event is compared with all units. */
interface Stratum {
  readonly values: readonly number[]
  readonly events: readonly number[]
}

/** `change` may give a unit another value for every event. */
function makeTable(
  strata: readonly Stratum[],
  change: (value: number, event: number, unit: number) => number = v => v,
) {
  const start = [0]
  const x: number[] = []
  const unit: number[] = []
  const stratum: number[] = []
  const drawFactor: number[] = []
  strata.forEach(({ values, events }, s) => {
    for (const event of events) {
      const others = Array.from(values.keys()).filter(other => other !== event)
      for (const member of [event, ...others]) {
        x.push(change(values[member] ?? NaN, event, member))
        unit.push(member)
      }
      start.push(x.length)
      stratum.push(s)
      drawFactor.push((values.length - events.length) / (values.length - 1))
    }
  })
  const table: SetTable = { start: Int32Array.from(start), covariates: [Float64Array.from(x)] }
  return { table, unit, stratum, drawFactor }
}

const strata = fc
  .array(
    fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 3, maxLength: 14 }).chain(values =>
      fc.record({
        values: fc.constant(values),
        events: fc.uniqueArray(fc.integer({ min: 0, max: values.length - 1 }), {
          minLength: 1,
          maxLength: values.length - 1,
        }),
      }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .filter(all => all.some(({ values }) => values.some(value => value !== values[0])))

function mustFit(table: SetTable) {
  const result = fitFirth(table)
  if (result.kind === 'not-estimable') throw new Error(result.reason)
  return result
}

describe('computeFinitePopulationFactors', () => {
  it('gives the number of the documentation in both forms', () => {
    const { table, unit, stratum, drawFactor } = makeTable([
      { values: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3], events: [0, 4, 6] },
    ])
    const result = mustFit(table)
    const first = computeFinitePopulationFactors(table, result, { form: 'one-value-per-unit', drawFactor })
    const second = computeFinitePopulationFactors(table, result, { form: 'value-per-event', stratum, unit })
    expect(first).toEqual([expect.closeTo(7 / 9, 12)])
    expect(second).toEqual([expect.closeTo(7 / 9, 12)])
  })

  it('is the dispersion of the counts when several events share a unit', () => {
    // Units with 0, 1, 1, 2 and 4 events: mean 1.6, sum of squared deviations 9.2, dispersion 9.2 / (4 x 1.6).
    const { table, unit, stratum } = makeTable([
      { values: [3, 1, 4, 1, 5], events: [1, 2, 3, 3, 4, 4, 4, 4] },
    ])
    const factors = computeFinitePopulationFactors(table, mustFit(table), {
      form: 'value-per-event',
      stratum,
      unit,
    })
    expect(factors).toEqual([expect.closeTo(9.2 / 6.4, 12)])
  })

  it('has two forms that agree when values do not depend on the event', () => {
    fc.assert(
      fc.property(strata, drawn => {
        const { table, unit, stratum, drawFactor } = makeTable(drawn, value => value / 8)
        const result = mustFit(table)
        const first = computeFinitePopulationFactors(table, result, {
          form: 'one-value-per-unit',
          drawFactor,
        })
        const second = computeFinitePopulationFactors(table, result, {
          form: 'value-per-event',
          stratum,
          unit,
        })
        if ('kind' in first || 'kind' in second) throw new Error('strata always have referents here')
        expect(second[0]).toBeCloseTo(Math.max(0.05, first[0] ?? NaN), 9)
      }),
    )
  })

  it('has two forms that agree for several covariates, too', () => {
    const drawn = [
      { values: [3, 1, 4, 1, 5, 9, 2, 6], events: [0, 2, 5] },
      { values: [2, 7, 1, 8, 2, 8], events: [1, 3] },
      { values: [1, 6, 1, 8, 0, 3], events: [0] },
    ]
    const { table, unit, stratum, drawFactor } = makeTable(drawn, value => value / 8)
    const second = makeTable(drawn, (value, _, place) => ((3 * value + 5 * place) % 7) / 7)
    const both = { start: table.start, covariates: [...table.covariates, ...second.table.covariates] }
    const result = mustFit(both)
    const first = computeFinitePopulationFactors(both, result, { form: 'one-value-per-unit', drawFactor })
    if ('kind' in first) throw new Error('there are referents')
    expect(first).toHaveLength(2)
    expect(computeFinitePopulationFactors(both, result, { form: 'value-per-event', stratum, unit })).toEqual(
      first.map(factor => expect.closeTo(factor, 9)),
    )
  })

  it('leaves the variance alone when events of a stratum have unrelated values', () => {
    // Two events; the values of the second are orthogonal to those of the first at beta = 0.
    const values = [1, 1, 0, 0, 1, 1, 0, 0]
    const shifted = [1, 0, 0, 1, 1, 0, 0, 1]
    const { table, unit, stratum } = makeTable([{ values, events: [0, 2] }], (value, event, member) =>
      event === 0 ? value : (shifted[member] ?? NaN),
    )
    const result = { ...mustFit(table), beta: [0], variance: Float64Array.of(1 / 0.5) }
    const factors = computeFinitePopulationFactors(table, result, { form: 'value-per-event', stratum, unit })
    expect(factors).toEqual([expect.closeTo(1, 12)])
  })

  it('takes nothing off for events alone in their stratum', () => {
    const { table, unit, stratum } = makeTable([
      { values: [1, 0, 0, 1], events: [0] },
      { values: [0, 1, 1], events: [2] },
    ])
    const factors = computeFinitePopulationFactors(table, mustFit(table), {
      form: 'value-per-event',
      stratum,
      unit,
    })
    expect(factors).toEqual([expect.closeTo(1, 12)])
  })

  it('says that there is nothing to compare with when every unit is an event', () => {
    const { table, drawFactor } = makeTable([{ values: [1, 0, 0], events: [0, 1, 2] }])
    expect(
      computeFinitePopulationFactors(table, mustFit(table), { form: 'one-value-per-unit', drawFactor }),
    ).toEqual({
      kind: 'not-estimable',
      reason: 'no-referents',
    })
  })

  it('refuses a mistake by name', () => {
    const { table, unit, stratum } = makeTable([{ values: [1, 0, 0], events: [0, 1] }])
    const result = mustFit(table)
    expect(() =>
      computeFinitePopulationFactors(table, result, { form: 'one-value-per-unit', drawFactor: [1] }),
    ).toThrow(/^drawFactor must have 2 values/)
    expect(() =>
      computeFinitePopulationFactors(table, result, { form: 'one-value-per-unit', drawFactor: [1, 2] }),
    ).toThrow(/^drawFactor\[1\] must lie between 0 and 1/)
    expect(() =>
      computeFinitePopulationFactors(table, result, {
        form: 'value-per-event',
        stratum,
        unit: unit.map(() => 0),
      }),
    ).toThrow(/^unit\[1\] must be a whole number from 0, once per set/)
  })
})
