/** The reports that were made. A report is stored as the text its hash was taken of, so that it can never drift. */
import type { Database } from 'better-sqlite3'
import { type KeptReport, type MadeReport, madeReport } from '../../shared/report/kept.ts'
import type { Paper } from '../../shared/report/order.ts'

interface ReportRow {
  id: number
  madeAt: number
  fromDate: string
  toDate: string
  paper: Paper
  hash: string
}

export function openReports(db: Database) {
  const insert = db.prepare<Omit<ReportRow, 'id'> & { content: string }>(
    `insert into report (made_at, from_date, to_date, paper, content, hash)
     values (@madeAt, @fromDate, @toDate, @paper, @content, @hash) on conflict (hash) do update set made_at = excluded.made_at`,
  )
  const list = db.prepare<[], ReportRow>(
    `select id, made_at as madeAt, from_date as fromDate, to_date as toDate, paper, hash
     from report order by made_at desc, id desc`,
  )
  const get = db.prepare<[number], { content: string; hash: string }>(
    'select content, hash from report where id = ?',
  )
  return {
    /** A report that says the same as one made before is not stored twice: that one was made anew. */
    add: ({ report, hash }: MadeReport, content: string, now: number): void => {
      const { fromDate, toDate, paper } = report.order
      insert.run({ madeAt: now, fromDate, toDate, paper, content, hash })
    },
    /** Newest first. */
    list: (): KeptReport[] => list.all(),
    get: (id: number): MadeReport | undefined => {
      const row = get.get(id)
      return row && madeReport.parse({ report: JSON.parse(row.content), hash: row.hash })
    },
  }
}
