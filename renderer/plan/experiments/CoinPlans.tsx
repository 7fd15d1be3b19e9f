import { Button, Checkbox, Group, Radio, Text } from '@mantine/core'
import { useState } from 'react'
import {
  type CoinActionId,
  type CoinSubject,
  getCoinAction,
} from '../../../shared/experiments/coin-actions.ts'
import {
  type CoinChoice,
  type CoinWeeks,
  MAX_COIN_ACTIONS,
} from '../../../shared/experiments/coin-experiment.ts'
import { type CoinPlan, getChance, HALVED_RISK } from '../../../shared/experiments/coin-plan.ts'
import { formatTimeOfCoins } from '../../../shared/experiments/coin-words.ts'
import { formatTimesIn } from '../../../shared/experiments/words.ts'
import { capitalize } from '../../../shared/locale/capitalize.ts'
import { useStartCoins, useWithdrawCoins } from '../../data/experiment-queries.ts'
import { formatDate } from '../../data/format.ts'
import { showError } from '../../ui/components/messages.ts'
import { useOfferUndo } from '../../ui/components/Undo.tsx'
import classes from './Experiments.module.css'

interface CoinPlansProps {
  plan: CoinPlan
  onDone: () => void
}

/** Starts an experiment with coins, with undo. */
export function useStartWithUndo(onDone: () => void) {
  const startCoins = useStartCoins()
  const withdraw = useWithdrawCoins()
  const offerUndo = useOfferUndo()

  async function start(choice: CoinChoice) {
    try {
      const { id, firstDate } = await startCoins.mutateAsync(choice)
      offerUndo({
        message: `All coins are thrown. The first is for ${formatDate(firstDate, 'weekday')}.`,
        undo: () => withdraw.mutateAsync(id),
        undone: 'Your coin test is cancelled.',
      })
      onDone()
    } catch (error) {
      showError(error)
    }
  }

  return { start, isPending: startCoins.isPending }
}

/** "Toss a coin each evening for 12 weeks: if it halves your cramps, this shows it 2 times in 3." */
export function writePlanSentence(plan: CoinPlan, actions: readonly CoinSubject[], weeks: CoinWeeks): string {
  const option = plan.options.find(one => one.weeks === weeks)
  const chance = option === undefined ? 0 : getChance(option, actions.length, HALVED_RISK)
  const subject = actions.length === 1 ? 'it' : 'one of them'
  return `Toss a coin ${formatTimeOfCoins(actions)} for ${weeks} weeks: if ${subject} halves your cramps, this shows it ${formatTimesIn(chance)}.`
}

/** The recommended length, in one sentence with a start. */
export function RecommendedCoins({ plan, onDone }: CoinPlansProps) {
  const { start, isPending } = useStartWithUndo(onDone)
  return (
    <div className={classes.recommended}>
      <p>{writePlanSentence(plan, [plan.subject], plan.suggested)}</p>
      <Text size="sm">Unknot tosses it and shows it on Today. Each morning you say if you had a cramp.</Text>
      <Button
        w="fit-content"
        loading={isPending}
        onClick={() => start({ actions: [plan.subject.action], weeks: plan.suggested })}
      >
        Start
      </Button>
    </div>
  )
}

/** Other lengths, and further actions that the same nights can test. */
export function CoinPlans({ plan, onDone }: CoinPlansProps) {
  const { start, isPending } = useStartWithUndo(onDone)
  const [weeks, setWeeks] = useState<CoinWeeks>(plan.suggested)
  const [others, setOthers] = useState<readonly CoinActionId[]>([])
  const actions = [plan.subject.action, ...others]
  const toggle = (action: CoinActionId) =>
    setOthers(others.includes(action) ? others.filter(one => one !== action) : [...others, action])
  return (
    <>
      <Radio.Group label="A coin for" mt="xs" value={String(weeks)}>
        <Group gap="md" mt="xs">
          {plan.options.map(option => (
            <Radio
              key={option.weeks}
              name="weeks"
              value={String(option.weeks)}
              label={`${option.weeks} weeks`}
              onChange={() => setWeeks(option.weeks)}
            />
          ))}
        </Group>
      </Radio.Group>
      {plan.companions.length > 0 && (
        <Checkbox.Group
          label={`Test up to ${MAX_COIN_ACTIONS - 1} more at the same time`}
          mt="sm"
          value={[...others]}
        >
          <Group gap="0.5rem 1rem" mt="xs">
            {plan.companions.map(action => (
              <Checkbox
                key={action}
                value={action}
                label={capitalize(getCoinAction(action).name)}
                disabled={!others.includes(action) && actions.length >= MAX_COIN_ACTIONS}
                onChange={() => toggle(action)}
              />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <p className={classes.dialogText}>
        {writePlanSentence(plan, [plan.subject, ...others.map(action => ({ action }))], weeks)}{' '}
        {actions.length > 1 && 'Each has a coin of its own. More at once makes each harder to show.'}
      </p>
      <Group justify="flex-end" mb="md">
        <Button variant="default" loading={isPending} onClick={() => start({ actions, weeks })}>
          Start with these coins
        </Button>
      </Group>
    </>
  )
}
