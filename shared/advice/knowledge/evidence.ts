import type { Grade } from './grades.ts'
import type { SourceId } from './sources.ts'

/** Findings of the literature for one group of cramps or people. */
export interface Evidence {
  /** The group, where a tip carries more than one grade; null when the grade is about everyone. */
  readonly about: string | null
  readonly grade: Grade
  /** What was found, with its numbers. */
  readonly finding: string
  /** Empty only where no study was found. */
  readonly sources: readonly SourceId[]
  /** Has figures about statins as well, which are in `statin-trials.ts` because they may not be shown to everyone. */
  readonly aboutStatins?: true
}
