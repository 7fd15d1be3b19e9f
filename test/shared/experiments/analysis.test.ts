import { describe, expect, it } from 'vitest'
import { analyseExperiment } from '../../../shared/experiments/analysis.ts'
import { type DesignName, designs, drawArms, WITH, WITHOUT } from '../../../shared/experiments/design.ts'
import type { Experiment } from '../../../shared/experiments/experiment.ts'
import { computePower } from '../../../shared/experiments/power.ts'
import { listPeriods } from '../../../shared/experiments/schedule.ts'
import { createRandom, drawPoisson, type Random } from '../../../shared/statistics/random.ts'
import { addDays, type CalendarDate, datesFromTo } from '../../../shared/time/calendar-date.ts'
import { makeExperiment } from './make-experiment.ts'

/** Order A B A B B A B A, one week each, of which the first day does not count. */
const experiment: Experiment = { ...makeExperiment(), arms: [0, 1, 0, 1, 1, 0, 1, 0] }
const periods = listPeriods(experiment)
const everyDate = periods.flatMap(({ fromDate, toDate }) => datesFromTo(fromDate, toDate))
const keptAll = everyDate.map(date => ({ date, kept: true }))

/** Cramp counts by period, all on its last day; every day is tracked. */
function crampsByPeriod(counts: readonly number[]): Map<CalendarDate, number> {
  return new Map([
    ...everyDate.map(date => [date, 0] as const),
    ...periods.map(({ toDate }, index) => [toDate, counts[index] ?? Number.NaN] as const),
  ])
}
const cramps = crampsByPeriod([5, 2, 4, 1, 2, 6, 3, 7])

describe('analyseExperiment', () => {
  it('tests as randomised: 22 cramps without and 8 with, 2 of 62 orders as far apart', () => {
    const result = analyseExperiment(experiment, keptAll, cramps)
    expect(result).toMatchObject({
      verdict: 'fewer',
      without: { periods: 4, days: 24, cramps: 22 },
      with: { periods: 4, days: 24, cramps: 8 },
      test: { pValue: 2 / 62, assignments: 62, method: 'enumerated' },
    })
    expect(result.effect?.rateRatio).toBeCloseTo(8 / 22, 10)
  })

  it('says "more" the other way round, and "not settled" where orders like it abound', () => {
    const swapped = { ...experiment, arms: experiment.arms.map(arm => (arm === WITH ? WITHOUT : WITH)) }
    expect(analyseExperiment(swapped, keptAll, cramps).verdict).toBe('more')
    const even = analyseExperiment(experiment, keptAll, crampsByPeriod([3, 3, 2, 4, 3, 3, 2, 4]))
    expect(even.verdict).toBe('not-settled')
  })

  it('does not count the first day of a period, nor a day that was not kept to', () => {
    const first = periods[0]?.fromDate ?? ''
    const withEarly = new Map(cramps).set(first, 9)
    expect(analyseExperiment(experiment, keptAll, withEarly)).toEqual(
      analyseExperiment(experiment, keptAll, cramps),
    )
    const notKept = keptAll.map(day => (day.date === addDays(first, 6) ? { ...day, kept: false } : day))
    const result = analyseExperiment(experiment, notKept, cramps)
    expect(result.periods[0]).toMatchObject({ countedDays: 5, cramps: 0, isCompared: true })
  })

  it('takes a day without an answer, or without knowledge of its cramps, as missing', () => {
    const unanswered = keptAll.filter(({ date }) => date !== everyDate[3])
    const unknown = new Map(cramps)
    unknown.delete(everyDate[3] ?? '')
    const missing = analyseExperiment(experiment, unanswered, cramps)
    expect(missing.periods[0]).toMatchObject({ countedDays: 5, plannedDays: 6, cramps: 5 })
    expect(analyseExperiment(experiment, keptAll, unknown)).toEqual(missing)
  })

  it('drops a period of which fewer than half of the days count', () => {
    const half = keptAll.filter(({ date }) => date > addDays(everyDate[0] ?? '', 3))
    expect(analyseExperiment(experiment, half, cramps).periods[0]?.isCompared).toBe(true)
    const less = keptAll.filter(({ date }) => date > addDays(everyDate[0] ?? '', 4))
    const result = analyseExperiment(experiment, less, cramps)
    expect(result.periods[0]).toMatchObject({ countedDays: 2, isCompared: false })
    expect(result.without).toEqual({ periods: 3, days: 18, cramps: 17 })
    expect(result.test?.assignments).toBe(62)
  })

  it('says that there is too little when nothing was answered', () => {
    expect(analyseExperiment(experiment, [], cramps)).toMatchObject({
      verdict: 'too-few',
      test: null,
      effect: null,
    })
  })

  it('compares pairs with each other where they were drawn in pairs', () => {
    const design = designs['12-weeks-in-pairs']
    const paired: Experiment = {
      ...makeExperiment(),
      design,
      arms: [0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0],
    }
    const all = listPeriods(paired)
    const dates = all.flatMap(({ fromDate, toDate }) => datesFromTo(fromDate, toDate))
    const counts = new Map(dates.map(date => [date, 0]))
    // 1 cramp a week with the change, 3 without; half of one pair is missing.
    for (const { arm, toDate } of all) counts.set(toDate, arm === WITH ? 1 : 3)
    const kept = dates.map(date => ({ date, kept: true }))
    expect(analyseExperiment(paired, kept, counts)).toMatchObject({
      verdict: 'fewer',
      test: { pValue: 2 / 64, assignments: 64 },
    })
    const gap = kept.filter(({ date }) => date > (all[0]?.toDate ?? ''))
    expect(analyseExperiment(paired, gap, counts).test).toMatchObject({ pValue: 2 / 32, assignments: 32 })
  })

  it('gives the same answer each time, where orders are drawn', () => {
    const long = makeExperiment({ design: '8-weeks-by-2-days' })
    const [days, counts] = live(createRandom(5), long, 4, 0.5)
    const result = analyseExperiment(long, days, counts)
    expect(result.test?.method).toBe('monte-carlo')
    expect(analyseExperiment(long, days, counts)).toEqual(result)
  })
})

