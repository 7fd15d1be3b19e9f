import { describe, expect, it } from 'vitest'
import type { FluidPattern } from '../../../shared/analysis/fluid-pattern.ts'
import {
  writeDaysLeftOutSentence,
  writeFluidsSentence,
  writeLoadLeftOutSentence,
  writeLoadSentence,
  writeNightsLeftOutSentence,
  writeNightsSentence,
  writeShoesSentence,
} from '../../../shared/analysis/habit-sentences.ts'
import type { LoadPattern } from '../../../shared/analysis/load-pattern.ts'
import type { NightPattern } from '../../../shared/analysis/night-pattern.ts'
import { formatPercent } from '../../../shared/analysis/sentence-parts.ts'
import { getShareOfDays } from '../../../shared/analysis/share-of-days.ts'
import type { ShoeDays, ShoePattern } from '../../../shared/analysis/shoe-pattern.ts'
import { formats } from './plain-formats.ts'

const UNMATCHED = 'These days are not matched, so other things may be behind it: see "All things compared".'

describe('fluids in words', () => {
  const sayOf = (
    days: number,
    withCramp: number | null,
    without: number | null,
    doseResponse: FluidPattern['doseResponse'] = [],
  ) => {
    const fluids: FluidPattern = {
      trackedDays: 40,
      days,
      doseResponse,
      distribution: [],
      medianMl: { withCramp, without },
    }
    return writeFluidsSentence(fluids, formats)
  }

  it('set the middle amounts beside each other, and say of how many days', () => {
    expect(sayOf(30, 1676, 1849)).toBe(
      `About the same: typically 1700 ml in the 24 hours before a cramp, 1850 ml on days without, of 30 days with all drinks known. ${UNMATCHED}`,
    )
    expect(sayOf(30, 1400, 1849)).toMatch(/^Less: typically 1400 ml /)
    expect(sayOf(30, 2400, 1849)).toMatch(/^More: typically 2400 ml /)
    expect(sayOf(30, 0, 0)).toMatch(/^About the same: typically 0 ml /)
  })

  it('say how often there was a cramp after little and after much, where there are days enough', () => {
    const bar = (from: number | null, to: number | null, crampDays: number, days: number) => ({
      label: '',
      from,
      to,
      ...getShareOfDays(crampDays, days),
    })
    const ends = [
      bar(null, 1000, 3, 4),
      bar(1000, 1500, 8, 16),
      bar(1500, 2000, 4, 20),
      bar(2000, null, 2, 20),
    ]
    expect(sayOf(60, 1400, 1850, ends)).toContain(
      'There was a cramp after 1000 ml to 1500 ml on 8 of 16 days (50%), after 2000 ml or more on 2 of 20 days (10%). ',
    )
    expect(sayOf(60, 1400, 1850, ends.slice(0, 2))).not.toContain('There was a cramp')
  })

  it('never call the same what the bars show to differ', () => {
    const bars = (little: number, much: number) => [
      { label: '', from: null, to: 1000, ...getShareOfDays(little, 20) },
      { label: '', from: 2000, to: null, ...getShareOfDays(much, 20) },
    ]
    expect(sayOf(60, 1676, 1849, bars(15, 6))).toBe(
      `Cramps came more often after little, though the typical amounts are about the same: typically 1700 ml in the 24 hours before a cramp, 1850 ml on days without, of 60 days with all drinks known. There was a cramp after less than 1000 ml on 15 of 20 days (75%), after 2000 ml or more on 6 of 20 days (30%). ${UNMATCHED}`,
    )
    expect(sayOf(60, 1676, 1849, bars(6, 15))).toMatch(/^Cramps came more often after a lot, though /)
    expect(sayOf(60, 1676, 1849, bars(10, 8))).toMatch(/^About the same: /)
    expect(sayOf(60, 1200, 1849, bars(15, 6))).toMatch(/^Less: /)
    expect(sayOf(60, 1200, 1849, bars(6, 15))).toMatch(/^It does not point one way: /)
    expect(sayOf(60, 2400, 1849, bars(15, 6))).toMatch(/^It does not point one way: /)
  })

  it('do without a comparison where there is only one kind of day', () => {
    expect(sayOf(1, null, 900)).toBe(
      'None of 1 day with all drinks known had a cramp; the typical amount in 24 hours was 900 ml.',
    )
    expect(sayOf(2, 900, null)).toMatch(/^Each of 2 days with all drinks known had a cramp/)
    expect(sayOf(0, null, null)).toBe('There is no day yet of which all drinks are known.')
  })

  it('say how many days were left out', () => {
    expect(writeDaysLeftOutSentence({ trackedDays: 40, days: 30 }, 'all drinks', formats)).toBe(
      'Of 40 answered days, 10 are left out: no answer about all drinks, or travel.',
    )
    expect(writeDaysLeftOutSentence({ trackedDays: 40, days: 40 }, 'all drinks', formats)).toBe('')
  })
})

