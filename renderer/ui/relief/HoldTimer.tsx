import { useState } from 'react'
import type { ReliefTimer } from '../../../shared/advice/relief/relief-step.ts'
import { useClock } from '../../data/clock.ts'
import { formatRunningTime, useElapsedSeconds } from '../../data/elapsed.ts'
import { formatDuration } from '../../data/format.ts'
import classes from './HoldTimer.module.css'
import { getHoldState, type HoldState } from './hold-state.ts'

/** Countdown of a step's holds and pauses. Started by a button, because getting into the position takes a moment. */
export function HoldTimer({ timer }: { timer: ReliefTimer }) {
  const clock = useClock()
  const [startedAt, setStartedAt] = useState<number | null>(null)
  if (startedAt === null)
    return (
      <button type="button" className={classes.start} onClick={() => setStartedAt(clock.now())}>
        {nameTimer(timer)}
      </button>
    )
  return <Countdown timer={timer} startedAt={startedAt} onStop={() => setStartedAt(null)} />
}

interface CountdownProps {
  timer: ReliefTimer
  startedAt: number
  onStop: () => void
}

function Countdown({ timer, startedAt, onStop }: CountdownProps) {
  const state = getHoldState(timer, useElapsedSeconds(startedAt))
  const whole = state.phase === 'pause' ? timer.pauseSeconds : timer.seconds
  const left = state.phase === 'done' ? 0 : state.secondsLeft
  return (
    <div className={classes.countdown} data-phase={state.phase}>
      <svg viewBox="0 0 100 100" className={classes.ring} aria-hidden="true">
        <circle cx={50} cy={50} r={44} className={classes.track} />
        <circle
          cx={50}
          cy={50}
          r={44}
          className={classes.left}
          pathLength={whole}
          strokeDasharray={`${left} ${whole}`}
        />
        <text x={50} y={60} className={classes.number}>
          {left > 90 ? formatRunningTime(left) : left}
        </text>
      </svg>
      <p role="status" className={classes.phase}>
        {namePhase(state, timer)}
      </p>
      <button type="button" className={classes.stop} onClick={onStop}>
        {state.phase === 'done' ? 'Again' : 'Stop'}
      </button>
    </div>
  )
}

function nameTimer({ seconds, rounds }: ReliefTimer): string {
  return rounds === 1
    ? `Time it: ${formatDuration(seconds)}`
    : `Hold ${formatDuration(seconds)}, ${rounds} times`
}

function namePhase(state: HoldState, { rounds }: ReliefTimer): string {
  if (state.phase === 'done') return 'Done. Has it eased?'
  if (state.phase === 'pause') return 'Let go for a moment'
  return rounds === 1 ? 'Go on' : `Hold, ${state.round} of ${rounds}`
}
