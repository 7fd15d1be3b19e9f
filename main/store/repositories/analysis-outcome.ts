import type { Database } from 'better-sqlite3'

/**
 * Outcome of the latest analysis: true if it found an association with cramps. Stored for the warning rules, which
 * cannot wait for an analysis.
 */
export function createAnalysisOutcomeRepository(db: Database) {
  const read = db
    .prepare<[], number | null>('select pattern_found from analysis_outcome where id = 1')
    .pluck()
  const readRuleChange = db.prepare<[], { isPending: number; earlierReports: number }>(
    `select rule_change_pending as isPending, earlier_reports as earlierReports
     from analysis_outcome where id = 1`,
  )
  const endRuleChange = db.prepare<[]>('update analysis_outcome set rule_change_pending = 0 where id = 1')
  const write = db.prepare<[number | null]>('update analysis_outcome set pattern_found = ? where id = 1')
  return {
    /** Null before the first analysis, or when nothing could be estimated. */
    get: (): boolean | null => {
      const found = read.get()
      return found === undefined || found === null ? null : found === 1
    },
    /** Notice about the new rule of verdicts, and the largest id of a report made before it. */
    getRuleChange: (): { isPending: boolean; earlierReports: number } => {
      const row = readRuleChange.get()
      return { isPending: row?.isPending === 1, earlierReports: row?.earlierReports ?? 0 }
    },
    acknowledgeRuleChange: (): void => void endRuleChange.run(),
    set: (found: boolean | null): void => void write.run(found === null ? null : Number(found)),
  }
}
