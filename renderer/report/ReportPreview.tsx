import { Alert, Button, Progress } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { MadeReport } from '../../shared/report/kept.ts'
import { marginsMm, sheets } from '../../shared/report/paper.ts'
import { ReportDocument } from './page/ReportDocument.tsx'
import classes from './ReportScreen.module.css'
import type { ReportState } from './use-report.ts'

/** CSS pixels of a millimetre. */
const PX_PER_MM = 96 / 25.4

/** The report on its sheet, as wide as there is room for it. */
export function ReportPreview({ state }: { state: ReportState }) {
  const { made, error, progress, isStopped, stop, lookAgain } = state
  return (
    <section className={classes.desk} aria-label="Preview" aria-busy={made === null && error === null}>
      {error !== null && (
        <Alert color="red" title="The report could not be made" role="alert">
          <p>{error.message}</p>
          <Button variant="default" onClick={lookAgain}>
            Try again
          </Button>
        </Alert>
      )}
      {isStopped && (
        <Alert title="Stopped">
          <p>The report is waiting for the analysis of the diary. Leave the findings out, or go on.</p>
          <Button variant="default" onClick={lookAgain}>
            Go on
          </Button>
        </Alert>
      )}
      {progress !== null && (
        <div className={classes.progress}>
          <p className={classes.hint}>Looking for what goes with the cramps …</p>
          <Progress
            value={progress.total === 0 ? 0 : (100 * progress.done) / progress.total}
            aria-label="Analysis of the diary"
          />
          <Button variant="default" size="xs" onClick={stop}>
            Stop
          </Button>
        </div>
      )}
      {made !== null && <Sheet made={made} />}
    </section>
  )
}

function Sheet({ made: { report, hash } }: { made: MadeReport }) {
  const { ref, width } = useElementSize()
  const sheet = sheets[report.order.paper]
  // Until the room has been measured the sheet has its true size.
  const zoom = width === 0 ? 1 : Math.min(1, width / (sheet.widthMm * PX_PER_MM))
  return (
    <div ref={ref} className={classes.deskTop}>
      <div
        className={classes.sheet}
        style={{
          zoom,
          width: `${sheet.widthMm}mm`,
          minHeight: `${sheet.heightMm}mm`,
          padding: `${marginsMm.top}mm ${marginsMm.right}mm ${marginsMm.bottom}mm ${marginsMm.left}mm`,
        }}
      >
        {/* Fitted anew for every report and paper. */}
        <ReportDocument key={hash} report={report} />
      </div>
    </div>
  )
}
