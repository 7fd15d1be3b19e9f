import { type FormEvent, useState } from 'react'
import { findTimeProblems } from '../../shared/kinds/entry-time.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { getNow, useClock } from '../data/clock.ts'
import { FormZoneProvider } from '../log/form-zone-context.ts'
import { WhenFields } from '../log/WhenFields.tsx'
import { type FormZone, momentOfWhen, type When, whenOf } from '../log/when.ts'
import { draftFromOnset, useCrampClock } from './CrampClock.tsx'
import classes from './CrampNow.module.css'

/** Date and time of a cramp that is over, for any time that the buttons do not offer. */
export function OtherTime() {
  const clock = useClock()
  const { tellPast } = useCrampClock()
  const [when, setWhen] = useState<When>(() => whenOf(getNow(clock)))
  const [problem, setProblem] = useState<string | null>(null)
  const zone: FormZone = { kind: 'named', timeZone: clock.timeZone() }

  async function store(event: FormEvent) {
    event.preventDefault()
    const onset = { ...momentOfWhen(when, zone), onsetPrecision: 'about' } as const
    const found = findOnsetProblem(onset)
    setProblem(found)
    if (found === null) await tellPast(onset)
  }

  function findOnsetProblem(onset: Moment): string | null {
    if (Number.isNaN(onset.at)) return 'Enter the date and the time at which it began.'
    const [first] = findTimeProblems(draftFromOnset({ ...onset, onsetPrecision: 'about' }), clock.now())
    return first?.message ?? null
  }

  return (
    <form className={classes.otherTime} onSubmit={store} noValidate>
      <FormZoneProvider value={zone}>
        <WhenFields
          clockLabel="Began at about"
          when={when}
          onChange={changed => {
            setWhen(changed)
            setProblem(null)
          }}
          error={problem}
        />
      </FormZoneProvider>
      <button type="submit" className={classes.quiet}>
        Save it
      </button>
    </form>
  )
}
