/** Report formats other than PDF, which a page has to draw. */

import { makeBundle } from '../../../shared/report/fhir.ts'
import { writeFirstLine } from '../../../shared/report/first-line.ts'
import type { MadeReport, ReportFormat } from '../../../shared/report/kept.ts'
import { REPORT_VERSION } from '../../../shared/report/report.ts'
import { tabulateReport } from '../../../shared/report/report-table.ts'
import { formatCsv } from '../../files/csv.ts'

export type TextFormat = Exclude<ReportFormat, 'pdf'>

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

export function writeFormat(made: MadeReport, format: TextFormat): string {
  switch (format) {
    case 'csv':
      return formatCsv(tabulateReport(made.report))
    case 'json':
      return asJson({
        format: 'unknot-report',
        version: REPORT_VERSION,
        firstLine: writeFirstLine(made.report),
        ...made,
      })
    case 'fhir.json':
      return asJson(makeBundle(made))
  }
}
