/** Benchmarks of the analysis alone, without the app. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createAnalysisContext } from '../../../shared/analysis/analysis-context.ts'
import { associate } from '../../../shared/analysis/association.ts'
import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import {
  createResultStore,
  type ResultStore,
  type StoredResult,
} from '../../../shared/analysis/stored-checkpoints.ts'
import { fitConditionalLogistic } from '../../../shared/statistics/conditional-logistic.ts'
import { dayNumber } from '../../../shared/time/calendar-date.ts'
import { statedAt, timeZone } from '../../e2e/surroundings.ts'
import { type Figure, getMedian, repeat, time } from './figures.ts'
import { makeYears, today } from './journals.ts'
import { timeInR } from './r-survival.ts'

const RUNS = 5
const FITS = 100

/** @param tenYearsFile path of the ten-year journal, which the worker reads */
export async function measureAnalysis(tenYearsFile: string, scratch: string): Promise<Figure[]> {
  return [
    ...(await measureGrowth([1, 2, 5, 10])),
    await measureWorkerMemory(tenYearsFile),
    ...(await measureOneExposure(2, scratch)),
  ]
}

function makeDiary(years: number): Diary {
  const { entries, checkIns, shoes } = makeYears(years)
  return createDiary({
    dayStartMinutes: 0,
    entries,
    checkIns: checkIns.map(checkIn => ({ ...checkIn, checkedAt: statedAt })),
    shoes,
    offWeekdays: [5, 6],
    timeZone,
  })
}

/**
 * Scaling of all findings with the length of the journal, in years: doubled time for doubled length is linear. Without stored
 * checkpoints, and with those of the analysis before, as after an entry of today.
 */
async function measureGrowth(yearsEach: readonly number[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const years of yearsEach) {
    const diary = makeDiary(years)
    const analyse = (store: ResultStore) => findFindings(diary, { today: dayNumber(today), store })
    // Warm-up run: the engine compiles hot functions first.
    const first = createResultStore([])
    analyse(first.store)
    const stored = first.getUsed() ?? []
    const what = `all findings in process, ${years} ${years === 1 ? 'year' : 'years'}`
    const measure = (earlier: readonly StoredResult[]) =>
      repeat(RUNS, () => time(() => analyse(createResultStore(earlier).store)))
    figures.push(
      { what, runs: await measure([]), unit: 'ms' },
      { what: '  with its finished checkpoints stored', runs: await measure(stored), unit: 'ms' },
    )
  }
  return figures
}

/** Peak memory of the worker, in a fresh process, because freed memory of earlier work would be reused unseen. */
async function measureWorkerMemory(path: string): Promise<Figure> {
  const script = join(import.meta.dirname, 'worker-memory.ts')
  const runs = await repeat(3, async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [script, path, String(dayNumber(today))])
    return Number(stdout)
  })
  return { what: 'memory of the worker at its highest, ten years', runs, unit: 'MB' }
}

/** Exposure with the most matched sets: time from the diary to its estimate, and of the fit alone compared with R's. */
async function measureOneExposure(years: number, scratch: string): Promise<Figure[]> {
  const diary = makeDiary(years)
  const context = createAnalysisContext(diary)
  const [most] = exposures
    .map(exposure => associate(context, exposure))
    .toSorted((a, b) => b.sets.start.length - a.sets.start.length)
  const table = most?.fitted?.table
  if (most === undefined || table === undefined) throw new Error('nothing can be estimated from this diary')
  const fitPlainly = () => fitConditionalLogistic(table)
  const fitted = fitPlainly()
  if (fitted.kind !== 'estimate') throw new Error(`the plain fit is ${fitted.reason}`)
  // Batch of fits per run: a single one is shorter than the clock's resolution.
  const fitRuns = await repeat(RUNS, async () => (await time(() => repeatNow(FITS, fitPlainly))) / FITS)
  const inR = await timeInR(table, scratch)
  if (inR === null) console.log('R with its package survival is not here: its figure is left out.\n')
  if (inR !== null && Math.abs(inR.beta - (fitted.beta[0] ?? Number.NaN)) > 1e-6)
    throw new Error(`R finds ${inR.beta}, and not ${fitted.beta[0]}`)
  const sets = table.start.length - 1
  return [
    {
      what: `one exposure (${most.exposure.key}), ${years} years`,
      runs: await repeat(RUNS, () => time(() => associate(context, most.exposure))),
      unit: 'ms',
    },
    {
      what: `  the plain fit of its ${sets} sets`,
      runs: fitRuns,
      unit: 'ms',
      ...(inR === null
        ? {}
        : {
            floor: { what: `R ${inR.version}, survival::clogit, same estimate`, runs: [getMedian(inR.runs)] },
          }),
    },
  ]
}

function repeatNow(times: number, action: () => unknown): void {
  for (let run = 0; run < times; run++) action()
}
