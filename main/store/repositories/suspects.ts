import type { Database } from 'better-sqlite3'
import type { Naming } from '../../../shared/analysis/suspects.ts'

interface NamingRow {
  exposure: string
  named_on: string
  is_beforehand: number
  withdrawn_on: string | null
  keeps_share: number
}

const fromRow = (row: NamingRow): Naming => ({
  exposure: row.exposure,
  namedOn: row.named_on,
  isBeforehand: row.is_beforehand === 1,
  withdrawnOn: row.withdrawn_on,
  keepsShare: row.keeps_share === 1,
})

/** Repository of the suspects, withdrawn ones included, and of the exposures whose estimate was shown. */
export function createSuspectRepository(db: Database) {
  const upsert = db.prepare<NamingRow>(
    `insert into suspect (exposure, named_on, is_beforehand, withdrawn_on, keeps_share)
     values (@exposure, @named_on, @is_beforehand, @withdrawn_on, @keeps_share)
     on conflict (exposure, named_on) do update set is_beforehand = excluded.is_beforehand,
       withdrawn_on = excluded.withdrawn_on, keeps_share = excluded.keeps_share`,
  )
  const list = db.prepare<[], NamingRow>('select * from suspect order by named_on, exposure')
  const markShown = db.prepare<[string]>('insert or ignore into shown_estimate (exposure) values (?)')
  const listShown = db.prepare<[], string>('select exposure from shown_estimate').pluck()
  return {
    /** Every naming, oldest first. */
    list: (): Naming[] => list.all().map(fromRow),
    /** Stores a naming, replacing one of the same exposure and date. */
    put: (naming: Naming): void =>
      void upsert.run({
        exposure: naming.exposure,
        named_on: naming.namedOn,
        is_beforehand: Number(naming.isBeforehand),
        withdrawn_on: naming.withdrawnOn,
        keeps_share: Number(naming.keepsShare),
      }),
    /** Keys of the exposures whose estimate has been shown at some time. */
    listShown: (): ReadonlySet<string> => new Set(listShown.all()),
    markShown: (exposures: readonly string[]): void => {
      for (const exposure of exposures) markShown.run(exposure)
    },
  }
}
