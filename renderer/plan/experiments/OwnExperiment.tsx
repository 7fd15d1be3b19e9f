import { Alert, Button, Checkbox, Loader, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { getOwnKey } from '../../../shared/analysis/exposures/own-exposure.ts'
import type { StudiedFactor } from '../../../shared/analysis/exposures/studied-factor.ts'
import type { CoinPlan } from '../../../shared/experiments/coin-plan.ts'
import { WITH, WITHOUT } from '../../../shared/experiments/design.ts'
import {
  findFactorObstacle,
  HARMLESS,
  makeOwnAction,
  NOT_HARMLESS,
  type OwnChange,
  wordOwnAction,
} from '../../../shared/experiments/own-action.ts'
import { capitalize } from '../../../shared/locale/capitalize.ts'
import { useTrialPlan } from '../../data/experiment-queries.ts'
import { useStartWithUndo, writePlanSentence } from './CoinPlans.tsx'
import classes from './Experiments.module.css'

interface OwnExperimentProps {
  factor: StudiedFactor
  change: OwnChange
}

/** The way from an own factor to an experiment with coins; or why there is none. */
export function TryOwn({ factor, change }: OwnExperimentProps) {
  const [isOpen, setIsOpen] = useState(false)
  const obstacle = findFactorObstacle(factor)
  if (obstacle !== null)
    return (
      <Text size="sm" c="dimmed">
        This cannot be tested fairly on yourself. {obstacle}
      </Text>
    )
  const { question } = wordOwnAction(makeOwnAction(factor, change))
  return (
    <>
      <Button variant="light" onClick={() => setIsOpen(true)}>
        Test it fairly on yourself
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={question} size="50rem">
        <Choice factor={factor} change={change} onDone={() => setIsOpen(false)} />
      </Modal>
    </>
  )
}

function Choice({ factor, change, onDone }: OwnExperimentProps & { onDone: () => void }) {
  const { data: plan, error } = useTrialPlan(getOwnKey(factor.id), change)
  if (error !== null) return <Alert color="red">{error.message}</Alert>
  if (plan === undefined) return <Loader aria-label="Working out the chances" />
  const words = wordOwnAction(makeOwnAction(factor, change))
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
            {capitalize(words[arm])}
          </div>
        ))}
      </div>
      {plan.obstacle !== null || plan.coins === null ? (
        <Alert color="gray" title="Not now">
          {plan.obstacle}
        </Alert>
      ) : (
        <Start plan={plan.coins} change={change} onDone={onDone} />
      )}
      <p className={classes.dialogText}>
        You can stop whenever you like. A sign that a doctor should see ends it at once.
      </p>
    </>
  )
}

interface StartProps {
  plan: CoinPlan
  change: OwnChange
  onDone: () => void
}

/** Starts once the person has confirmed that the action is harmless. */
function Start({ plan, change, onDone }: StartProps) {
  const { start, isPending } = useStartWithUndo(onDone)
  const [isHarmless, setIsHarmless] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className={classes.recommended}>
      <p>{writePlanSentence(plan, [plan.subject], plan.suggested)}</p>
      <Text size="sm">Unknot tosses it and shows it on Today. Each morning you say if you had a cramp.</Text>
      <Checkbox
        label={HARMLESS}
        checked={isHarmless}
        error={problem}
        onChange={event => {
          setIsHarmless(event.currentTarget.checked)
          setProblem(null)
        }}
      />
      <Button
        w="fit-content"
        loading={isPending}
        onClick={() => {
          if (!isHarmless) return setProblem(NOT_HARMLESS)
          void start({
            actions: [plan.subject.action],
            weeks: plan.suggested,
            own: { change, isHarmless },
          })
        }}
      >
        Start
      </Button>
    </div>
  )
}
