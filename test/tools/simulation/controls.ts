/**
 * Negative controls: the same diaries analysed correctly and by a known wrong method. The wrong method must fail: if it
 * passed, these diaries could not distinguish a good analysis from a bad one.
 */

import { createAnalysisContext } from '../../../shared/analysis/analysis-context.ts'
import { type Association, associate, getRatio } from '../../../shared/analysis/association.ts'
import { type Diary, MINUTES_PER_DAY } from '../../../shared/analysis/diary/diary.ts'
import type { BuiltInKey } from '../../../shared/analysis/exposures/exposures.ts'
import type { MatchedSets } from '../../../shared/analysis/matched-sets.ts'
import { computeSensitivityAnalyses } from '../../../shared/analysis/sensitivity-analyses.ts'
import { chance } from '../../../shared/demo/draws.ts'
import { computeFinitePopulationFactors } from '../../../shared/statistics/finite-population-factor.ts'
import { fitFirth, testCoefficient } from '../../../shared/statistics/firth.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { getDrawFactors } from '../vectors/window-counts.ts'
import { closet } from './closet.ts'
import {
  drawFlatDays,
  drawFlatDaysByChance,
  type Habit,
  makeEveningBeerHabit,
  makeEveningCoffeeHabit,
  makeReactiveShoeHabit,
  makeShoeHabit,
} from './habits.ts'
import {
  daysOf,
  drawAnyOffset,
  drawCramps,
  drawMissing,
  drawOffset,
  drawSeason,
  getRiskFactor,
  type Span,
  startOnAnyMonday,
} from './life.ts'
import {
  analyse,
  getExposure,
  getTwoSidedP,
  judgeEstimate,
  permutationLevel,
  writeCrampDay,
  writeJournal,
} from './one-exposure.ts'
import { atLeast, atMost, doublingBand, FULL_RUNS, levelBand, type Row, type Study } from './study.ts'
import { createJournalWriter, importFile, readDiary } from './written-journal.ts'

const rejects = (what: string, measure: string, band: Row['band']): Row => ({
  what: `p <= 0.05 under the null: ${what}`,
  measure,
  summary: 'share',
  band,
})

/** Confounding by weekend: cramps and flat shoes are both more frequent then. Referents of any day type find a false link. */
const withoutDayType: Study = {
  name: 'control-without-day-type',
  title: 'weekend confounding, 364 days, risk 0.2, no effect',
  runs: FULL_RUNS,
  rows: [
    rejects('the program', 'product', atMost(0.07)),
    rejects('all days of the block as referents', 'control', atLeast(0.1)),
  ],
  run: random => {
    const span = startOnAnyMonday(random, 364)
    const season = drawSeason(random, span)
    const habit = makeShoeHabit(random, span, drawFlatDays(random, span, season))
    const cramps = drawCramps(random, span, drawOffset, day => 0.2 * getRiskFactor(day, season(day)))
    const file = importFile(writeJournal(span, habit, cramps, drawMissing(random, span, 0.2)))
    const product = analyse(readDiary(file), 'footwear-unsupportive')
    // No days off: all days have the same day type.
    const control = analyse(readDiary(file, []), 'footwear-unsupportive')
    if (product === null || control === null) return null
    return {
      product: judgeEstimate(product.association, 1).rejects ?? Number.NaN,
      control: judgeEstimate(control.association, 1).rejects ?? Number.NaN,
    }
  },
}

