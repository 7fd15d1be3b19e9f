/** The studies of a full simulation with so few runs that they can stand among the tests; same seeds, wider bands. */
import { runAlone } from './runs.ts'
import { findStudy } from './studies.ts'
import { summarize } from './summary.ts'

/** Minutes a slow machine may take for one study; they need seconds. */
export const PATIENCE_MS = 120_000

/**
 * The summary of each measure of a scenario, from its first diaries with enough data.
 *
 * @throws RangeError if there is no such scenario, or too few of its diaries hold enough.
 */
export function simulate(scenario: string, runs: number): Readonly<Record<string, number>> {
  const study = findStudy(scenario)
  const { outcomes, made } = runAlone(study, runs)
  if (outcomes.length < runs) throw new RangeError(`${scenario}: only ${outcomes.length} of ${made} usable`)
  return Object.fromEntries(summarize(study, outcomes, made).map(({ measure, value }) => [measure, value]))
}
