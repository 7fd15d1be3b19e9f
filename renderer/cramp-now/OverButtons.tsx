import { getStorableLength } from '../data/elapsed.ts'
import { formatDuration } from '../data/format.ts'
import { useCrampClock } from './CrampClock.tsx'
import classes from './CrampNow.module.css'

/** Longest likely cramp, in seconds; after that the person probably fell asleep with the clock running. */
export const LIKELY_AT_MOST_SECONDS = 3600

/** Ends the cramp. Where the clock has run for hours, it may have let go at any time since: that is asked, not assumed. */
export function OverButtons({ elapsedSeconds }: { elapsedSeconds: number }) {
  const { end } = useCrampClock()
  if (elapsedSeconds <= LIKELY_AT_MOST_SECONDS)
    return (
      <button type="button" className={classes.over} onClick={() => end('just-now')}>
        It’s over
      </button>
    )
  return (
    <fieldset className={classes.ends}>
      <legend>The clock has been running for {formatDuration(elapsedSeconds)}. When did it let go?</legend>
      <button type="button" className={classes.quiet} onClick={() => end('unknown')}>
        Earlier, I don’t know when
      </button>
      {getStorableLength(elapsedSeconds) !== null && (
        <button type="button" className={classes.quiet} onClick={() => end('just-now')}>
          Just now
        </button>
      )}
    </fieldset>
  )
}
