/**
 * Single-exposure studies: coverage of the interval, level of the test, bias of the estimate. Weekends and seasons
 * confound exposure and risk, and days are missing as in real diaries.
 */

import { type AnalysisContext, createAnalysisContext } from '../../../shared/analysis/analysis-context.ts'
import { type Association, associate, getRatio, stepOf } from '../../../shared/analysis/association.ts'
import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { testAssociation } from '../../../shared/analysis/exposure-test.ts'
import type { Exposure } from '../../../shared/analysis/exposures/exposure.ts'
import { type BuiltInKey, exposures } from '../../../shared/analysis/exposures/exposures.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { closet } from './closet.ts'
import {
  drawFlatDays,
  type Habit,
  makeColdFeetHabit,
  makeDrinkHabit,
  makeShoeHabit,
  makeStretchingHabit,
} from './habits.ts'
import {
  type ByDay,
  type Cramps,
  daysOf,
  drawCramps,
  drawDrift,
  drawOffset,
  drawSeason,
  drawUntracked,
  getRiskFactor,
  type Span,
  startOnAnyMonday,
} from './life.ts'
import {
  atMost,
  coverageBand,
  doublingBand,
  FULL_RUNS,
  levelBand,
  type Outcome,
  type Row,
  type Study,
} from './study.ts'
import { createJournalWriter, importFile, readDiary } from './written-journal.ts'

export function getExposure(key: BuiltInKey): Exposure {
  const found = exposures.find(exposure => exposure.key === key)
  if (found === undefined) throw new RangeError(`the catalogue has no ${key}`)
  return found
}

/** Exposures of the studies: generator of the habit, and key in the analysis. */
const studiedExposures = {
  shoes: {
    key: 'footwear-unsupportive',
    makeHabit: (random, span, season) => makeShoeHabit(random, span, drawFlatDays(random, span, season)),
  },
  drinks: { key: 'fluids-low', makeHabit: makeDrinkHabit },
  'stretch-days': { key: 'stretch-regular', makeHabit: makeStretchingHabit },
  'cold-feet': { key: 'cold-feet', makeHabit: makeColdFeetHabit },
} as const satisfies Record<
  string,
  { key: BuiltInKey; makeHabit: (random: Random, span: Span, season: ByDay) => Habit }
>

export interface Setting {
  readonly exposure: keyof typeof studiedExposures
  readonly days: number
  /** Risk of a cramp-day without the exposure (or at 1800 ml), before weekend and season. */
  readonly baseRisk: number
  /** True risk ratio: with against without the exposure, or per 500 ml. */
  readonly riskRatio: number
  /** Adds a weekly AR(1) drift to the risk. */
  readonly hasBadWeeks?: boolean
}

const USUAL_ML = 1800
const STEP_ML = 500

/** Draws a life in this setting and writes its diary. */
export function writeLife(random: Random, setting: Setting) {
  const span = startOnAnyMonday(random, setting.days)
  const season = drawSeason(random, span)
  const habit = studiedExposures[setting.exposure].makeHabit(random, span, season)
  const badness = setting.hasBadWeeks === true ? drawDrift(random, span, 0.7, 7) : null
  const cramps = drawCramps(random, span, drawOffset, (day, onset) => {
    const amount = habit.measure(onset)
    const steps = setting.exposure === 'drinks' ? (amount - USUAL_ML) / STEP_ML : amount
    // Minus half the variance (0.5² / 2), so that the mean of the log-normal factor is 1.
    const badWeek = badness === null ? 1 : Math.exp(0.5 * badness(day) - 0.125)
    return setting.baseRisk * getRiskFactor(day, season(day)) * badWeek * setting.riskRatio ** steps
  })
  return writeJournal(span, habit, cramps, drawUntracked(random, span, cramps))
}

/** Journal file of a life, without the entries of untracked days. */
export function writeJournal(span: Span, habit: Habit, cramps: Cramps, untracked: ReadonlySet<number>) {
  const writer = createJournalWriter(closet)
  for (const day of daysOf(span)) {
    if (untracked.has(day)) continue
    habit.writeDate(writer, day)
    writeCrampDay(writer, cramps, day)
  }
  return writer.toFile()
}

export function writeCrampDay(
  writer: ReturnType<typeof createJournalWriter>,
  cramps: Cramps,
  day: number,
): void {
  const onsets = cramps.get(day) ?? []
  if (onsets.length === 0) writer.checkIn(day, 'cramp')
  for (const onset of onsets) writer.writeCramp(onset)
}

/** The program's analysis of one exposure; null where the diary is below the minimum. */
export function analyse(
  diary: Diary,
  key: BuiltInKey,
): { readonly context: AnalysisContext; readonly association: Association } | null {
  const context = createAnalysisContext(diary)
  const association = associate(context, getExposure(key))
  return association.missing.length > 0 || association.fitted === null ? null : { context, association }
}