describe('shoes in words', () => {
  const shoe = (id: number, name: string, own: [number, number], others: [number, number]): ShoeDays => ({
    id,
    name,
    retired: false,
    hoursWorn: 100,
    ownDays: getShareOfDays(...own),
    otherDays: getShareOfDays(...others),
    rate: null,
  })
  const sayOf = (days: number, ...shoes: ShoeDays[]) => {
    const pattern: ShoePattern = { trackedDays: days, days, withoutShoe: getShareOfDays(0, 0), shoes }
    return writeShoesSentence(pattern, formats)
  }

  it('name the shoes whose days stand clearly apart, with both counts', () => {
    expect(sayOf(155, shoe(1, 'Canvas', [24, 29], [39, 126]), shoe(2, 'Brown', [25, 78], [38, 77]))).toBe(
      `Days in Canvas had a cramp more often than the others: 24 of 29 days (83%), against 39 of 126 days (31%). ${UNMATCHED}`,
    )
  })

  it('say of few days nothing, however far apart they seem', () => {
    expect(sayOf(47, shoe(1, 'Run', [7, 7], [4, 40]))).toMatch(/there is no other shoe to compare it with/)
    expect(sayOf(47, shoe(1, 'Run', [7, 7], [4, 40]), shoe(2, 'Work', [4, 40], [7, 7]))).toBe(
      'No shoe stands out clearly from the others, over 47 days.',
    )
    expect(sayOf(4, shoe(1, 'Run', [1, 4], [0, 0]))).toMatch(
      /A shoe is compared once it has been worn on 5 days/,
    )
    expect(sayOf(0)).toBe('There is no day yet of which the shoes are known.')
  })
})

describe('load in words', () => {
  const loadOf = (
    below: [number, number],
    usual: [number, number],
    above: [number, number],
  ): LoadPattern => ({
    weeks: [],
    bands: [
      { band: 'below', ...getShareOfDays(...below) },
      { band: 'usual', ...getShareOfDays(...usual) },
      { band: 'above', ...getShareOfDays(...above) },
    ],
    trackedDays: 100,
    unknownDays: 12,
    idleDays: 3,
  })

  it('counts the days after each kind of week, and says whether harder ones stand apart', () => {
    expect(writeLoadSentence(loadOf([2, 20], [5, 40], [16, 25]), formats)).toBe(
      `There was a cramp after lighter weeks on 2 of 20 days (10%), after usual weeks on 5 of 40 days (13%) and after harder weeks on 16 of 25 days (64%). There are more after harder weeks. ${UNMATCHED}`,
    )
    expect(writeLoadSentence(loadOf([2, 20], [30, 40], [2, 25]), formats)).toMatch(
      /There are fewer after harder weeks\. These days are not matched/,
    )
    expect(writeLoadSentence(loadOf([2, 20], [5, 40], [6, 25]), formats)).toMatch(/do not differ clearly\.$/)
  })

  it('leaves out the kinds of week there were not', () => {
    expect(writeLoadSentence(loadOf([0, 0], [5, 40], [0, 0]), formats)).toBe(
      'There was a cramp after usual weeks on 5 of 40 days (13%).',
    )
    expect(writeLoadSentence(loadOf([0, 0], [0, 0], [0, 0]), formats)).toMatch(
      /^There is no day yet with four known weeks/,
    )
    expect(writeLoadLeftOutSentence(loadOf([0, 0], [5, 40], [0, 0]), formats)).toBe(
      'Of 100 answered days, these are left out of the bars: 12 with too little known about the weeks before (or a session without exertion) and 3 after four weeks without any activity.',
    )
  })
})

describe('nights in words', () => {
  const nightsOf = (
    all: [number, number],
    cold: [number, number],
    notCold: [number, number],
  ): NightPattern => ({
    all: getShareOfDays(...all),
    conditions: [
      { condition: 'legs', answer: 'cold', ...getShareOfDays(...cold) },
      { condition: 'legs', answer: 'not-cold', ...getShareOfDays(...notCold) },
    ],
    leftOut: { withoutEnd: 1, withoutWord: 2 },
  })
  const sayOf = (nights: NightPattern) =>
    writeNightsSentence(nights, ({ answer }) => `legs ${answer}`, formats)

  it('name a condition only where its interval lies above that of another answer', () => {
    expect(sayOf(nightsOf([30, 100], [20, 30], [10, 70]))).toBe(
      `There was a cramp in 30 of 100 nights (30%). More often with legs cold (20 of 30 nights (67%)). ${UNMATCHED.replace('days', 'nights')}`,
    )
    expect(sayOf(nightsOf([30, 100], [10, 30], [20, 70]))).toBe(
      'There was a cramp in 30 of 100 nights (30%). No condition stands out clearly.',
    )
    expect(sayOf(nightsOf([9, 14], [9, 9], [0, 5]))).toMatch(/No condition stands out clearly\.$/)
  })

  it('say what is missing', () => {
    expect(sayOf({ ...nightsOf([0, 0], [0, 0], [0, 0]), conditions: [] })).toMatch(/^There is no night/)
    expect(sayOf({ ...nightsOf([1, 4], [0, 0], [0, 0]), conditions: [] })).toBe(
      'There was a cramp in 1 of 4 nights (25%). Nothing else is written down about these nights.',
    )
    expect(writeNightsLeftOutSentence(nightsOf([1, 4], [1, 2], [0, 2]), formats)).toBe(
      'Left out: 1 night without the time of getting up and 2 nights without an answer about cramps.',
    )
  })
})

describe('a percentage', () => {
  it('is 0 or 100 only if nothing or everything is', () => {
    expect([0, 0.004, 0.126, 0.996, 1].map(share => formatPercent(share, formats))).toEqual([
      '0%',
      'under 1%',
      '13%',
      'over 99%',
      '100%',
    ])
  })
})
