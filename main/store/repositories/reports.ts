/**
 * Archive of reports. Each is stored as the exact text of which its hash was taken, so that it cannot change with the
 * code.
 */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Paper } from '../../../shared/locale/conventions.ts'
import type { KeptReport, MadeReport } from '../../../shared/report/kept.ts'
import { readKeptReport } from '../../../shared/report/kept-content.ts'
import type { Report } from '../../../shared/report/report.ts'
import { CallFailure } from '../../files/failures.ts'

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')

/** Serialises a report; the hash is taken of this text. */
const writeReport = (report: Report): string => JSON.stringify(report)

/** Adds the hash by which a report is identified. */
export const sealReport = (report: Report): MadeReport => ({ report, hash: hashOf(writeReport(report)) })

interface ReportRow {
  id: number
  madeAt: number
  fromDate: string
  toDate: string
  paper: Paper
  hash: string
}

export function createReportRepository(db: Database) {
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
    /** Stores a report. One with the same hash is not stored twice, but gets the new time. */
    add: ({ report, hash }: MadeReport, now: number): void => {
      const { fromDate, toDate, paper } = report.order
      insert.run({ madeAt: now, fromDate, toDate, paper, content: writeReport(report), hash })
    },
    /** Newest first. */
    list: (): KeptReport[] => list.all(),
    /** @throws CallFailure when the text does not match its hash, or needs a newer program */
    get: (id: number): MadeReport | undefined => {
      const row = get.get(id)
      if (row === undefined) return undefined
      if (hashOf(row.content) !== row.hash)
        throw new CallFailure({
          code: 'internal',
          message:
            'This report is no longer as it was made: its data do not match their hash. Make a new one.',
        })
      try {
        return { report: readKeptReport(JSON.parse(row.content)), hash: row.hash }
      } catch {
        throw new CallFailure({
          code: 'internal',
          message:
            'This report was made by another version of the program, and this one cannot read it. It was left as it is.',
        })
      }
    },
  }
}
