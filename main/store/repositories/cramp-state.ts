/** Unfinished cramps: the running one, and those whose details are to be added in the morning. */
import type { Database } from 'better-sqlite3'
import type { CrampSite } from '../../../shared/kinds/cramp.ts'

export function createCrampStateRepository(db: Database) {
  const from = 'from cramp join entry on id = entry_id where deleted_at is null'
  const ongoing = db
    .prepare<[], number>(`select id ${from} and ongoing = 1 order by at desc, id desc limit 1`)
    .pluck()
  const unfinished = db
    .prepare<[], number>(`select id ${from} and ongoing = 0 and needs_details = 1 order by at desc, id desc`)
    .pluck()
  const lastSites = db
    .prepare<[], string>(
      `select sites ${from} and json_array_length(sites) > 0 order by at desc, id desc limit 1`,
    )
    .pluck()
  const last = db.prepare<[], number>(`select id ${from} order by at desc, id desc limit 1`).pluck()
  return {
    /** The latest cramp; undefined without one. */
    getLastId: (): number | undefined => last.get(),
    getOngoingId: (): number | undefined => ongoing.get(),
    /** Newest first. */
    listUnfinishedIds: (): number[] => unfinished.all(),
    /** Sites of the latest cramp that has any, as the default for the next one. */
    getLastSites: (): CrampSite[] => JSON.parse(lastSites.get() ?? '[]'),
  }
}
