/** The cramps that are not settled yet: the one that is going on, and those whose details wait for the morning. */
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
  return {
    getOngoingId: (): number | undefined => ongoing.get(),
    /** Newest first. */
    listUnfinishedIds: (): number[] => unfinished.all(),
    /** Where the last cramp was that says so; it is likely to be there again. */
    getLastSites: (): CrampSite[] => JSON.parse(lastSites.get() ?? '[]'),
  }
}
