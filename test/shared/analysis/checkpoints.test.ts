import { describe, expect, it } from 'vitest'
import { evaluateCheckpoint } from '../../../shared/analysis/checkpoints.ts'
import { exposures, getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import type { ExposureResult } from '../../../shared/analysis/stored-checkpoints.ts'
import type { Suspect } from '../../../shared/analysis/suspects.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'

const FIRST_DATE = '2026-01-05'
/** Day number of 2026-06-22. */
const LAST_DAY = 20_626
const catalogue = exposures.slice(0, 5)
const promising = getExposure('fluids-low')
const rest = catalogue.filter(one => one !== promising)

const withP = (pValue: number): ExposureResult => ({
  isConstant: false,
  missing: [],
  contrast: { ratio: 2, lower: 1.2, upper: 3 },
  weekdayRatio: null,
  likelihoodP: pValue,
  test: {
    statistic: 2,
    pMore: pValue,
    pFewer: 1,
    pValue,
    side: 'more',
    draws: 1000,
    seed: 1,
    nullScores: null,
  },
})

const suspectOf = (exposure: string, isBeforehand: boolean): Suspect => ({
  exposure,
  namedOn: addDays(FIRST_DATE, 30),
  isBeforehand,
})

/** Adjusted P of each exposure; P is 0.002 for the promising one, and 0.4 for the others. */
function adjust(suspects: readonly Suspect[]) {
  const { results, familySize } = evaluateCheckpoint(
    LAST_DAY,
    catalogue,
    suspects,
    ({ key }) => withP(key === promising.key ? 0.002 : 0.4),
    () => {},
  )
  return {
    familySize,
    of: ({ key }: { readonly key: string }) =>
      [...results].find(([exposure]) => exposure.key === key)?.[1] ?? null,
  }
}

describe('the family of a checkpoint', () => {
  it('is one group without suspects', () => {
    expect(adjust([]).of(promising)).toMatchObject({ group: 'other', adjustedP: 5 * 0.002, since: null })
  })

  it('gives a suspect that was named beforehand its share, on all days', () => {
    const { of, familySize } = adjust([suspectOf(promising.key, true)])
    expect(of(promising)).toMatchObject({ group: 'suspect', adjustedP: 0.002 / 0.8, since: null })
    expect(familySize).toBe(5)
  })

  it('stays as large for the others when some of them are named later', () => {
    const { of, familySize } = adjust(rest.map(({ key }) => suspectOf(key, false)))
    expect(of(promising)).toMatchObject({ group: 'other', adjustedP: (5 * 0.002) / 0.2 })
    for (const exposure of rest)
      expect(of(exposure)).toMatchObject({ group: 'suspect', adjustedP: 1, since: expect.any(Number) })
    expect(familySize).toBe(5)
  })

  it('is smaller for the others when some of them were named beforehand', () => {
    const { of } = adjust(rest.map(({ key }) => suspectOf(key, true)))
    expect(of(promising)).toMatchObject({ group: 'other', adjustedP: 0.002 / 0.2 })
  })
})