/** Outcome of one diary: estimate per step, coverage of the true value by the interval, and test results. */
export function judgeEstimate(association: Association, riskRatio: number): Outcome {
  const { exposure, fitted, pValue } = association
  if (fitted === null || pValue === null) return { estimate: Number.NaN, covers: 0, rejects: Number.NaN }
  const { ratio, lower, upper } = getRatio(exposure, fitted, stepOf(exposure))
  const covers = (lower === null || lower <= riskRatio) && (upper === null || riskRatio <= upper)
  return { estimate: ratio, covers: Number(covers), rejects: Number(pValue <= 0.05) }
}

/** Two-sided p of the randomisation test, without the weighing by direction. */
export function getTwoSidedP({
  context,
  association,
}: NonNullable<ReturnType<typeof analyse>>): number | null {
  const test = testAssociation(association, context, 0)
  return test && Math.min(1, 2 * Math.min(test.pMore, test.pFewer))
}

export const permutationLevel = atMost(0.062)

export function studyOneExposure(name: string, title: string, setting: Setting): Study {
  const { key } = studiedExposures[setting.exposure]
  const isNull = setting.riskRatio === 1
  const rows: Row[] = [
    { what: 'coverage of the 95% interval', measure: 'covers', summary: 'share', band: coverageBand },
    isNull
      ? { what: 'p <= 0.05 (type I)', measure: 'rejects', summary: 'share', band: levelBand }
      : { what: 'p <= 0.05 (power)', measure: 'rejects', summary: 'share', band: null },
    {
      what: 'median estimate',
      measure: 'estimate',
      summary: 'median',
      band: setting.riskRatio === 2 && setting.baseRisk <= 0.2 ? doublingBand : null,
    },
  ]
  if (isNull) {
    rows.push({
      what: 'permutation p <= 0.05',
      measure: 'permutationRejects',
      summary: 'share',
      band: permutationLevel,
    })
  }
  return {
    name,
    title,
    runs: FULL_RUNS,
    rows,
    run: random => {
      const result = analyse(readDiary(importFile(writeLife(random, setting))), key)
      if (result === null) return null
      const outcome = judgeEstimate(result.association, setting.riskRatio)
      if (!isNull) return outcome
      const permutationP = getTwoSidedP(result) ?? Number.NaN
      return { ...outcome, permutationRejects: Number(permutationP <= 0.05) }
    },
  }
}

const percent = (share: number) => Math.round(100 * share)

/** Studies of the acceptance table: each length, base risk and effect, then its special cases. */
export const oneExposureStudies: readonly Study[] = [
  ...[84, 112, 168, 364].flatMap(days =>
    [0.1, 0.2, 0.3].flatMap(baseRisk =>
      [1, 2].map(riskRatio =>
        studyOneExposure(
          `shoes-${days}d-p${percent(baseRisk)}-rr${riskRatio}`,
          `yes/no exposure, ${days} days, risk ${baseRisk}, risk ratio ${riskRatio}`,
          { exposure: 'shoes', days, baseRisk, riskRatio },
        ),
      ),
    ),
  ),
  studyOneExposure('shoes-56d-p30-rr1', 'yes/no exposure, 56 days, risk 0.3, risk ratio 1', {
    exposure: 'shoes',
    days: 56,
    baseRisk: 0.3,
    riskRatio: 1,
  }),
  studyOneExposure('shoes-168d-p10-rr3', 'yes/no exposure, 168 days, risk 0.1, risk ratio 3', {
    exposure: 'shoes',
    days: 168,
    baseRisk: 0.1,
    riskRatio: 3,
  }),
  studyOneExposure('bad-weeks-112d-p20-rr1', 'the same with bad weeks, 112 days, risk 0.2, risk ratio 1', {
    exposure: 'shoes',
    days: 112,
    baseRisk: 0.2,
    riskRatio: 1,
    hasBadWeeks: true,
  }),
  ...[112, 168, 364].flatMap(days =>
    [1, 0.67].map(riskRatio =>
      studyOneExposure(
        `drinks-${days}d-p20-rr${riskRatio}`,
        `amounts of drinks, ${days} days, risk 0.2, risk ratio ${riskRatio} per 500 ml`,
        { exposure: 'drinks', days, baseRisk: 0.2, riskRatio },
      ),
    ),
  ),
  studyOneExposure(
    'stretch-days-168d-p30-rr1',
    'days with stretching among the last seven, 168 days, risk 0.3, risk ratio 1',
    { exposure: 'stretch-days', days: 168, baseRisk: 0.3, riskRatio: 1 },
  ),
  studyOneExposure(
    'stretch-days-168d-p60-rr0.8',
    'days with stretching among the last seven, 168 days, risk 0.6 without any, risk ratio 0.8 a day',
    { exposure: 'stretch-days', days: 168, baseRisk: 0.6, riskRatio: 0.8 },
  ),
  ...[1, 2].map(riskRatio =>
    studyOneExposure(
      `cold-feet-168d-p20-rr${riskRatio}`,
      `a thing of the night, known from sleep records, 168 days, risk 0.2, risk ratio ${riskRatio}`,
      { exposure: 'cold-feet', days: 168, baseRisk: 0.2, riskRatio },
    ),
  ),
]
