import { describe, expect, it, test } from 'vitest'
import type { ExperimentResult } from '../../../shared/experiments/analysis.ts'
import { designs } from '../../../shared/experiments/design.ts'
import { powerTable } from '../../../shared/experiments/power-table.ts'
import {
  experimentSummary,
  experimentUnderWay,
  formatExperiments,
  listFinishedExperiments,
  listRunningExperiments,
} from '../../../shared/experiments/summary.ts'
import {
  formatChance,
  formatDesign,
  formatRateRatio,
  writeResultSentences,
  writeWashoutSentence,
} from '../../../shared/experiments/words.ts'
import { makeView } from './make-view.ts'

const result: ExperimentResult = {
  verdict: 'fewer',
  periods: [],
  without: { periods: 4, days: 24, cramps: 22 },
  with: { periods: 4, days: 24, cramps: 8 },
  test: { pValue: 2 / 62, assignments: 62, method: 'enumerated' },
  effect: { rateRatio: 8 / 22, lower: 0.17, upper: 0.79 },
}

describe('a result in words', () => {
  it('has its counts, its effect with the interval, and how sure it is', () => {
    const { counts, certainty, leftOut } = writeResultSentences('loose-bedding', result)
    expect(counts).toBe(
      'With loose bedding, 8 cramps on 24 days (2.3 a week); with the bed as before, 22 cramps on 24 days (6.4 a week). ' +
        'Cramps were about 64% less frequent (0.4 times as frequent, 95% CI 0.2 to 0.8) with loose bedding.',
    )
    expect(certainty).toMatch(/^If it made no difference, 3\.2% of the orders .* would look as different/)
    expect(certainty).toContain('It is true for you, not for others')
    expect(certainty).not.toContain('wide')
    expect(leftOut).toBe('')
  })

  it('says so when there is a difference, but hardly known how large', () => {
    const wide = { ...result, effect: { rateRatio: 0.3, lower: 0.1, upper: 1.6 } }
    expect(writeResultSentences('loose-bedding', wide).certainty).toMatch(
      /its range is wide and still includes no difference at all\.$/,
    )
  })

  it('does not take "not settled" for "no difference"', () => {
    const { certainty } = writeResultSentences('loose-bedding', {
      ...result,
      verdict: 'not-settled',
      test: { pValue: 0.42, assignments: 62, method: 'enumerated' },
    })
    expect(certainty).toMatch(
      /^The experiment does not settle it\. If it made no difference, 42% of the orders/,
    )
    expect(certainty).toMatch(/It may help or not: this was not enough to tell\.$/)
  })

  it('leaves the effect out where one half has no cramps to compare with', () => {
    const none = writeResultSentences('loose-bedding', {
      ...result,
      without: { periods: 4, days: 24, cramps: 0 },
      effect: { rateRatio: null, lower: 2, upper: null },
    })
    expect(none.counts).toMatch(/0 cramps on 24 days \(0\.0 a week\)\.$/)
  })

  it('says so when a half or everything is missing', () => {
    const empty = { periods: 0, days: 0, cramps: 0 }
    const tooFew = { ...result, verdict: 'too-few', with: empty, test: null, effect: null } as const
    expect(writeResultSentences('warm-feet', tooFew).counts).toContain('no days that could be compared')
    expect(writeResultSentences('warm-feet', tooFew).certainty).toContain(
      'Each half needs at least one period with enough answered days.',
    )
    expect(writeResultSentences('warm-feet', { ...tooFew, without: empty }).counts).toBe(
      'Not enough days were answered, so this experiment has no result.',
    )
  })
})

test('designs and chances in words', () => {
  expect(formatDesign(designs['12-weeks-by-2-days'])).toBe('12 weeks, in 2-day periods')
  expect(formatDesign(designs['8-weeks-by-weeks'])).toBe('8 weeks, in 1-week periods')
  expect(formatDesign(designs['16-weeks-by-fortnights'])).toBe('16 weeks, in 2-week periods')
  expect(formatDesign(designs['12-weeks-in-pairs'])).toBe('12 weeks, in pairs of weeks')
  expect(writeWashoutSentence(designs['12-weeks-by-2-days'])).toBe('')
  expect(writeWashoutSentence(designs['24-weeks-by-fortnights'])).toMatch(/^The first 2 days of each period/)
  expect([0, 0.02, 0.04, 0.63, 0.96, 0.99].map(formatChance)).toEqual([
    'less than 5%',
    'less than 5%',
    'about 5%',
    'about 65%',
    'about 95%',
    'more than 95%',
  ])
  expect(new Set(powerTable.rateRatios.map(formatRateRatio)).size).toBe(powerTable.rateRatios.length)
})

describe('listFinishedExperiments', () => {
  const today = '2026-11-20'
  const [old, early, going] = [
    makeView('2026-03-02', today),
    makeView('2026-08-03', today, '2026-09-20'),
    makeView('2026-11-02', today),
  ]
  const year = { fromDate: '2026-01-01', toDate: today }

  it('tells of those that are over, the oldest first, and what came of them', () => {
    const summaries = listFinishedExperiments([going, early, old], year)
    for (const summary of summaries) expect(experimentSummary.parse(summary)).toEqual(summary)
    expect(summaries).toMatchObject([
      { fromDate: '2026-03-02', toDate: '2026-04-26', endedEarly: false },
      { fromDate: '2026-08-03', toDate: '2026-09-19', endedEarly: true },
    ])
    expect(summaries[0]?.sentences[0]).toContain('With loose bedding')
    expect(summaries[0]?.pValue).toBe(old.result?.test?.pValue)
  })

  it('leaves out what lies outside the period', () => {
    expect(listFinishedExperiments([old, early], { fromDate: '2026-09-19', toDate: today })).toHaveLength(1)
    expect(listFinishedExperiments([old, early], { fromDate: '2026-09-20', toDate: today })).toEqual([])
  })

  it('tells of one that is going on without comparing anything', () => {
    const underWay = listRunningExperiments([going, early, old], year)
    for (const one of underWay) expect(experimentUnderWay.parse(one)).toEqual(one)
    expect(underWay).toMatchObject([{ fromDate: '2026-11-02', toDate: '2026-12-27' }])
    expect(listRunningExperiments([going], { toDate: '2026-11-01' })).toEqual([])
    expect(formatExperiments([], underWay)).toEqual([
      {
        question: 'Does room for the feet in bed keep cramps away?',
        fromDate: '2026-11-02',
        toDate: '2026-12-27',
        text: '8 weeks, in 1-week periods. Under way; compared at its end.',
      },
    ])
  })

  it('is a line with the counts, the interval and the chance', () => {
    const done = listFinishedExperiments([early, old], year)
    const [whole, cutShort] = formatExperiments(done, []).map(({ text }) => text)
    expect(whole).toMatch(
      /^8 weeks, in 1-week periods\. Not settled\. With loose bedding, \d+ cramps on .* 95% CI .* Permutation test of the order drawn: p = \d\.\d{3}\.$/,
    )
    expect(cutShort).toMatch(/^8 weeks, in 1-week periods, ended early\. /)
    const [summary] = done
    if (summary === undefined) return expect.fail('nothing was summarized')
    expect(formatExperiments([{ ...summary, pValue: 0.0004 }], [])[0]?.text).toMatch(/: p < 0\.001\.$/)
    expect(formatExperiments([{ ...summary, pValue: null }], [])[0]?.text).not.toContain('Permutation')
  })
})
