import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../shared/statistics/random.ts'
import { situations } from './situations.ts'

export interface PlayOptions {
  readonly seed: number
  /** Runs of each situation; its own number by default. */
  readonly runs?: number
  /** Situations to play; all by default. */
  readonly names?: readonly string[]
}

export interface Result {
  readonly name: string
  readonly done: string
  readonly runs: number
  /** Acknowledged changes that were found again. */
  readonly kept: number
  /** Changes that were refused with a sentence. */
  readonly refused: number
  readonly faults: readonly string[]
}

export async function playSituations({ seed, runs, names }: PlayOptions): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const situation of situations) {
    const { name, done, play } = situation
    if (names !== undefined && !names.includes(name)) continue
    const times = runs ?? situation.runs
    let kept = 0
    let refused = 0
    const faults: string[] = []
    for (let run = 0; run < times; run++) {
      const folder = mkdtempSync(join(tmpdir(), 'unknot-reliability-'))
      try {
        const outcome = await play(folder, createRandom(seed * 100_000 + run))
        kept += outcome.kept
        refused += outcome.refused ?? 0
        faults.push(...outcome.faults.map(fault => `run ${run + 1}: ${fault}`))
      } catch (error) {
        faults.push(`run ${run + 1}: ${error instanceof Error ? error.message : String(error)}`)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
    results.push({ name, done, runs: times, kept, refused, faults })
  }
  return results
}

/** The results as the table of the README. */
export const writeTable = (results: readonly Result[]): string =>
  [
    '| what was done | times | what happened |',
    '| --- | --- | --- |',
    ...results.map(
      ({ done, runs, kept, refused, faults }) =>
        `| ${done} | ${runs} | ${kept} acknowledged changes kept, ${refused} refused with the reason, ${faults.length} faults |`,
    ),
  ].join('\n')
