/** Relief steps that several muscles share, and constructors with defaults for the protocols. */
import { numbWith } from '../knowledge/heat-limits.ts'
import type { ReliefStep, ReliefTimer } from './relief-step.ts'

/** Timer of a stretch: 30 s, three times. Our own choice, since the articles give no time. */
const HOLD: ReliefTimer = { seconds: 30, rounds: 3, pauseSeconds: 5 }
export const once = (seconds: number): ReliefTimer => ({ seconds, rounds: 1, pauseSeconds: 0 })

type Written = Pick<ReliefStep, 'id' | 'title' | 'text'> & Partial<ReliefStep>

/** Creates a stretch; adds the safety note that every stretch needs. */
export const stretch = (step: Written): ReliefStep => ({
  phase: 'stretch',
  timer: HOLD,
  position: null,
  notWith: [],
  grade: 'C',
  claims: [],
  sources: ['miller-2022', 'nhs-leg-cramps'],
  ownJudgement:
    step.claims === undefined
      ? 'Which stretch suits this muscle, how long to hold it and how often.'
      : 'How long to hold it, and how often.',
  ...step,
  safety: ['stretch', ...(step.safety ?? [])],
})

/** Creates a massage, for the phase after the muscle lets go. */
export const massage = (step: Written): ReliefStep => ({
  phase: 'eased',
  timer: once(120),
  position: null,
  safety: ['not-on-a-swollen-leg'],
  notWith: [],
  grade: 'D',
  claims: [],
  sources: ['nhs-leg-cramps'],
  ownJudgement: null,
  ...step,
})

export const warmth = (step: Partial<ReliefStep> = {}): ReliefStep => ({
  id: 'warmth',
  phase: 'eased',
  title: 'Or warm it',
  text: 'A warm towel or heat pad with cloth under it, 10 to 15 minutes.',
  timer: once(600),
  position: null,
  safety: ['heat'],
  notWith: numbWith,
  grade: 'D',
  claims: [],
  sources: ['training-matters-heat'],
  ownJudgement: null,
  ...step,
})

export const cold = (step: Partial<ReliefStep> = {}): ReliefStep => ({
  id: 'cold',
  phase: 'afterwards',
  title: 'Cool it',
  text: 'If it stays sore: a cold pack wrapped in a towel, 15 minutes.',
  timer: once(900),
  position: null,
  safety: ['cold'],
  notWith: numbWith,
  grade: 'D',
  claims: [],
  sources: ['mpft-cold', 'training-matters-heat'],
  ownJudgement: null,
  ...step,
})

export const rest: ReliefStep = {
  id: 'rest',
  phase: 'afterwards',
  title: 'Rest it',
  text: 'Sore? Put it up a little and let it be.',
  timer: null,
  position: 'leg-raised',
  safety: [],
  notWith: [],
  grade: 'D',
  claims: ['001-13'],
  sources: [],
  ownJudgement: null,
}
