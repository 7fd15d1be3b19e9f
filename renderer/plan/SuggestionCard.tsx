import { Accordion } from '@mantine/core'
import type { ReactNode } from 'react'
import { tellAboutStatins } from '../../shared/advice/knowledge/before-and-after.ts'
import type { Evidence } from '../../shared/advice/knowledge/evidence.ts'
import { nameOwnJudgement } from '../../shared/advice/knowledge/references.ts'
import type { SuggestionDecision } from '../../shared/advice/suggestions/decision.ts'
import type { RankedSuggestion } from '../../shared/advice/suggestions/suggest.ts'
import { easeWords } from '../../shared/advice/suggestions/suggestion.ts'
import {
  describeChangeOfMind,
  describeYourPattern,
} from '../../shared/advice/suggestions/suggestion-sentences.ts'
import { useMayTellStatinTrials } from '../data/queries.ts'
import { TwoGrades } from '../ui/components/GradeMark.tsx'
import { References } from '../ui/components/References.tsx'
import { SuggestionSafety } from '../ui/components/SuggestionSafety.tsx'
import classes from './PlanScreen.module.css'
import { DecisionButtons } from './SuggestionDecision.tsx'

export interface SuggestionCardProps {
  ranked: RankedSuggestion
  decided: SuggestionDecision | undefined
  /** Formatted date of the next checkpoint; null until the findings are ready. */
  nextCheckpoint: string | null
  /** Decision and its date, shown under the title. */
  status?: string
  /** Further actions besides the decision. */
  children?: ReactNode
}

/** A suggestion: closed, what it is and how well it is founded; open, everything needed to do it safely. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { ranked, decided, nextCheckpoint, status, children } = props
  const { suggestion } = ranked
  const { id, title, summary, ease, steps, reason, evidence, safety, ownJudgement } = suggestion
  const statins = useStatinTrials(evidence)
  return (
    <Accordion.Item value={id} className={classes.card}>
      <Accordion.Control className={classes.control}>
        <span className={classes.head}>
          <span className={classes.what}>
            <span className={classes.title}>{title}</span>
            <span className={classes.summary}>
              {summary}
              {ease !== null && ` · ${easeWords[ease]}`}
            </span>
            {status !== undefined && <span className={classes.status}>{status}</span>}
          </span>
          <TwoGrades ranked={ranked} />
        </span>
      </Accordion.Control>
      <Accordion.Panel>
        <div className={classes.body}>
          <div>
            <Part title="What to do">
              <ol className={classes.steps}>
                {steps.map(step => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Part>
            <SuggestionSafety ids={safety} />
          </div>
          <div>
            <Part title="What your journal says">
              <p>{describeYourPattern(ranked)}</p>
            </Part>
            <Part title="What would change this">
              <p>{describeChangeOfMind(ranked, nextCheckpoint)}</p>
            </Part>
            <Part title="Why it may help">
              <p>{reason}</p>
            </Part>
            <Part title="What research found">
              {evidence.map(line => (
                <p key={line.grade}>
                  {line.about !== null && <strong>For {line.about}: </strong>}
                  {line.finding}
                </p>
              ))}
              {statins !== null && <p>{statins.text}</p>}
              <References
                ids={[...new Set([...listSources(evidence), ...(statins?.sources ?? [])])]}
                remark={nameOwnJudgement(ownJudgement)}
              />
            </Part>
          </div>
        </div>
        <div className={classes.decide}>
          <DecisionButtons suggestion={suggestion} decided={decided} />
          {children}
        </div>
      </Accordion.Panel>
    </Accordion.Item>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h4>{title}</h4>
      {children}
    </section>
  )
}

/** The trials of statins, for a line of evidence that needs them and where they may be shown. */
function useStatinTrials(evidence: readonly Evidence[]) {
  const mayTell = useMayTellStatinTrials()
  return mayTell && evidence.some(line => line.aboutStatins === true) ? tellAboutStatins(true) : null
}

const listSources = (evidence: readonly Evidence[]) => [...new Set(evidence.flatMap(line => line.sources))]
