import { useState } from 'react'
import { addDays } from '../../shared/time/calendar-date.ts'
import { getNow, useClock, useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useCrampClock } from './CrampClock.tsx'
import classes from './CrampNow.module.css'
import { OtherTime } from './OtherTime.tsx'
import { getMorningAfter, getOnsetAgo, getOnsetLastNight, minutesAgo } from './past-onsets.ts'

const words: Record<(typeof minutesAgo)[number], string> = {
  15: '15 min ago',
  30: '30 min ago',
  60: '1 h ago',
}

/** Onsets of a cramp that is over already: some minutes ago, last night, or at a time that is entered. */
export function PastOnsets() {
  const clock = useClock()
  const { tellPast } = useCrampClock()
  const [isOtherOpen, setIsOtherOpen] = useState(false)
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
      <button
        type="button"
        className={classes.quiet}
        aria-expanded={isOtherOpen}
        onClick={() => setIsOtherOpen(!isOtherOpen)}
      >
        Another time
      </button>
      {isOtherOpen && <OtherTime />}
    </fieldset>
  )
}
