/**
 * Cramps known as a part of the day alone, as in other programs' exports: beer in the evening counts for 12 hours, so it is in
 * some windows of a morning or an evening and not in others.
 *
 * The control leaves out only the cramps whose windows differ, and reads the days of comparison at the middle of the part
 * of the day: it keeps the beer of days without a cramp that it drops on days with one.
 */
import { fitSets, getRatio, stepOf } from '../../../shared/analysis/association.ts'
import type { IndexEvent } from '../../../shared/analysis/diary/cramp-days.ts'
import { createOnsetReader } from '../../../shared/analysis/diary/onset-spans.ts'
import { buildMatchedSets } from '../../../shared/analysis/matched-sets.ts'
import type { JournalFile } from '../../../shared/archive/journal-file.ts'
import { getSpanOfDay, onsetPrecisions, roughPrecisions } from '../../../shared/kinds/onset.ts'
import { clockMinutes, MS_PER_MINUTE } from '../../../shared/time/moment.ts'
import { makeEveningBeerHabit } from './habits.ts'
import { drawAnyOffset, drawCramps, drawMissing, startOnAnyMonday } from './life.ts'
import { analyse, judgeEstimate, writeJournal } from './one-exposure.ts'
import { coverageBand, doublingBand, levelBand, type Row, type Study, shareRow } from './study.ts'
import { importFile, readDiary } from './written-journal.ts'

/** Diaries in a full simulation: enough for the bands of the estimates. */
const RUNS = 600

/** The same journal with the parts of the day in place of the clock times of the cramps. */
function roundOnsets(file: JournalFile): JournalFile {
  return {
    ...file,
    entries: file.entries.map(entry => {
      if (entry.kind !== 'cramp') return entry
      const minutes = clockMinutes(entry)
      const precision = roughPrecisions.find(one => (getSpanOfDay(one)?.until ?? 0) > minutes) ?? 'evening'
      const [hours = 0] = (onsetPrecisions.get(precision).clock ?? '').split(':').map(Number)
      return {
        ...entry,
        at: entry.at + (hours * 60 - minutes) * MS_PER_MINUTE,
        onsetPrecision: precision,
      }
    }),
  }
}

const estimateRow = (what: string, measure: string, band: Row['band']): Row => ({
  what: `median estimate: ${what}`,
  measure,
  summary: 'median',
  band,
})

function study(riskRatio: 1 | 2): Study {
  const isNull = riskRatio === 1
  const unbiased = isNull ? { from: 0.9, to: 1.1 } : doublingBand
  return {
    name: `rough-onsets-rr${riskRatio}`,
    title: `cramps known as parts of the day, 364 days, risk 0.2, risk ratio ${riskRatio}`,
    runs: RUNS,
    rows: [
      shareRow('coverage of the 95% interval', 'covers', coverageBand),
      shareRow('p <= 0.05', 'rejects', isNull ? levelBand : null),
      estimateRow('the program', 'product', unbiased),
      estimateRow('days of comparison read at the middle', 'control', { from: 0, to: unbiased.from }),
      estimateRow('the same lives with clock times', 'exact', unbiased),
      { what: 'cramps left out, median share', measure: 'leftOut', summary: 'median', band: null },
    ],
    run: random => {
      const span = startOnAnyMonday(random, 364)
      const habit = makeEveningBeerHabit(random, span)
      const cramps = drawCramps(
        random,
        span,
        drawAnyOffset,
        (_, onset) => 0.2 * riskRatio ** habit.measure(onset),
      )
      const file = writeJournal(span, habit, cramps, drawMissing(random, span, 0.15))
      const result = analyse(readDiary(importFile(roundOnsets(file))), 'alcohol')
      const exact = analyse(readDiary(importFile(file)), 'alcohol')
      if (result === null || exact === null) return null
      const { association, context } = result
      const { estimate, covers, rejects } = judgeEstimate(association, riskRatio)
      const { dropped } = association.sets
      return {
        ...{ covers: covers ?? NaN, rejects: rejects ?? NaN, product: estimate ?? NaN },
        control: estimateOneSided(result) ?? NaN,
        exact: judgeEstimate(exact.association, riskRatio).estimate ?? NaN,
        leftOut:
          dropped.filter(({ reason }) => reason === 'onset-unclear').length / context.calendar.events.length,
      }
    },
  }
}

/** Estimate of the control; null where nothing can be estimated. */
function estimateOneSided({ context, association }: NonNullable<ReturnType<typeof analyse>>): number | null {
  const { exposure, reader } = association
  const read = createOnsetReader(reader)
  const events = context.calendar.events
    .filter(event => read(event.day, event) !== 'varies')
    .map(({ span: _, ...middle }): IndexEvent => middle)
  const fitted = fitSets(exposure, buildMatchedSets({ ...context.calendar, events }, [reader]))
  return fitted && getRatio(exposure, fitted, stepOf(exposure)).ratio
}

export const roughOnsetStudies: readonly Study[] = [study(1), study(2)]