/** Missing read as "none": people log more on bad days, so everything they log seems to cause cramps. */
const missingAsZero: Study = {
  name: 'control-missing-as-zero',
  title: 'exposure logged on 90% of cramp-days and 60% of others, 112 days, risk 0.25, no effect',
  runs: FULL_RUNS,
  rows: [
    rejects('the program', 'product', atMost(0.07)),
    rejects('days without an entry read as days without the exposure', 'control', atLeast(0.15)),
    { what: 'median estimate of the control', measure: 'controlEstimate', summary: 'median', band: null },
  ],
  run: random => {
    const span = startOnAnyMonday(random, 112)
    const habit = makeShoeHabit(random, span, drawFlatDaysByChance(random, span, 0.4))
    const cramps = drawCramps(random, span, drawOffset, () => 0.25)
    const writer = createJournalWriter(closet)
    for (const day of daysOf(span)) {
      writeCrampDay(writer, cramps, day)
      if (chance(random, cramps.has(day) ? 0.9 : 0.6)) habit.writeDate(writer, day)
    }
    const diary = readDiary(importFile(writer.toFile()))
    const asIfComplete: Diary = {
      ...diary,
      trackedDates: { ...diary.trackedDates, 'footwear-unsupportive': daysOf(span) },
      trackedHours: {
        ...diary.trackedHours,
        'footwear-unsupportive': daysOf(span).map(day => ({
          from: day * MINUTES_PER_DAY,
          until: (day + 1) * MINUTES_PER_DAY,
        })),
      },
    }
    const product = analyse(diary, 'footwear-unsupportive')
    const control = analyse(asIfComplete, 'footwear-unsupportive')
    if (product === null || control === null) return null
    const naive = judgeEstimate(control.association, 1)
    return {
      product: judgeEstimate(product.association, 1).rejects ?? Number.NaN,
      control: naive.rejects ?? Number.NaN,
      controlEstimate: naive.estimate ?? Number.NaN,
    }
  },
}

/** Referents without event days, a common rule: it keeps the quiet days and about doubles the estimate. */
const withoutEventDays: Study = {
  name: 'control-without-event-days',
  title: 'frequent cramps, 112 days, risk 0.35, risk ratio 2, 80% tracked, no confounding',
  runs: FULL_RUNS,
  rows: [
    { what: 'median estimate: the program', measure: 'product', summary: 'median', band: doublingBand },
    {
      what: 'median estimate: referents with another cramp left out',
      measure: 'control',
      summary: 'median',
      band: atLeast(3),
    },
  ],
  run: random => {
    const span = startOnAnyMonday(random, 112)
    const habit = makeShoeHabit(random, span, drawFlatDaysByChance(random, span, 0.4))
    const cramps = drawCramps(random, span, drawOffset, (_, onset) => 0.35 * 2 ** habit.measure(onset))
    const file = importFile(writeJournal(span, habit, cramps, drawMissing(random, span, 0.2)))
    const product = analyse(readDiary(file), 'footwear-unsupportive')
    if (product === null) return null
    const control = fitWithoutEventDays(product.association.sets)
    if (control === null) return null
    return { product: judgeEstimate(product.association, 2).estimate ?? Number.NaN, control }
  },
}

function fitWithoutEventDays(sets: MatchedSets): number | null {
  const rows: number[] = []
  const start = [0]
  for (let e = 0; e + 1 < sets.start.length; e++) {
    const first = sets.start[e] ?? Number.NaN
    const quiet = Array.from(sets.hasEvent.subarray(first, sets.start[e + 1]).keys(), i => first + i).filter(
      row => row === first || sets.hasEvent[row] === 0,
    )
    rows.push(...quiet)
    start.push(rows.length)
  }
  const [values = new Float64Array()] = sets.values
  const fit = fitFirth({
    start: Int32Array.from(start),
    covariates: [Float64Array.from(rows, row => values[row] ?? Number.NaN)],
  })
  return fit.kind === 'not-estimable' ? null : Math.exp(fit.beta[0] ?? Number.NaN)
}

/**
 * Forms of the finite-population factor: with cramps at all hours and drinks in the evening, exposure in the 12 hours
 * before depends on the hour, so two cramps of a stratum compete less for the same days than the first form assumes.
 */
function studyFactorForms(
  drink: string,
  key: BuiltInKey,
  makeHabit: (random: Random, span: Span) => Habit,
): Study {
  return {
    name: `control-factor-form-${drink}`,
    title: `evening ${drink}, cramps at all hours, 112 days, risk 0.5, no effect`,
    runs: FULL_RUNS,
    rows: [
      rejects('factor by events and their clock times (the program)', 'product', levelBand),
      rejects('factor as if a day had one value', 'control', atLeast(0.08)),
      {
        what: 'permutation p <= 0.05 under the null',
        measure: 'permutationRejects',
        summary: 'share',
        band: permutationLevel,
      },
    ],
    run: random => {
      const span = startOnAnyMonday(random, 112)
      const habit = makeHabit(random, span)
      const cramps = drawCramps(random, span, drawAnyOffset, () => 0.5)
      const file = importFile(writeJournal(span, habit, cramps, drawMissing(random, span, 0.15)))
      const result = analyse(readDiary(file), key)
      if (result === null) return null
      const control = testWithOneValuePerDay(result.association)
      if (control === null) return null
      return {
        product: judgeEstimate(result.association, 1).rejects ?? Number.NaN,
        control: Number(control <= 0.05),
        permutationRejects: Number((getTwoSidedP(result) ?? NaN) <= 0.05),
      }
    },
  }
}

