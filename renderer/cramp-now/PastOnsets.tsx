import { addDays } from '../../shared/time/calendar-date.ts'
import { getNow, useClock, useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useCrampClock } from './CrampClock.tsx'
import classes from './CrampNow.module.css'
import { getMorningAfter, getOnsetAgo, getOnsetLastNight, minutesAgo } from './past-onsets.ts'

const words: Record<(typeof minutesAgo)[number], string> = {
  15: '15 min ago',
  30: '30 min ago',
  60: '1 h ago',
}

/** Onset buttons for a cramp that is over already: some minutes ago, or last night. */
export function PastOnsets() {
  const clock = useClock()
  const { tellPast } = useCrampClock()
  const morning = getMorningAfter(useNow(), clock.timeZone())
  const night = `${formatDate(addDays(morning, -1), 'shortWeekday')} to ${formatDate(morning, 'shortWeekday')}`
  return (
    <fieldset className={classes.past}>
      <legend>Over already? It was</legend>
      {minutesAgo.map(minutes => (
        <button
          key={minutes}
          type="button"
          className={classes.quiet}
          onClick={() => tellPast(getOnsetAgo(minutes, getNow(clock), clock.timeZone()))}
        >
          {words[minutes]}
        </button>
      ))}
      <button
        type="button"
        className={classes.quiet}
        onClick={() => tellPast(getOnsetLastNight(getNow(clock), clock.timeZone()))}
      >
        Last night <small>{night}</small>
      </button>
    </fieldset>
  )
}
