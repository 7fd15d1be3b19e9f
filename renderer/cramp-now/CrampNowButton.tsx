import { IconBolt } from '@tabler/icons-react'
import { Link } from 'react-router'
import { formatRunningTime, useElapsedSeconds } from '../data/elapsed.ts'
import { CRAMP_NOW_PATH } from '../data/paths.ts'
import { useCrampClock } from './CrampClock.tsx'
import classes from './CrampNowButton.module.css'

/** Button on every screen that opens "cramp now": a single press starts the clock. */
export function CrampNowButton() {
  const { cramp, start } = useCrampClock()
  const isRunning = cramp?.draft.ongoing === true
  return (
    <div className={classes.ways}>
      <button type="button" className={classes.now} data-running={isRunning} title="N" onClick={start}>
        <IconBolt size={22} stroke={2} aria-hidden />
        <span>Cramp now</span>
        {isRunning && <RunningTime at={cramp.draft.at} />}
      </button>
      {!isRunning && (
        <Link to={CRAMP_NOW_PATH} className={classes.over}>
          Over already?
        </Link>
      )}
    </div>
  )
}

function RunningTime({ at }: { at: number }) {
  return <span className={classes.time}>{formatRunningTime(useElapsedSeconds(at))}</span>
}
