/** Runs with fixed seeds: run 17 of a study draws the same life on every machine, in any order and on any thread. */
import { createRandom, type Random } from '../../../shared/statistics/random.ts'
import type { Outcome, Study } from './study.ts'

/** FNV-1a hash (Fowler, Noll, Vo), 32 bits: maps a study's name to its seed. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

/** Generator of one run of a study. */
export const randomOfRun = (study: string, run: number): Random => createRandom((hash(study) + run) >>> 0)

/** Outcomes of consecutive runs; null where a diary has too little data. */
export function runStudy(study: Study, firstRun: number, runs: number): (Outcome | null)[] {
  return Array.from({ length: runs }, (_, index) => study.run(randomOfRun(study.name, firstRun + index)))
}

export interface StudyResult {
  /** The first `wanted` runs with enough data, in the order of their seeds: independent of the number of workers. */
  readonly outcomes: readonly Outcome[]
  /** Number of runs needed to get them. */
  readonly made: number
}

/** Maximum runs per wanted outcome: a study whose diaries hardly ever have enough data is abandoned then. */
export const MAX_RUNS_PER_WANTED = 12

/** The first `wanted` usable outcomes, and the number of runs they took. */
export function takeFirst(outcomes: readonly (Outcome | null)[], wanted: number): StudyResult {
  const taken: Outcome[] = []
  let made = 0
  for (const outcome of outcomes) {
    if (taken.length === wanted) break
    made += 1
    if (outcome !== null) taken.push(outcome)
  }
  return { outcomes: taken, made }
}

/** Runs a study on the calling thread. */
export function runAlone(study: Study, wanted: number): StudyResult {
  const outcomes: (Outcome | null)[] = []
  let usable = 0
  while (usable < wanted && outcomes.length < wanted * MAX_RUNS_PER_WANTED) {
    const [outcome = null] = runStudy(study, outcomes.length, 1)
    outcomes.push(outcome)
    if (outcome !== null) usable += 1
  }
  return takeFirst(outcomes, wanted)
}
