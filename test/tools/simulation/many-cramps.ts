/**
 * Person with cramps on most days: days with and without one carry little information, so the program counts cramps. The
 * counts are overdispersed, because some days are bad ones.
 */
import { drawFlatDays, makeShoeHabit } from './habits.ts'
import {
  drawDrift,
  drawManyCramps,
  drawOffset,
  drawSeason,
  drawUntracked,
  getRiskFactor,
  startOnAnyMonday,
} from './life.ts'
import { analyse, getTwoSidedP, judgeEstimate, permutationLevel, writeJournal } from './one-exposure.ts'
import { coverageBand, FULL_RUNS, levelBand, type Row, type Study } from './study.ts'
import { importFile, readDiary } from './written-journal.ts'

const CRAMPS_PER_DAY = 2.5

function studyManyCramps(riskRatio: number): Study {
  const isNull = riskRatio === 1
  const rows: Row[] = [
    { what: 'coverage of the 95% interval', measure: 'covers', summary: 'share', band: coverageBand },
    {
      what: isNull ? 'p <= 0.05 (type I)' : 'p <= 0.05 (power)',
      measure: 'rejects',
      summary: 'share',
      band: isNull ? levelBand : null,
    },
    { what: 'median estimate', measure: 'estimate', summary: 'median', band: null },
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
    name: `many-cramps-112d-rr${riskRatio}`,
    title: `cramps on most days, counted, 112 days, risk ratio ${riskRatio}`,
    runs: FULL_RUNS,
    rows,
    run: random => {
      const span = startOnAnyMonday(random, 112)
      const season = drawSeason(random, span)
      const habit = makeShoeHabit(random, span, drawFlatDays(random, span, season))
      const badness = drawDrift(random, span, 0)
      const cramps = drawManyCramps(
        random,
        span,
        drawOffset,
        day => CRAMPS_PER_DAY * getRiskFactor(day, season(day)) * Math.exp(0.5 * badness(day) - 0.125),
        onset => riskRatio ** (habit.measure(onset) - 1),
      )
      const file = importFile(writeJournal(span, habit, cramps, drawUntracked(random, span, cramps)))
      const result = analyse(readDiary(file), 'footwear-unsupportive')
      if (result === null || result.context.outcome !== 'cramps') return null
      const outcome = judgeEstimate(result.association, riskRatio)
      if (!isNull) return outcome
      const permutationP = getTwoSidedP(result) ?? Number.NaN
      return { ...outcome, permutationRejects: Number(permutationP <= 0.05) }
    },
  }
}

export const manyCrampsStudies: readonly Study[] = [1, 1.5].map(studyManyCramps)
