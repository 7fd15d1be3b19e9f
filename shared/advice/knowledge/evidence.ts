import type { Grade } from './grades.ts'
import type { SourceId } from './sources.ts'

/** Findings of the literature for one group of cramps or people. */
export interface Evidence {
  /** The group, for a tip with more than one grade; null when the grade is about everyone. */
  readonly about: string | null
  readonly grade: Grade
  /** Result of the studies, with its numbers. */
  readonly finding: string
  /** Empty only where no study was found. */
  readonly sources: readonly SourceId[]
  /** The studies also have figures about statins. They are in `statin-trials.ts`, because not everyone may see them. */
  readonly aboutStatins?: true
}
