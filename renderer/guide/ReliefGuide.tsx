import { Chip } from '@mantine/core'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { nameOwnJudgement } from '../../shared/advice/knowledge/references.ts'
import { safetyNotes } from '../../shared/advice/knowledge/safety-notes.ts'
import { protocols } from '../../shared/advice/relief/protocols.ts'
import {
  doNot,
  milestones,
  opening,
  selectSteps,
  writeClosing,
  writeMilestone,
} from '../../shared/advice/relief/relief.ts'
import {
  type ReliefPhase,
  type ReliefProtocol,
  type ReliefStep,
  reliefPhases,
  reliefPhaseWords,
} from '../../shared/advice/relief/relief-step.ts'
import { muscles } from '../../shared/kinds/muscles.ts'
import { useProfile } from '../data/queries.ts'
import { GradeMark } from '../ui/components/GradeMark.tsx'
import { References } from '../ui/components/References.tsx'
import { HoldTimer } from '../ui/relief/HoldTimer.tsx'
import { PositionFigure } from '../ui/relief/PositionFigure.tsx'
import classes from './Guide.module.css'
import { GuidePage } from './GuidePage.tsx'
import { NamedReliefs } from './NamedReliefs.tsx'
import { WhatHelpedYou } from './WhatHelpedYou.tsx'

const ARTICLES_ONLY = 'General articles about cramps. We know of no study or official guidance on it.'
const NO_SOURCE = 'General practice. We know of no study or official guidance on it.'

/** Relief protocol for the chosen muscle, with a figure and a timer for each step. */
export function ReliefGuide() {
  const { data: profile } = useProfile()
  const [search] = useSearchParams()
  const [chosenId, setChosenId] = useState(() => findProtocolId(search.get('muscle')))
  const chosen = protocols.find(({ id }) => id === chosenId) ?? protocols[0]
  if (chosen === undefined) return null
  const conditions = profile?.conditions ?? []
  const steps = selectSteps(chosen, conditions)
  return (
    <GuidePage title="Relief guide" lead={`${opening.title}. ${opening.text} ${safetyNotes.falls.text}`}>
      <Chip.Group value={chosen.id} onChange={setChosenId}>
        <div role="radiogroup" aria-label="Where it cramps" className={classes.muscles}>
          {protocols.map(({ id, name }) => (
            <Chip key={id} value={id} size="md" radius="md">
              {name}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <div className={classes.relief}>
        {reliefPhases.map(phase => (
          <Phase
            key={`${chosen.id} ${phase}`}
            phase={phase}
            steps={steps.filter(step => step.phase === phase)}
          />
        ))}
      </div>
      <div className={classes.columns}>
        <section className={classes.panel}>
          <h2>If it does not let go</h2>
          <dl className={classes.milestones}>
            {milestones.map(milestone => (
              <div key={milestone.afterMinutes}>
                <dt>After {milestone.afterMinutes} minutes</dt>
                <dd>
                  {milestone.title}
                  {/[.?!]$/.test(milestone.title) ? '' : '.'} {writeMilestone(milestone, conditions).text}
                </dd>
              </div>
            ))}
          </dl>
          <h3>Do not</h3>
          <ul>
            {doNot.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <h3>Afterwards</h3>
          <p>{writeClosing(conditions)}</p>
        </section>
        <div className={classes.stack}>
          <WhatHelpedYou />
          <NamedReliefs />
        </div>
      </div>
    </GuidePage>
  )
}

/** Protocol for the muscle in the address; for anything else the calf's, which cramps most often. */
function findProtocolId(muscle: string | null): ReliefProtocol['id'] {
  const known = muscles.ids.find(one => one === muscle) ?? 'calf'
  return protocols.find(protocol => protocol.muscles.includes(known))?.id ?? 'calf'
}

function Phase({ phase, steps }: { phase: ReliefPhase; steps: readonly ReliefStep[] }) {
  if (steps.length === 0) return null
  return (
    <section aria-label={reliefPhaseWords[phase]}>
      <h2>{reliefPhaseWords[phase]}</h2>
      <ol className={classes.steps}>
        {steps.map(step => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step }: { step: ReliefStep }) {
  const { title, text, timer, position, safety, grade, sources, claims, ownJudgement } = step
  return (
    <li className={classes.step} data-drawn={position !== null}>
      {position !== null && <PositionFigure position={position} />}
      <div className={classes.stepText}>
        <h3>{title}</h3>
        <p>{text}</p>
        {timer !== null && (
          <div className={classes.timed}>
            <HoldTimer timer={timer} />
          </div>
        )}
        <p className={classes.grade}>
          <GradeMark grade={grade} />
        </p>
        {safety.length > 0 && (
          <details className={classes.notes}>
            <summary>Take care: {safety.map(id => safetyNotes[id].title.toLowerCase()).join(', ')}</summary>
            <ul>
              {safety.map(id => (
                <li key={id}>
                  <strong>{safetyNotes[id].title}.</strong> {safetyNotes[id].text}
                </li>
              ))}
            </ul>
          </details>
        )}
        <References
          ids={sources}
          remark={
            nameOwnJudgement(ownJudgement) ??
            (sources.length > 0 ? undefined : claims.length > 0 ? ARTICLES_ONLY : NO_SOURCE)
          }
        />
      </div>
    </li>
  )
}
