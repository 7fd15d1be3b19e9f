import { useDocumentTitle } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { idField } from '../../shared/journal/fields.ts'
import type { MadeReport } from '../../shared/report/kept.ts'
import { marginsMm } from '../../shared/report/paper.ts'
import { useJournal } from '../journal.ts'
import { escapeCssString } from './css-string.ts'
import { ReportDocument } from './page/ReportDocument.tsx'
import { formatTitle } from './page/report-words.ts'

/** An unseen window may be given no frames at all; then it has none to wait for either. */
const FRAMES_WITHIN_MS = 500

/** What the printer sees: the report of a print job alone, at `/print?job=1`. It says so when it is complete. */
export function PrintPage() {
  const [params] = useSearchParams()
  const job = idField.safeParse(Number(params.get('job')))
  return job.success ? <PrintedJob job={job.data} /> : <p>There is no report at this address.</p>
}

function PrintedJob({ job }: { job: number }) {
  const journal = useJournal()
  const { data, error } = useQuery({
    queryKey: ['print-job', job],
    queryFn: () => journal.getPrintJob({ job }),
  })
  if (error) return <p>{error.message}</p>
  return data ? <CompleteReport made={data} /> : null
}

function CompleteReport({ made: { report, hash } }: { made: MadeReport }) {
  const journal = useJournal()
  const title = formatTitle(report)
  useDocumentTitle(title)
  const announce = useCallback(() => {
    async function announceWhenDrawn() {
      // What stands in the foot alone asks for no font by itself.
      await document.fonts.load(FOOT_FONT, title)
      await Promise.race([twoFrames(), pause(FRAMES_WITHIN_MS)])
      await journal.announceReportReady({})
    }
    void announceWhenDrawn()
  }, [journal, title])
  return (
    <>
      <style>{writePageStyle(report.order.paper, title, hash)}</style>
      <ReportDocument report={report} onFitted={announce} />
    </>
  )
}

/** The sheet and its foot: whose report it is, which page, and what it was made from. */
function writePageStyle(paper: string, title: string, hash: string): string {
  const { top, right, bottom, left } = marginsMm
  const box = (content: string) => `{ content: ${content}; ${footStyle} }`
  return `
    @page {
      size: ${paper};
      margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
      @bottom-left ${box('"Self-recorded. Not a diagnosis."')}
      @bottom-center ${box(escapeCssString(title))}
      @bottom-right ${box(`"Data ${hash.slice(0, 12)}   Page " counter(page) " of " counter(pages)`)}
    }
    html, body { background: #fff; }`
}

const FOOT_FONT = '6.6pt Inter, "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", sans-serif'
const footStyle = `font: ${FOOT_FONT}; color: #444; white-space: pre;`

/** The second frame begins when the first has been painted. */
const twoFrames = () =>
  new Promise(resolve => {
    requestAnimationFrame(() => requestAnimationFrame(resolve))
  })

const pause = (ms: number) =>
  new Promise(resolve => {
    setTimeout(resolve, ms)
  })
