import { Accordion } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Decision, SuggestionDecision } from '../../shared/advice/suggestions/decision.ts'
import { type RankedSuggestion, suggest } from '../../shared/advice/suggestions/suggest.ts'
import { everyCramp } from '../../shared/analysis/cramp-filter.ts'
import { getClassesTaken } from '../../shared/kinds/medication-courses.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { useClock, useNow } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useDecisions, useMedication, useProfile } from '../data/queries.ts'
import { useFindings } from '../data/use-findings.ts'
import { TryOwn } from './experiments/OwnExperiment.tsx'
import { TryIt } from './experiments/StartExperiment.tsx'
import classes from './PlanScreen.module.css'
import { SuggestionCard } from './SuggestionCard.tsx'

const decidedWords: Record<Decision, string> = {
  accepted: 'Doing it since',
  done: 'Done on',
  dismissed: 'Set aside on',
}

/** Suggestions in their groups: what one does, what there is to choose from, and what is over. */
export function Suggestions() {
  const { data: profile } = useProfile()
  const { data: medication } = useMedication()
  const { data: decisions } = useDecisions()
  const { ready, progress } = useFindings(everyCramp)
  const clock = useClock()
  const now = useNow().at
  // Before it is known what must not be suggested and what was decided, nothing is.
  if (profile === undefined || medication === undefined || decisions === undefined) return null

  const changes = medication.filter(entry => entry.kind === 'medication')
  const ranked = suggest({
    conditions: profile.conditions,
    medicines: changes.length === 0 ? null : getClassesTaken(changes, now, now),
    findings: ready?.findings.findings ?? [],
  })
  const nextCheckpoint = ready === null ? null : formatDate(ready.findings.nextCheckpoint, 'short')
  const decisionAbout = ({ suggestion }: RankedSuggestion) =>
    decisions.find(decided => decided.suggestion === suggestion.id)
  const listDecided = (decision: Decision | undefined) =>
    ranked.filter(one => decisionAbout(one)?.decision === decision)
  const formatStatus = ({ decision, decidedAt, reason }: SuggestionDecision) => {
    const date = formatDate(calendarDate(momentOfInstant(decidedAt, clock.timeZone())), 'short')
    return `${decidedWords[decision]} ${date}${reason === '' ? '' : `: ${reason}`}`
  }
  const showCards = (cards: readonly RankedSuggestion[]) => (
    <Accordion multiple order={3} variant="separated" chevronPosition="left" className={classes.cards}>
      {cards.map(one => {
        const decided = decisionAbout(one)
        return (
          <SuggestionCard
            key={one.suggestion.id}
            ranked={one}
            decided={decided}
            nextCheckpoint={nextCheckpoint}
            {...(decided !== undefined && { status: formatStatus(decided) })}
          >
            <Experiment ranked={one} />
          </SuggestionCard>
        )
      })}
    </Accordion>
  )
  const doing = listDecided('accepted')
  const open = listDecided(undefined)
  return (
    <>
      {doing.length > 0 && <Group title="What you are doing">{showCards(doing)}</Group>}
      <Group title="Suggestions">
        {progress !== null && (
          <p role="status" className={classes.progress}>
            Your journal is being analysed; the order may still change.
          </p>
        )}
        {open.length === 0 ? <p>You have decided about all of them.</p> : showCards(open)}
      </Group>
      <Folded title="Done" cards={listDecided('done')} show={showCards} />
      <Folded title="Not for me" cards={listDecided('dismissed')} show={showCards} />
    </>
  )
}

/** The way to an experiment: of an own factor with coins, of any other suggestion as its trial has it. */
function Experiment({ ranked: { suggestion, yourPattern } }: { ranked: RankedSuggestion }) {
  const factor = yourPattern.finding?.factor ?? null
  if (factor === null) return <TryIt suggestion={suggestion} />
  const isMoreBetter = suggestion.changes.some(({ helps }) => helps === 'more')
  return <TryOwn factor={factor} change={isMoreBetter ? 'do' : 'leave-out'} />
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      <h2 className={classes.groupTitle}>{title}</h2>
      {children}
    </section>
  )
}

interface FoldedProps {
  title: string
  cards: readonly RankedSuggestion[]
  show: (cards: readonly RankedSuggestion[]) => ReactNode
}

/** Decided suggestions are folded below the open ones. */
function Folded({ title, cards, show }: FoldedProps) {
  if (cards.length === 0) return null
  return (
    <details className={classes.folded}>
      <summary>
        <h2 className={classes.groupTitle}>
          {title} ({cards.length})
        </h2>
      </summary>
      {show(cards)}
    </details>
  )
}
