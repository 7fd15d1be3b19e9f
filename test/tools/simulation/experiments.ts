/**
 * False-positive rate of the permutation test, in experiments whose two arms do the same. Each week has a cramp rate of its
 * own, some days are not tracked, and a period with fewer than half of its days tracked is dropped.
 */
import { between } from '../../../shared/demo/draws.ts'
import { createExperimentTest } from '../../../shared/experiments/analysis.ts'
import { drawArms, type ExperimentDesign } from '../../../shared/experiments/design.ts'
import { simulateTrial } from '../../../shared/experiments/simulated-trial.ts'
import { atMost, FULL_RUNS, type Study } from './study.ts'

const rows: Study['rows'] = [
  { what: 'p <= 0.05 (type I)', measure: 'rejects', summary: 'share', band: atMost(0.063) },
]

function study(name: string, title: string, design: ExperimentDesign): Study {
  return {
    name: `experiment-${name}`,
    title: `${title}, no effect`,
    runs: FULL_RUNS,
    rows,
    run: random => {
      const crampsPerWeek = [2, 4, 7][between(random, 0, 2)] ?? Number.NaN
      const arms = drawArms(design, random)
      const run = simulateTrial({ design, crampsPerWeek, rateRatio: 1 }, arms, random)
      const test = createExperimentTest(design, random)(run)
      return test.kind === 'not-estimable' ? null : { rejects: Number(test.pValue <= 0.05) }
    },
  }
}

const washoutDaysOf = new Map([
  [2, 0],
  [7, 1],
  [14, 2],
])

function studyBalanced(weeks: number, periodDays: number): Study {
  const periods = (weeks * 7) / periodDays
  const title = `balanced experiment of ${periods} periods of ${periodDays} days`
  const washoutDays = washoutDaysOf.get(periodDays) ?? Number.NaN
  return study(`${weeks}w-${periodDays}d`, title, { scheme: 'balanced', periods, periodDays, washoutDays })
}

const studyPaired = (pairs: number): Study =>
  study(`${pairs}-pairs`, `experiment of ${pairs} pairs of weeks`, {
    scheme: 'paired',
    periods: 2 * pairs,
    periodDays: 7,
    washoutDays: 1,
  })

export const experimentStudies: readonly Study[] = [
  ...[8, 10, 12, 16].map(weeks => studyBalanced(weeks, 7)),
  ...[8, 12, 16].map(weeks => studyBalanced(weeks, 2)),
  ...[16, 24].map(weeks => studyBalanced(weeks, 14)),
  ...[4, 6, 8].map(studyPaired),
]
