import type { Database } from 'better-sqlite3'
import type { ShownCheckpoint, StoredResult } from '../../../shared/analysis/stored-checkpoints.ts'
import { exposureResult } from '../../../shared/analysis/stored-checkpoints.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'

/**
 * Repository of the checkpoints that the person has been shown, and of the results of the newest ones.
 *
 * The number of a look is its place in the order of showing: a fact of the person's history, not of the data. Therefore
 * - all blocks that an import or a restored backup completes are one look, because only the last is shown;
 * - older entries that are added or changed, or changed settings, recompute a checkpoint's results and spend no look;
 * - a checkpoint that such a change moves to another date is a new look when it is shown;
 * - a journal file brings its looks along, and its importer has both: the person saw the one and the other.
 */
export function createCheckpointRepository(db: Database) {
  const listShown = db.prepare<[], { last_date: string; shown_at: number }>(
    'select last_date, shown_at from shown_checkpoint order by shown_at, last_date',
  )
  const addShown = db.prepare<[string, number]>(
    `insert into shown_checkpoint (last_date, shown_at) values (?, ?)
     on conflict (last_date) do update set shown_at = min(shown_at, excluded.shown_at)`,
  )
  const listResults = db.prepare<[], { name: string; inputs: string; result: string }>(
    'select name, inputs, result from checkpoint_result',
  )
  const clearResults = db.prepare('delete from checkpoint_result')
  const addResult = db.prepare<[string, string, string]>(
    'insert into checkpoint_result (name, inputs, result) values (?, ?, ?)',
  )
  const toShown = (row: { last_date: string; shown_at: number }): ShownCheckpoint => ({
    lastDate: row.last_date,
    shownAt: row.shown_at,
  })
  return {
    /** In the order of showing. */
    listShown: (): ShownCheckpoint[] => listShown.all().map(toShown),
    /** Last dates, in the order of showing: the first is look 1. */
    listLooks: (): CalendarDate[] => listShown.all().map(row => row.last_date),
    /** Records that a checkpoint was shown. Shown again, it keeps its first time. */
    addShown: ({ lastDate, shownAt }: ShownCheckpoint): void => void addShown.run(lastDate, shownAt),
    /** Results that can be read; those of another version of the program are left out. */
    listResults: (): StoredResult[] =>
      listResults.all().flatMap(({ name, inputs, result }) => {
        const parsed = exposureResult.safeParse(JSON.parse(result))
        return parsed.success ? [{ name, inputs, result: parsed.data }] : []
      }),
    replaceResults: (results: readonly StoredResult[]): void => {
      clearResults.run()
      for (const { name, inputs, result } of results) addResult.run(name, inputs, JSON.stringify(result))
    },
  }
}
