/**
 * The report as it stands on paper. The preview and the print show this same component; it knows neither theme nor
 * window, and its greys are those of a black-and-white printer. Its fonts are static ones: of a variable font, a PDF
 * would hold no letters but drawings of them.
 */
import '@fontsource/inter/400.css'
import '@fontsource/inter/600.css'
import '@fontsource/noto-sans-arabic/400.css'
import '@fontsource/noto-sans-arabic/600.css'
import '@fontsource/noto-sans-hebrew/400.css'
import '@fontsource/noto-sans-hebrew/600.css'
import '@fontsource/noto-sans-devanagari/400.css'
import '@fontsource/noto-sans-devanagari/600.css'
import { useState } from 'react'
import { getCaps } from '../../../shared/report/cuts.ts'
import type { Report } from '../../../shared/report/report.ts'
import { FollowingPages } from './FollowingPages.tsx'
import { PageOne } from './PageOne.tsx'
import classes from './Report.module.css'

export interface ReportDocumentProps {
  report: Report
  /** Called once page one fits its paper. */
  onFitted?: () => void
}

export function ReportDocument({ report, onFitted }: ReportDocumentProps) {
  const [level, setLevel] = useState(0)
  return (
    <article className={classes.report}>
      <PageOne report={report} onCut={setLevel} onFitted={onFitted} />
      <FollowingPages report={report} caps={getCaps(level)} />
    </article>
  )
}
