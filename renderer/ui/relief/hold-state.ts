import type { ReliefTimer } from '../../../shared/advice/relief/relief-step.ts'

/** State of a hold timer: in a round, in the pause after a round, or done. */
export type HoldState =
  | { readonly phase: 'hold' | 'pause'; readonly round: number; readonly secondsLeft: number }
  | { readonly phase: 'done' }

/** @param elapsedSeconds whole seconds since the start */
export function getHoldState(
  { seconds, rounds, pauseSeconds }: ReliefTimer,
  elapsedSeconds: number,
): HoldState {
  const round = Math.floor(elapsedSeconds / (seconds + pauseSeconds)) + 1
  const inRound = elapsedSeconds % (seconds + pauseSeconds)
  // The last hold has no pause after it.
  if (round > rounds || (round === rounds && inRound >= seconds)) return { phase: 'done' }
  return inRound < seconds
    ? { phase: 'hold', round, secondsLeft: seconds - inRound }
    : { phase: 'pause', round, secondsLeft: seconds + pauseSeconds - inRound }
}
