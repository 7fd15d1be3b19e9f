import { Alert, Button, Loader, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Suggestion } from '../../../shared/advice/suggestions/suggestion.ts'
import { designs, WITH, WITHOUT } from '../../../shared/experiments/design.ts'
import { HALVED_RATE_RATIO, type TrialPlan } from '../../../shared/experiments/plan.ts'
import { isTrialId, reasonsNotToTry, type TrialId, trials } from '../../../shared/experiments/trials.ts'
import { formatDesign, formatTimesIn } from '../../../shared/experiments/words.ts'
import { useTrialPlan } from '../../data/experiment-queries.ts'
import { formatNumber } from '../../data/format.ts'
import { SuggestionSafety } from '../../ui/components/SuggestionSafety.tsx'
import { CoinPlans, RecommendedCoins } from './CoinPlans.tsx'
import classes from './Experiments.module.css'
import { PeriodPlans, type PeriodPlansProps, useStartPeriods } from './PeriodPlans.tsx'

/** The way from a suggestion to an experiment; or why there is none. */
export function TryIt({ suggestion: { id, safety } }: { suggestion: Suggestion }) {
  const [isOpen, setIsOpen] = useState(false)
  if (!isTrialId(id)) {
    const reason = reasonsNotToTry[id]
    return reason === undefined ? null : (
      <Text size="sm" c="dimmed">
        This cannot be tested fairly on yourself. {reason}
      </Text>
    )
  }
  return (
    <>
      <Button variant="light" onClick={() => setIsOpen(true)}>
        Test it fairly on yourself
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={trials[id].question} size="50rem">
        <Choice subject={id} safety={safety} onDone={() => setIsOpen(false)} />
      </Modal>
    </>
  )
}

interface ChoiceProps {
  subject: TrialId
  safety: Suggestion['safety']
  onDone: () => void
}

function Choice({ subject, safety, onDone }: ChoiceProps) {
  const { data: plan, error } = useTrialPlan(subject)
  if (error !== null) return <Alert color="red">{error.message}</Alert>
  if (plan === undefined) return <Loader aria-label="Working out the chances" />
  return (
    <>
      <p className={classes.dialogText}>
        Your journal shows what goes together, but not what causes what. For that, chance has to decide when
        you make the change.
      </p>
      <div className={classes.arms}>
        {([WITH, WITHOUT] as const).map(arm => (
          <div key={arm} className={classes.arm}>
            <b>{arm === WITH ? 'With the change' : 'Without it'}</b>
            {trials[subject].arms[arm].instruction}
          </div>
        ))}
      </div>
      <SuggestionSafety ids={safety} />
      {plan.options.length > 0 && <RateWords plan={plan} />}
      {plan.obstacle !== null ? (
        <Alert color="gray" title="Not now">
          {plan.obstacle}
        </Alert>
      ) : (
        <Plans plan={{ ...plan, subject }} onDone={onDone} />
      )}
    </>
  )
}

function RateWords({ plan: { rate } }: { plan: TrialPlan }) {
  return (
    <p className={classes.dialogText}>
      You had {formatNumber(rate.cramps)} {rate.cramps === 1 ? 'cramp' : 'cramps'} on{' '}
      {formatNumber(rate.trackedDays)} answered days of the last 12 weeks: about{' '}
      {formatNumber(rate.perWeek ?? 0, 1)} a week. The fewer cramps there are, the harder it is to see a
      difference.
    </p>
  )
}

/** The recommended plan, and the others behind a fold. */
function Plans({ plan, onDone }: PeriodPlansProps) {
  const { coins } = plan
  return (
    <>
      {coins === null ? (
        <RecommendedPeriods plan={plan} onDone={onDone} />
      ) : (
        <RecommendedCoins plan={coins} onDone={onDone} />
      )}
      <p className={classes.dialogText}>
        You can stop whenever you like. A sign that a doctor should see ends it at once.
      </p>
      <details className={classes.others}>
        <summary>Other plans</summary>
        {coins !== null && (
          <>
            <CoinPlans plan={coins} onDone={onDone} />
            <h3>Longer periods instead of a coin</h3>
          </>
        )}
        <PeriodPlans plan={plan} onDone={onDone} />
      </details>
    </>
  )
}

function RecommendedPeriods({ plan, onDone }: PeriodPlansProps) {
  const { start, isPending } = useStartPeriods({ plan, onDone })
  const { suggested } = plan
  const option = plan.options.find(({ design }) => design === suggested)
  if (suggested === null || option === undefined) return null
  const chance = option.chances.find(({ rateRatio }) => rateRatio === HALVED_RATE_RATIO)?.chance ?? 0
  return (
    <div className={classes.recommended}>
      <p>
        Follow a drawn order for {formatDesign(designs[suggested])}: if it halves your cramps, this shows it{' '}
        {formatTimesIn(chance)}.
      </p>
      {trials[plan.subject].pace === 'slow' && (
        <Text size="sm">This acts over weeks, so a coin each evening would be too quick for it.</Text>
      )}
      <Button w="fit-content" loading={isPending} onClick={() => start(suggested)}>
        Start
      </Button>
    </div>
  )
}