/** P value under the first form of the finite-population factor. */
function testWithOneValuePerDay({ fitted }: Association): number | null {
  if (fitted === null) return null
  const { fit, sets, table } = fitted
  const factors = computeFinitePopulationFactors(table, fit, {
    form: 'one-value-per-unit',
    drawFactor: getDrawFactors(sets),
  })
  if ('kind' in factors) return null
  const test = testCoefficient(fit, 0, factors[0])
  return 'kind' in test ? null : test.pValue
}

/** Diary of cramps alone: no day is known to be free of one, so a risk ratio of 3 must not be reported as no link. */
const crampsAlone: Study = {
  name: 'control-cramps-alone',
  title: 'days without a cramp never told, 364 days, risk 0.15, risk ratio 3',
  runs: FULL_RUNS,
  rows: [
    { what: 'diaries of which anything is said', measure: 'product', summary: 'share', band: atMost(0) },
    {
      what: 'median estimate without the minimum of days without a cramp',
      measure: 'control',
      summary: 'median',
      band: atMost(1.5),
    },
    { what: 'median estimate once these days are told', measure: 'told', summary: 'median', band: null },
  ],
  run: random => {
    const span = startOnAnyMonday(random, 364)
    const habit = makeShoeHabit(random, span, drawFlatDaysByChance(random, span, 0.4))
    const cramps = drawCramps(random, span, drawOffset, (_, onset) => 0.15 * 3 ** habit.measure(onset))
    const told = readDiary(importFile(writeJournal(span, habit, cramps, new Set())))
    const alone: Diary = { ...told, answeredCrampDays: [] }
    const exposure = getExposure('footwear-unsupportive')
    const { missing, fitted } = associate(createAnalysisContext(alone), exposure)
    const whole = analyse(told, 'footwear-unsupportive')
    if (fitted === null || whole === null) return null
    return {
      product: Number(missing.length === 0),
      control: getRatio(exposure, fitted, 1).ratio,
      told: judgeEstimate(whole.association, 3).estimate ?? Number.NaN,
    }
  },
}

/** Reverse causation: a habit that follows cramps and causes none. Adjusting for earlier cramps must find no link. */
const reaction: Study = {
  name: 'reaction-to-cramps',
  title: 'a habit that follows cramps, 168 days, risk 0.35, no effect',
  runs: FULL_RUNS,
  rows: [
    rejects('the program', 'product', atMost(0.07)),
    { what: 'median estimate', measure: 'estimate', summary: 'median', band: { from: 0.85, to: 1.05 } },
    {
      what: 'median estimate allowing for a cramp in the 48 hours before',
      measure: 'adjusted',
      summary: 'median',
      band: { from: 0.95, to: 1.05 },
    },
  ],
  run: random => {
    const span = startOnAnyMonday(random, 168)
    const cramps = drawCramps(random, span, drawOffset, () => 0.35)
    const habit = makeReactiveShoeHabit(random, span, new Set(cramps.keys()))
    const result = analyse(
      readDiary(importFile(writeJournal(span, habit, cramps, new Set()))),
      'footwear-unsupportive',
    )
    if (result === null) return null
    const { adjusted } = computeSensitivityAnalyses(result.context, result.association)
    if (adjusted === null) return null
    const { estimate, rejects: isFound } = judgeEstimate(result.association, 1)
    return {
      product: isFound ?? Number.NaN,
      estimate: estimate ?? Number.NaN,
      adjusted: adjusted.ratio,
    }
  },
}

export const controlStudies: readonly Study[] = [
  withoutDayType,
  missingAsZero,
  withoutEventDays,
  studyFactorForms('coffee', 'caffeine', makeEveningCoffeeHabit),
  studyFactorForms('beer', 'alcohol', makeEveningBeerHabit),
  crampsAlone,
  reaction,
]
