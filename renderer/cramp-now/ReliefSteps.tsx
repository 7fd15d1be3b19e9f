import { useState } from 'react'
import { Link } from 'react-router'
import { type SafetyNoteId, safetyNotes } from '../../shared/advice/knowledge/safety-notes.ts'
import { doNot, getReliefSteps, opening } from '../../shared/advice/relief/relief.ts'
import { reliefPhaseWords } from '../../shared/advice/relief/relief-step.ts'
import type { CrampSite } from '../../shared/kinds/cramp.ts'
import type { Muscle } from '../../shared/kinds/muscles.ts'
import { RELIEF_PATH } from '../data/paths.ts'
import { useProfile } from '../data/queries.ts'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { HoldTimer } from '../ui/relief/HoldTimer.tsx'
import { PositionFigure } from '../ui/relief/PositionFigure.tsx'
import classes from './ReliefSteps.module.css'

/** Relief steps for the picked sites, one at a time. */
export function ReliefSteps({ sites }: { sites: readonly CrampSite[] }) {
  const { data: profile } = useProfile()
  const protocols = getReliefSteps(sites, profile?.conditions)
  const steps = protocols.flatMap(({ name, steps }) => steps.map(step => ({ ...step, protocol: name })))
  // Other places have other steps, which begin with their first.
  return (
    <StepByStep
      key={protocols.map(({ id }) => id).join(' ')}
      steps={steps}
      hasSeveral={protocols.length > 1}
      muscle={sites[0]?.muscle}
    />
  )
}

type Step = ReturnType<typeof getReliefSteps>[number]['steps'][number] & { protocol: string }

interface StepByStepProps {
  steps: readonly Step[]
  hasSeveral: boolean
  /** The first place that was picked. */
  muscle: Muscle | undefined
}

function StepByStep({ steps, hasSeveral, muscle }: StepByStepProps) {
  const [index, setIndex] = useState(0)
  const last = steps.length - 1
  const step = steps[Math.min(index, last)]
  const goBack = () => setIndex(shown => Math.max(0, shown - 1))
  const goOn = () => setIndex(shown => Math.min(last, shown + 1))
  useShortcuts({ previousStep: goBack, nextStep: goOn })
  if (step === undefined) return null
  const phase = reliefPhaseWords[step.phase]
  return (
    <section className={classes.relief} aria-label="What helps now">
      {index === 0 && (
        <p className={classes.opening}>
          <strong>{opening.title}.</strong> {opening.text}
        </p>
      )}
      {step.position !== null && (
        <div className={classes.figure}>
          <PositionFigure position={step.position} />
        </div>
      )}
      <div aria-live="polite">
        <p className={classes.phase}>
          {hasSeveral ? `${step.protocol} · ${phase}` : phase}
          <span className={classes.count}>
            {index + 1} of {steps.length}
          </span>
        </p>
        <h2 className={classes.title}>{step.title}</h2>
        <p className={classes.text}>{step.text}</p>
      </div>
      {step.timer !== null && <HoldTimer key={`${index}`} timer={step.timer} />}
      <div className={classes.ways}>
        <button type="button" className={classes.way} onClick={goBack} aria-disabled={index === 0}>
          Back
        </button>
        <button type="button" className={classes.way} onClick={goOn} aria-disabled={index === last}>
          Next
        </button>
      </div>
      <SafetyNotes ids={index === 0 ? [...new Set([...step.safety, ...opening.safety])] : step.safety} />
      <p className={classes.doNot}>
        <strong>Do not</strong> {doNot.join(' · ')}.
      </p>
      <Link to={`${RELIEF_PATH}${muscle === undefined ? '' : `?muscle=${muscle}`}`} className={classes.all}>
        See all steps at once
      </Link>
    </section>
  )
}

/** The notes that belong to what is advised, each with its heading. */
export function SafetyNotes({ ids }: { ids: readonly SafetyNoteId[] }) {
  if (ids.length === 0) return null
  return (
    <ul className={classes.notes} aria-label="Take care">
      {ids.map(id => (
        <li key={id}>
          <strong>{safetyNotes[id].title}.</strong> {safetyNotes[id].text}
        </li>
      ))}
    </ul>
  )
}
