import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { idField } from '../../shared/kinds/schemas.ts'
import type { PrintJob } from '../../shared/report/kept.ts'
import { marginsMm } from '../../shared/report/paper.ts'
import { useConventions } from '../data/conventions.ts'
import { useJournalClient } from '../data/journal-client.ts'
import { useProfile } from '../data/queries.ts'
import { escapeCssString } from './css-string.ts'
import { listFontFamiliesOf, ReportDocument } from './page/ReportDocument.tsx'
import { formatTitle } from './page/report-words.ts'

/** Maximum wait for frames, in ms: a hidden window may get none at all. */
const FRAMES_WITHIN_MS = 500

/** Page of a print job, `/print?job=1`: the report alone. Announces to main when it is complete. */
export function PrintPage() {
  const [params] = useSearchParams()
  const job = idField.safeParse(Number(params.get('job')))
  return job.success ? <PrintedJob job={job.data} /> : <p>There is no report at this address.</p>
}

function PrintedJob({ job }: { job: number }) {
  const journal = useJournalClient()
  const { data, error } = useQuery({
    queryKey: ['print-job', job],
    queryFn: () => journal.getPrintJob({ job }),
  })
  // Waits for the profile; if it cannot be read, the system's conventions apply.
  const { isPending } = useProfile()
  useConventions()
  if (error) return <p>{error.message}</p>
  return data && !isPending ? <CompleteReport {...data} /> : null
}

function CompleteReport({ made: { report, hash }, layout }: PrintJob) {
  const journal = useJournalClient()
  const title = formatTitle(report)
  useDocumentTitle(title)
  const footFont = `${FOOT_SIZE} ${listFontFamiliesOf(report)}`
  const announce = useCallback(() => {
    async function announceWhenDrawn() {
      // Page-margin text alone does not trigger the loading of its font.
      await document.fonts.load(footFont, title)
      await Promise.race([twoFrames(), pause(FRAMES_WITHIN_MS)])
      // Fitting moved lines to page two, whose characters may have requested more fonts.
      await document.fonts.ready
      await journal.announceReportReady({})
    }
    void announceWhenDrawn()
  }, [journal, title, footFont])
  return (
    <>
      <style>{writePageStyle({ paper: report.order.paper, title, hash, footFont })}</style>
      <ReportDocument report={report} layout={layout} onFitted={announce} />
    </>
  )
}

interface PageStyle {
  readonly paper: string
  readonly title: string
  readonly hash: string
  readonly footFont: string
}

/** CSS of the sheet and its foot of two lines: title and page number, what it is and hash of the report. */
function writePageStyle({ paper, title, hash, footFont }: PageStyle): string {
  const { top, right, bottom, left } = marginsMm
  const box = (content: string, side: 'left' | 'right') =>
    `{ content: ${content}; font: ${footFont}; color: #444; white-space: pre; text-align: ${side}; }`
  return `
    @page {
      size: ${paper};
      margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
      @bottom-left ${box(`${escapeCssString(title)} "\\A Self-recorded. Not a diagnosis."`, 'left')}
      @bottom-right ${box(`"Page " counter(page) " of " counter(pages) "\\A Data ${hash.slice(0, 12)}"`, 'right')}
    }
    html, body { background: #fff; }`
}

const FOOT_SIZE = '9pt'

/** Resolves when the second frame begins, which means that the first has been painted. */
const twoFrames = () =>
  new Promise(resolve => {
    requestAnimationFrame(() => requestAnimationFrame(resolve))
  })

const pause = (ms: number) =>
  new Promise(resolve => {
    setTimeout(resolve, ms)
  })
