import type { Database } from 'better-sqlite3'

/** Whether the last analysis found anything that goes with the cramps; the warning rules ask, who cannot wait for it. */
export function createAnalysisOutcomeRepository(db: Database) {
  const read = db
    .prepare<[], number | null>('select pattern_found from analysis_outcome where id = 1')
    .pluck()
  const write = db.prepare<[number | null]>('update analysis_outcome set pattern_found = ? where id = 1')
  return {
    /** Null while nobody has looked, or nothing could be judged. */
    get: (): boolean | null => {
      const found = read.get()
      return found === undefined || found === null ? null : found === 1
    },
    set: (found: boolean | null): void => void write.run(found === null ? null : Number(found)),
  }
}
