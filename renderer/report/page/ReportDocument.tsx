/**
 * Report document, shared by preview and print. Independent of theme and window, in greys that a black-and-white printer
 * can show.
 */
import { useMemo, useState } from 'react'
import { getCaps } from '../../../shared/report/cuts.ts'
import type { PageLayout } from '../../../shared/report/page-fit.ts'
import { listTexts } from '../../../shared/report/printable.ts'
import type { Report } from '../../../shared/report/report.ts'
import { getSystemRegion } from '../../data/conventions.ts'
import { FollowingPages } from './FollowingPages.tsx'
import { listFontFamilies } from './fonts.ts'
import { PageOne } from './PageOne.tsx'
import classes from './Report.module.css'

export interface ReportDocumentProps {
  report: Report
  /** Layout of page one fitted earlier; without one it is fitted here. */
  layout?: PageLayout | null
  /** Called once page one fits its paper. */
  onFitted?: (layout: PageLayout) => void
}

export function ReportDocument({ report, layout = null, onFitted }: ReportDocumentProps) {
  const [level, setLevel] = useState(layout?.level ?? 0)
  const fontFamily = useMemo(() => listFontFamiliesOf(report), [report])
  return (
    <article className={classes.report} style={{ fontFamily }}>
      <PageOne report={report} layout={layout} onCut={setLevel} onFitted={onFitted} />
      <FollowingPages report={report} caps={getCaps(level)} />
    </article>
  )
}

/** Font families that cover all texts of a report. */
export const listFontFamiliesOf = (report: Report): string =>
  listFontFamilies(listTexts(report).join('\n'), getSystemRegion().locale)
