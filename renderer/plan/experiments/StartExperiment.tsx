import { Alert, Button, Group, Loader, Modal, Radio, Text } from '@mantine/core'
import { useState } from 'react'
import type { Suggestion } from '../../../shared/advice/suggestions/suggestion.ts'
import { type DesignName, designs, WITH, WITHOUT } from '../../../shared/experiments/design.ts'
import { HALVED_RATE_RATIO, type PlanOption, type TrialPlan } from '../../../shared/experiments/plan.ts'
import { isTrialId, reasonsNotToTry, type TrialId, trials } from '../../../shared/experiments/trials.ts'
import {
  formatChance,
  formatDesign,
  formatRateRatio,
  writeWashoutSentence,
} from '../../../shared/experiments/words.ts'
import { useStartExperiment, useTrialPlan, useWithdrawExperiment } from '../../data/experiment-queries.ts'
import { formatDate, formatNumber } from '../../data/format.ts'
import { showError } from '../../ui/components/messages.ts'
import { SuggestionSafety } from '../../ui/components/SuggestionSafety.tsx'
import { useOfferUndo } from '../../ui/components/Undo.tsx'
import classes from './Experiments.module.css'

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
        Your journal shows what goes together, but not what causes what. For that, chance has to decide: it
        draws in which periods you make the change and in which you do not, and you keep to it. At the end the
        cramps of both are compared.
      </p>
      <div className={classes.arms}>
        {([WITH, WITHOUT] as const).map(arm => (
          <div key={arm} className={classes.arm}>
            <b>{arm === WITH ? 'Periods with the change' : 'Periods without'}</b>
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
        <ChooseDesign plan={plan} onDone={onDone} />
      )}
    </>
  )
}

function RateWords({ plan: { rate } }: { plan: TrialPlan }) {
  return (
    <p className={classes.dialogText}>
      You had {formatNumber(rate.cramps)} {rate.cramps === 1 ? 'cramp' : 'cramps'} on{' '}
      {formatNumber(rate.trackedDays)} tracked days of the last 12 weeks: about{' '}
      {formatNumber(rate.perWeek ?? 0, 1)} a week. The fewer cramps there are, the harder it is to see a
      difference. This is how likely you are to get an answer:
    </p>
  )
}

function ChooseDesign({ plan, onDone }: { plan: TrialPlan; onDone: () => void }) {
  const [chosen, setChosen] = useState<DesignName | null>(plan.suggested)
  const startExperiment = useStartExperiment()
  const withdraw = useWithdrawExperiment()
  const offerUndo = useOfferUndo()
  const option = plan.options.find(({ design }) => design === chosen)

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

  return (
    <>
      <DesignTable options={plan.options} chosen={chosen} onChoose={setChosen} />
      <p className={classes.dialogText}>
        For comparison: if the change makes no difference at all, chance alone still makes up to 5% of
        experiments look settled.
      </p>
      {option !== undefined && <DesignWords option={option} />}
      <p className={classes.dialogText}>
        Once a day you are asked whether you kept to the plan. A day you forget is left out and spoils
        nothing. You can stop whenever you like. A sign that a doctor should see ends it at once.
      </p>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button
          disabled={chosen === null}
          loading={startExperiment.isPending}
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
