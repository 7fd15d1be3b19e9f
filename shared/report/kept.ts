/** Reports on their way to the person, and those that were made before. */
import { z } from 'zod'
import { calendarDateField, idField, instantField } from '../kinds/schemas.ts'
import { papers } from '../locale/conventions.ts'
import { reportRequest } from './order.ts'
import { pageLayout } from './page-fit.ts'
import { report } from './report.ts'

export const reportFormats = ['pdf', 'csv', 'json', 'fhir.json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** SHA-256 of the report as JSON, in hexadecimal: two reports with the same one say the same. */
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A report with its hash, which is that of the whole also where the pages need less of it. */
export const madeReport = z.strictObject({ report, hash })
export type MadeReport = z.infer<typeof madeReport>

/** What the pages of a report show of it: a ten-year list that nobody asked to print is not sent to be drawn. */
export function leaveOutUnseen({ report: whole, hash: same }: MadeReport): MadeReport {
  const { pages } = whole.order
  const seen = {
    ...whole,
    days: pages.includes('days') ? whole.days : [],
    episodes: pages.includes('episodes') ? whole.episodes : [],
  }
  return { report: seen, hash: same }
}

/** A report on its way to paper, with the layout that the preview of the same report showed; null where none did. */
export const printJob = z.strictObject({ made: madeReport, layout: pageLayout.nullable() })
export type PrintJob = z.infer<typeof printJob>

/** A report of the journal as it is, or one that was made before, unchanged. */
export const reportSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), order: reportRequest }),
  z.strictObject({ kind: z.literal('kept'), id: idField }),
])
export type ReportSource = z.infer<typeof reportSource>

/** A report that was saved as PDF or printed, as the list shows it. */
export const keptReport = z.strictObject({
  id: idField,
  /** UTC milliseconds. */
  madeAt: instantField,
  fromDate: calendarDateField,
  toDate: calendarDateField,
  paper: z.enum(papers),
  hash,
})
export type KeptReport = z.infer<typeof keptReport>
