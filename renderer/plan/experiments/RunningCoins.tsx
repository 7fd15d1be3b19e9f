import { Button, Text } from '@mantine/core'
import { getCoinAction } from '../../../shared/experiments/coin-actions.ts'
import { type CoinChoice, coinWeeks } from '../../../shared/experiments/coin-experiment.ts'
import type { CoinView } from '../../../shared/experiments/coin-view.ts'
import { formatActionNames, formatCoins } from '../../../shared/experiments/coin-words.ts'
import { DAYS_PER_WEEK } from '../../../shared/experiments/simulated-trial.ts'
import { stateWords } from '../../../shared/experiments/words.ts'
import {
  useResumeCoins,
  useStartCoins,
  useStopCoins,
  useWithdrawCoins,
} from '../../data/experiment-queries.ts'
import { formatDate, formatDateRange, formatNumber } from '../../data/format.ts'
import { showError } from '../../ui/components/messages.ts'
import { useOfferUndo } from '../../ui/components/Undo.tsx'
import classes from './Experiments.module.css'
import { StopButton } from './StopButton.tsx'

/** An experiment with coins that is under way, about to begin, or was stopped today. */
export function RunningCoins({ coins }: { coins: CoinView }) {
  const { actions, answered, firstDate, lastDate, nights, state, stop, today } = coins
  return (
    <section className={classes.running} aria-label="Your coin test">
      <header className={classes.runningHead}>
        <div>
          <h2>A coin decides: {formatActionNames(actions)}</h2>
          <Text size="sm" c="dimmed">
            {stateWords[state]} · {formatCoins(nights, actions)} ·{' '}
            {formatDateRange(firstDate, stop?.on ?? lastDate)}
          </Text>
        </div>
        <EndButton coins={coins} />
      </header>
      {state === 'upcoming' && (
        <p>
          It begins on {formatDate(firstDate, 'full')}. All coins are thrown. Today shows each one on its day.
        </p>
      )}
      {state === 'stopped' && (
        <p>
          {coins.canResume
            ? 'You stopped it today. Until the end of today you can continue it; after that you will see the result.'
            : 'It has ended, because you wrote down a sign that a doctor should see. That comes first.'}
        </p>
      )}
      {today.map(({ arm, ...subject }) => {
        const { id, decides, [arm]: instruction } = getCoinAction(subject)
        return (
          <p key={id} className={classes.task}>
            <span>
              <b>{decides === 'night' ? 'Tonight:' : 'Today:'}</b> {instruction}.
            </span>
          </p>
        )
      })}
      {state === 'running' && (
        <>
          <p>
            {formatNumber(answered)} of {formatNumber(nights)} nights answered.
          </p>
          <Text size="sm" c="dimmed">
            Nothing is compared before the end, unless an action is clearly settled. Say on Today each morning
            if you had a cramp, also after nights without any.
          </Text>
        </>
      )}
    </section>
  )
}

/** Choice of the same actions. What the person confirmed about something of their own holds. */
function chooseAgain(actions: CoinView['actions']): Pick<CoinChoice, 'actions' | 'own'> {
  const own = actions.find(subject => subject.own !== undefined)?.own
  return {
    actions: actions.map(({ action }) => action),
    ...(own !== undefined && { own: { change: own.change, isHarmless: true } }),
  }
}

/** The way out: before the first day as if it had not been, later as a stop, which the same day can take back. */
function EndButton({ coins: { id, state, canResume, actions, nights } }: { coins: CoinView }) {
  const stop = useStopCoins()
  const resume = useResumeCoins()
  const withdraw = useWithdrawCoins()
  const start = useStartCoins()
  const offerUndo = useOfferUndo()
  const weeks = coinWeeks.find(offered => offered * DAYS_PER_WEEK === nights)

  async function cancel() {
    try {
      await withdraw.mutateAsync(id)
      if (weeks === undefined) return
      offerUndo({
        message: 'Your coin test is cancelled.',
        undo: () => start.mutateAsync({ ...chooseAgain(actions), weeks }),
        undone: 'It begins after all, with newly thrown coins.',
      })
    } catch (error) {
      showError(error)
    }
  }

  if (state === 'upcoming')
    return (
      <Button variant="default" loading={withdraw.isPending} onClick={cancel}>
        Cancel it
      </Button>
    )
  return (
    <StopButton
      {...{ id, canResume, stop, resume }}
      isRunning={state === 'running'}
      stopped="Your coin test is stopped."
    />
  )
}
