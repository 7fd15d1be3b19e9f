/** Reports in the contract: made, printed and kept ones, and the formats of their files. */
import { z } from 'zod'
import { calendarDateField, idField, instantField } from '../kinds/schemas.ts'
import { papers } from '../locale/conventions.ts'
import { reportRequest } from './order.ts'
import { pageLayout } from './page-fit.ts'
import { report } from './report.ts'

export const reportFormats = ['pdf', 'csv', 'json', 'fhir.json'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** SHA-256 of the report as JSON, in hexadecimal: identifies its content. */
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A report with its hash. The hash is that of the whole report, even after `omitUnprintedLists`. */
export const madeReport = z.strictObject({ report, hash })
export type MadeReport = z.infer<typeof madeReport>

/** Removes lists that no page of the report prints, so that ten years of days are not sent to the page for nothing. */
export function omitUnprintedLists({ report: whole, hash: same }: MadeReport): MadeReport {
  const { pages } = whole.order
  const printed = {
    ...whole,
    days: pages.includes('days') ? whole.days : [],
    episodes: pages.includes('episodes') ? whole.episodes : [],
  }
  return { report: printed, hash: same }
}

/** Print job: a report with the layout of its preview; null if it had no preview. */
export const printJob = z.strictObject({ made: madeReport, layout: pageLayout.nullable() })
export type PrintJob = z.infer<typeof printJob>

/** Source of a report: the current journal, or a kept report, unchanged. */
export const reportSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new'), order: reportRequest }),
  z.strictObject({ kind: z.literal('kept'), id: idField }),
])
export type ReportSource = z.infer<typeof reportSource>

/** Kept report: one that was saved as PDF or printed, as listed. */
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
