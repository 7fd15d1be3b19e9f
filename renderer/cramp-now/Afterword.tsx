import { useEffect, useRef } from 'react'
import { getNamedRelief } from '../../shared/advice/relief/named-reliefs.ts'
import { closing, writeClosing } from '../../shared/advice/relief/relief.ts'
import { onsetPrecisions } from '../../shared/kinds/onset.ts'
import type { ReliefTechnique } from '../../shared/kinds/reliefs.ts'
import { useNow } from '../data/clock.ts'
import { formatDuration, formatTime } from '../data/format.ts'
import { useLists, useProfile } from '../data/queries.ts'
import classes from './Afterword.module.css'
import { type CurrentCramp, useCrampClock } from './CrampClock.tsx'
import { isNight } from './night-hours.ts'
import { SafetyNotes } from './ReliefSteps.tsx'

const strengths = Array.from({ length: 11 }, (_, strength) => strength)
const answers = [
  { word: 'Yes', value: true },
  { word: 'No', value: false },
] as const

/** It is over. What is still fresh can be said with one press each, stored as it is pressed; all of it can wait. */
export function Afterword({ cramp }: { cramp: CurrentCramp }) {
  const { tell, discard, leave } = useCrampClock()
  const { data: profile } = useProfile()
  const { draft } = cramp
  const { reliefs } = useLists()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  function toggleHelped(technique: ReliefTechnique) {
    const others = draft.relief.filter(action => action.technique !== technique)
    const wasPicked = others.length < draft.relief.length
    const action = { technique, helped: 'yes', startedAfterMinutes: null, minutesToRelief: null } as const
    tell({ relief: wasPicked ? others : [...others, action] })
  }

  return (
    <section className={classes.afterword} aria-label="Afterwards">
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        {closing.title}
      </h2>
      <p role="status" className={classes.stored}>
        {nameState(cramp, isNight(useNow()))}
      </p>
      <p className={classes.facts}>{tellOnset(cramp)}</p>
      <button type="button" className={classes.back} onClick={leave}>
        Done
      </button>
      <fieldset className={classes.question}>
        <legend>
          How strong was it? <small>0 barely, 10 the worst possible</small>
        </legend>
        <div className={classes.strengths}>
          {strengths.map(strength => (
            <button
              key={strength}
              type="button"
              className={classes.pick}
              aria-pressed={draft.intensity === strength}
              onClick={() => tell({ intensity: draft.intensity === strength ? null : strength })}
            >
              {strength}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.question}>
        <legend>Did it wake you?</legend>
        <div className={classes.picks}>
          {answers.map(({ word, value }) => (
            <button
              key={word}
              type="button"
              className={classes.pick}
              aria-pressed={draft.wokeMe === value}
              onClick={() => tell({ wokeMe: draft.wokeMe === value ? null : value })}
            >
              {word}
            </button>
          ))}
        </div>
      </fieldset>
      <fieldset className={classes.question}>
        <legend>What helped?</legend>
        <div className={classes.picks}>
          {reliefs.idsWith(...draft.relief.map(action => action.technique)).map(technique => (
            <button
              key={technique}
              type="button"
              className={classes.pick}
              aria-pressed={draft.relief.some(action => action.technique === technique)}
              onClick={() => toggleHelped(technique)}
            >
              <bdi>{reliefs.get(technique).words}</bdi>
            </button>
          ))}
        </div>
      </fieldset>
      <SafetyNotes
        ids={[...new Set(draft.relief.flatMap(({ technique }) => getNamedRelief(technique)?.safety ?? []))]}
      />
      <p className={classes.facts}>{writeClosing(profile?.conditions ?? [])}</p>
      <button type="button" className={classes.discard} onClick={discard}>
        Not a cramp after all
      </button>
    </section>
  )
}

/** State of the cramp as a sentence. It says "Saved" only after the journal has confirmed the write. */
function nameState({ isStored, failure }: CurrentCramp, isAtNight: boolean): string {
  if (isStored) return isAtNight ? 'Saved. Go back to sleep.' : 'Saved.'
  return failure === null ? 'Saving …' : 'Not saved yet.'
}

/** Stored onset and duration as a sentence. */
function tellOnset({ draft }: CurrentCramp): string {
  if (draft.onsetPrecision === 'night') return 'Last night, at an unknown time.'
  const { inText } = onsetPrecisions.get(draft.onsetPrecision)
  if (inText !== null) return `It began ${inText}.`
  const began = draft.onsetPrecision === 'about' ? `about ${formatTime(draft)}` : formatTime(draft)
  if (draft.durationSeconds === null) return `It began at ${began}. How long it lasted is not known.`
  return `It began at ${began} and lasted ${formatDuration(draft.durationSeconds)}.`
}
