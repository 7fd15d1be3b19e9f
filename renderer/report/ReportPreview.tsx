import { Alert, Button, Progress } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useCallback } from 'react'
import type { MadeReport } from '../../shared/report/kept.ts'
import type { PageFit, PageLayout } from '../../shared/report/page-fit.ts'
import { marginsMm, sheets } from '../../shared/report/paper.ts'
import { ReportDocument } from './page/ReportDocument.tsx'
import classes from './ReportScreen.module.css'
import type { ReportState } from './use-report.ts'

/** CSS pixels per millimetre. */
const PX_PER_MM = 96 / 25.4

interface ReportPreviewProps {
  state: ReportState
  /** Called once page one fits its paper. */
  onFitted: (fit: PageFit) => void
}

/** Preview of the sheet, scaled to the available width. */
export function ReportPreview({ state, onFitted }: ReportPreviewProps) {
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
      {made !== null && <Sheet made={made} onFitted={onFitted} />}
    </section>
  )
}

/**
 * Sheet laid out at the paper's size and scaled by a transform: `zoom` would break its lines differently, and the
 * fitting would cut other lists than in print.
 */
function Sheet({
  made: { report, hash },
  onFitted,
}: {
  made: MadeReport
  onFitted: ReportPreviewProps['onFitted']
}) {
  const { ref: deskRef, width: deskWidth } = useElementSize()
  const { ref: paperRef, height: paperHeight } = useElementSize()
  const sheet = sheets[report.order.paper]
  const paperWidth = sheet.widthMm * PX_PER_MM
  // Unscaled until the available width has been measured.
  const scale = deskWidth === 0 ? 1 : Math.min(1, deskWidth / paperWidth)
  const announce = useCallback((layout: PageLayout) => onFitted({ ...layout, hash }), [onFitted, hash])
  return (
    <div ref={deskRef} className={classes.deskTop}>
      <div style={{ width: paperWidth * scale, height: paperHeight * scale }}>
        <div
          ref={paperRef}
          className={classes.paper}
          style={{ width: `${sheet.widthMm}mm`, transform: `scale(${scale})` }}
        >
          <div
            className={classes.sheet}
            style={{
              minHeight: `${sheet.heightMm}mm`,
              padding: `${marginsMm.top}mm ${marginsMm.right}mm ${marginsMm.bottom}mm ${marginsMm.left}mm`,
            }}
          >
            {/* The key remounts it, so that each report and paper is fitted on its own. */}
            <ReportDocument key={hash} report={report} onFitted={announce} />
          </div>
        </div>
      </div>
    </div>
  )
}
