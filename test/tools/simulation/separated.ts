/**
 * Complete separation: cramps occur after flat shoes alone. The plain likelihood has no maximum then, Firth's penalised one
 * has: the estimate must be finite.
 */
import { type Association, getRatio, stepOf } from '../../../shared/analysis/association.ts'
import { drawFlatDays, makeShoeHabit } from './habits.ts'
import { drawCramps, drawOffset, drawSeason, drawUntracked, startOnAnyMonday } from './life.ts'
import { analyse, writeJournal } from './one-exposure.ts'
import { FULL_RUNS, type Study } from './study.ts'
import { importFile, readDiary } from './written-journal.ts'

export const separatedStudies: readonly Study[] = [
  {
    name: 'separated',
    title: 'cramps only with the exposure, 84 days, risk 0.35 with and 0 without',
    runs: FULL_RUNS,
    rows: [
      {
        what: 'estimate, lower limit and p are finite',
        measure: 'isFinite',
        summary: 'share',
        band: { from: 1, to: 1 },
      },
      { what: 'median estimate', measure: 'estimate', summary: 'median', band: null },
    ],
    run: random => {
      const span = startOnAnyMonday(random, 84)
      const season = drawSeason(random, span)
      const habit = makeShoeHabit(random, span, drawFlatDays(random, span, season))
      const cramps = drawCramps(random, span, drawOffset, (_, onset) => 0.35 * habit.measure(onset))
      const file = importFile(writeJournal(span, habit, cramps, drawUntracked(random, span, cramps)))
      const result = analyse(readDiary(file), 'footwear-unsupportive')
      return result === null ? null : describeFit(result.association)
    },
  },
]

function describeFit(association: Association) {
  const { fitted, exposure, pValue } = association
  if (fitted === null || !fitted.fit.isSeparated) return null
  const { ratio, lower } = getRatio(exposure, fitted, stepOf(exposure))
  const numbers = [ratio, lower ?? Number.NaN, pValue ?? Number.NaN, ...fitted.fit.standardError]
  return { isFinite: Number(numbers.every(Number.isFinite)), estimate: ratio }
}
