/** Short form of the simulation for `npm test`: the same studies and seeds, fewer runs, wider bands. */
import { runAlone } from './runs.ts'
import { findStudy } from './studies.ts'
import { summarize } from './summary.ts'

/** Time limit of one study in ms; it takes seconds, minutes on a slow machine. */
export const TIME_LIMIT_MS = 120_000

/**
 * Summary of each measure of a scenario, over its first `runs` diaries with enough data.
 *
 * @throws RangeError if there is no such scenario, or too few of its diaries hold enough.
 */
export function simulate(scenario: string, runs: number): Readonly<Record<string, number>> {
  const study = findStudy(scenario)
  const { outcomes, made } = runAlone(study, runs)
  if (outcomes.length < runs) throw new RangeError(`${scenario}: only ${outcomes.length} of ${made} usable`)
  return Object.fromEntries(summarize(study, outcomes, made).map(({ measure, value }) => [measure, value]))
}
