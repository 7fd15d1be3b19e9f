import { Button, Group, Radio } from '@mantine/core'
import { useState } from 'react'
import { type DesignName, designs } from '../../../shared/experiments/design.ts'
import { HALVED_RATE_RATIO, type PlanOption, type TrialPlan } from '../../../shared/experiments/plan.ts'
import type { TrialId } from '../../../shared/experiments/trials.ts'
import {
  formatChance,
  formatDesign,
  formatRateRatio,
  writeWashoutSentence,
} from '../../../shared/experiments/words.ts'
import { useStartExperiment, useWithdrawExperiment } from '../../data/experiment-queries.ts'
import { formatDate } from '../../data/format.ts'
import { showError } from '../../ui/components/messages.ts'
import { useOfferUndo } from '../../ui/components/Undo.tsx'
import classes from './Experiments.module.css'

export interface PeriodPlansProps {
  plan: TrialPlan & { readonly subject: TrialId }
  onDone: () => void
}

/** Starts an experiment in periods, with undo. */
export function useStartPeriods({ plan, onDone }: PeriodPlansProps) {
  const startExperiment = useStartExperiment()
  const withdraw = useWithdrawExperiment()
  const offerUndo = useOfferUndo()

  async function start(design: DesignName) {
    try {
      const { id, firstDate } = await startExperiment.mutateAsync({ subject: plan.subject, design })
      offerUndo({
        message: `The order has been drawn. Your experiment begins on ${formatDate(firstDate, 'weekday')}.`,
        undo: () => withdraw.mutateAsync(id),
        undone: 'Your experiment is cancelled.',
      })
      onDone()
    } catch (error) {
      showError(error)
    }
  }

  return { start, isPending: startExperiment.isPending }
}

/** All plans in periods, with their chances and a start of their own. */
export function PeriodPlans({ plan, onDone }: PeriodPlansProps) {
  const [chosen, setChosen] = useState<DesignName | null>(plan.suggested)
  const { start, isPending } = useStartPeriods({ plan, onDone })
  const option = plan.options.find(({ design }) => design === chosen)
  return (
    <>
      <p className={classes.dialogText}>
        Chance draws in which periods you make the change and in which you do not, and you keep to it. At the
        end the cramps of both are compared.
      </p>
      <DesignTable options={plan.options} chosen={chosen} onChoose={setChosen} />
      <p className={classes.dialogText}>
        For comparison: if the change makes no difference at all, chance alone still makes up to 5% of
        experiments look settled.
      </p>
      {option !== undefined && <DesignWords option={option} />}
      <p className={classes.dialogText}>
        Once a day you are asked whether you kept to the plan. A day you forget is left out and spoils
        nothing.
      </p>
      <Group justify="flex-end" mt="md">
        <Button
          variant="default"
          disabled={chosen === null}
          loading={isPending}
          onClick={() => chosen !== null && start(chosen)}
        >
          Draw the order and start
        </Button>
      </Group>
    </>
  )
}

interface DesignTableProps {
  options: readonly PlanOption[]
  chosen: DesignName | null
  onChoose: (design: DesignName) => void
}

function DesignTable({ options, chosen, onChoose }: DesignTableProps) {
  const [first] = options
  return (
    <table className={classes.designs}>
      <caption>Chance that it settles the question, if the change really means…</caption>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          {first?.chances.map(({ rateRatio }) => (
            <th key={rateRatio} scope="col">
              {formatRateRatio(rateRatio)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {options.map(({ design, chances, mayBeTooShort }) => (
          <tr key={design} data-chosen={design === chosen}>
            <th scope="row" className={classes.design}>
              <Radio
                name="design"
                label={formatDesign(designs[design])}
                checked={design === chosen}
                onChange={() => onChoose(design)}
              />
              {mayBeTooShort && (
                <span className={classes.caution}>A week may be too short for an effect to show.</span>
              )}
            </th>
            {chances.map(({ rateRatio, chance }) => (
              <td key={rateRatio}>{formatChance(chance)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const MORE_LIKELY_THAN_NOT = 0.5

function DesignWords({ option: { design, lastDate, chances } }: { option: PlanOption }) {
  const chanceOfHalf = chances.find(({ rateRatio }) => rateRatio === HALVED_RATE_RATIO)?.chance ?? 0
  const paired =
    designs[design].scheme === 'paired'
      ? 'In every two weeks, one is with the change. This suits you if your cramps are slowly getting better or worse anyway.'
      : ''
  return (
    <p className={classes.dialogText}>
      It would end on {formatDate(lastDate, 'long')}. {writeWashoutSentence(designs[design])} {paired}{' '}
      {chanceOfHalf < MORE_LIKELY_THAN_NOT && (
        <strong>
          Even if your cramps halve, the chance of a clear answer is low: {formatChance(chanceOfHalf)}.
        </strong>
      )}
    </p>
  )
}
