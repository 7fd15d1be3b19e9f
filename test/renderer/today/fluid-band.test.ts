import { expect, test } from 'vitest'
import { getFluidBand } from '../../../renderer/today/fluid-band.ts'
import type { Condition } from '../../../shared/kinds/conditions.ts'

test('the band begins at 1400 ml for women and at 1750 ml for men, and lies between while nobody has said', () => {
  expect(getFluidBand({ sex: 'female', conditions: [] })).toEqual({ fromMl: 1400, toMl: 1600 })
  expect(getFluidBand({ sex: 'male', conditions: [] })).toEqual({ fromMl: 1750, toMl: 2000 })
  expect(getFluidBand({ sex: null, conditions: [] })).toEqual({ fromMl: 1400, toMl: 1750 })
  expect(getFluidBand({ sex: 'other', conditions: ['flat-feet'] })).toEqual({ fromMl: 1400, toMl: 1750 })
})

test('it is higher when pregnant, and higher still when breastfeeding', () => {
  expect(getFluidBand({ sex: 'female', conditions: ['pregnant'] })).toEqual({ fromMl: 1610, toMl: 1840 })
  expect(getFluidBand({ sex: null, conditions: ['pregnant', 'lactating'] })).toEqual({
    fromMl: 1890,
    toMl: 2160,
  })
})

test.each<Condition>(['heart-disease', 'kidney-disease', 'dialysis', 'liver-disease', 'fluid-restriction'])(
  'with %s no band is shown',
  condition => {
    expect(getFluidBand({ sex: 'female', conditions: ['lactating', condition] })).toBe('clinician')
  },
)
