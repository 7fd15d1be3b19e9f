import { Alert, Button, Progress } from '@mantine/core'
import { formatNumber } from '../data/format.ts'
import type { FindingsState } from '../data/use-findings.ts'
import classes from './forest/Forest.module.css'

/** Progress of the findings' analysis with its Cancel button, or its failure; nothing once they are there. */
export function FindingsProgress({ state }: { state: FindingsState }) {
  const { ready, error, isStopped, progress, lookAgain } = state
  if (error !== null)
    return (
      <Alert color="red" title="The journal could not be searched">
        <p>{error.message} Your entries are as they were.</p>
        <Button variant="default" onClick={lookAgain}>
          Try again
        </Button>
      </Alert>
    )
  if (isStopped)
    return (
      <div className={classes.notice} role="status">
        <p>{ready === null ? 'Stopped.' : 'Stopped. What you see is from before the last change.'}</p>
        <Button variant="default" size="xs" onClick={lookAgain}>
          Look again
        </Button>
      </div>
    )
  return progress === null ? null : <Working state={state} progress={progress} />
}

function Working({
  state: { ready, isOfOtherFilter, stop },
  progress: { done, total },
}: {
  state: FindingsState
  progress: { done: number; total: number }
}) {
  const percent = total === 0 ? 0 : (100 * done) / total
  const words = isOfOtherFilter
    ? 'Searching your journal for these cramps. What you see is for those chosen before.'
    : ready === null
      ? 'Searching your journal.'
      : 'Searching your journal again after the last change.'
  return (
    <div className={classes.notice}>
      <div className={classes.progress}>
        <p role="status">{words}</p>
        <Progress value={percent} aria-label={`${formatNumber(percent)} percent searched`} size="sm" />
      </div>
      <Button variant="default" size="xs" onClick={stop}>
        Cancel
      </Button>
    </div>
  )
}