/** Simulated journal of an experiment: a day counts with a probability of 85%, and each week has its own rate. */
function live(random: Random, { design, firstDate, arms }: Experiment, perWeek: number, rateRatio: number) {
  const dates = datesFromTo(firstDate, addDays(firstDate, design.periods * design.periodDays - 1))
  const sigma = Math.sqrt(Math.log(1.16))
  let weeklyRate = 0
  const days: { date: CalendarDate; kept: boolean }[] = []
  const counts = new Map<CalendarDate, number>()
  dates.forEach((date, index) => {
    if (index % 7 === 0) weeklyRate = perWeek * Math.exp(sigma * random.nextNormal() - sigma ** 2 / 2)
    if (random.nextUniform() >= 0.85) return
    const isWith = arms[Math.floor(index / design.periodDays)] === WITH
    days.push({ date, kept: true })
    counts.set(date, drawPoisson(random, (weeklyRate * (isWith ? rateRatio : 1)) / 7))
  })
  return [days, counts] as const
}

/** Simulated power: share of experiments that settle their question, from drawing the order to the verdict. */
function simulate(name: DesignName, perWeek: number, rateRatio: number, runs: number) {
  const random = createRandom(20)
  const verdicts = Array.from({ length: runs }, () => {
    const seed = random.nextUint32()
    const arms = [...drawArms(designs[name], createRandom(seed))]
    const lived: Experiment = { ...makeExperiment({ design: name, seed }), arms }
    return analyseExperiment(lived, ...live(random, lived, perWeek, rateRatio)).verdict
  })
  const share = (...of: string[]) => verdicts.filter(verdict => of.includes(verdict)).length / runs
  return { settled: share('fewer', 'more'), wrong: share('more') }
}

describe('simulated experiments', () => {
  const runs = 600
  const fourErrors = (p: number) => 4 * Math.sqrt((p * (1 - p)) / runs)

  it.each(['8-weeks-by-weeks', '12-weeks-by-weeks', '12-weeks-in-pairs', '16-weeks-by-fortnights'] as const)(
    '%s: find something where there is nothing no more often than 1 time in 20',
    name => {
      expect(simulate(name, 5, 1, runs).settled).toBeLessThanOrEqual(0.05 + fourErrors(0.05))
    },
  )

  it.each([
    ['12-weeks-by-weeks', 7, 0.33],
    ['12-weeks-by-weeks', 4, 0.5],
    ['16-weeks-in-pairs', 7, 0.33],
    ['24-weeks-by-fortnights', 5, 0.5],
  ] as const)(
    '%s, %d cramps a week: settle their question as often as was promised (%d)',
    (name, rate, ratio) => {
      const promised = computePower(name, rate, ratio)
      const { settled, wrong } = simulate(name, rate, ratio, runs)
      expect(Math.abs(settled - promised)).toBeLessThan(fourErrors(promised))
      expect(wrong).toBeLessThan(0.01)
    },
  )
})
