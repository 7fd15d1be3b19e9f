import { Link, useLocation, useNavigate } from 'react-router'
import { formatRunningTime, useElapsedSeconds } from '../data/elapsed.ts'
import { CRAMP_NOW_PATH } from '../data/paths.ts'
import { formatSites } from '../log/entry-text.ts'
import { type CurrentCramp, useCrampClock } from './CrampClock.tsx'
import { LIKELY_AT_MOST_SECONDS } from './OverButtons.tsx'
import classes from './RunningBar.module.css'

/** On every other screen: that a clock is running, or that a cramp could not be stored. */
export function RunningBar() {
  const { cramp } = useCrampClock()
  const { pathname } = useLocation()
  if (cramp === null || pathname === CRAMP_NOW_PATH) return null
  if (cramp.failure !== null)
    return (
      <section className={classes.bar} aria-label="Cramp now">
        <p>The last cramp is not saved yet.</p>
        <Link to={CRAMP_NOW_PATH} className={classes.way}>
          Show it
        </Link>
      </section>
    )
  return cramp.draft.ongoing ? <RunningCramp cramp={cramp} /> : null
}

function RunningCramp({ cramp }: { cramp: CurrentCramp }) {
  const { end } = useCrampClock()
  const navigate = useNavigate()
  const elapsed = useElapsedSeconds(cramp.draft.at)
  return (
    <section className={classes.bar} aria-label="Cramp now">
      <p>
        <span role="timer" aria-label="Since it began" className={classes.time}>
          {formatRunningTime(elapsed)}
        </span>{' '}
        The clock of a cramp is running
        {cramp.draft.sites.length > 0 && `: ${formatSites(cramp.draft).toLowerCase()}`}.
      </p>
      <Link to={CRAMP_NOW_PATH} className={classes.way}>
        Show it
      </Link>
      {elapsed <= LIKELY_AT_MOST_SECONDS && (
        <button
          type="button"
          className={classes.way}
          data-main
          onClick={() => {
            navigate(CRAMP_NOW_PATH)
            return end('just-now')
          }}
        >
          It’s over
        </button>
      )}
    </section>
  )
}
