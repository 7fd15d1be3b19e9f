import type { Database } from 'better-sqlite3'

/**
 * Outcome of the latest analysis: true if it found an association with cramps. Stored for the warning rules, which
 * cannot wait for an analysis.
 */
export function createAnalysisOutcomeRepository(db: Database) {
  const read = db
    .prepare<[], number | null>('select pattern_found from analysis_outcome where id = 1')
    .pluck()
  const write = db.prepare<[number | null]>('update analysis_outcome set pattern_found = ? where id = 1')
  return {
    /** Null before the first analysis, or when nothing could be estimated. */
    get: (): boolean | null => {
      const found = read.get()
      return found === undefined || found === null ? null : found === 1
    },
    set: (found: boolean | null): void => void write.run(found === null ? null : Number(found)),
  }
}
