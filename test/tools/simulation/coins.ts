/**
 * Level of experiments with coins: share of experiments without any effect in which an action is called helpful by either
 * rule, with nights left unanswered at random, after cramps, or after cramps with the action. The last breaks the test, as
 * it would any: it is reported, with the share of results that say that the sides differ.
 */
import { between } from '../../../shared/demo/draws.ts'
import { coinActionIds } from '../../../shared/experiments/coin-actions.ts'
import { analyseCoins, type CoinResult } from '../../../shared/experiments/coin-analysis.ts'
import {
  type CoinExperiment,
  type CoinWeeks,
  coinWeeks,
  getLastNight,
  throwCoins,
} from '../../../shared/experiments/coin-experiment.ts'
import { drawRisks } from '../../../shared/experiments/coin-simulation.ts'
import { WITH } from '../../../shared/experiments/design.ts'
import type { Random } from '../../../shared/statistics/random.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import { atMost, FULL_RUNS, type Row, type Study } from './study.ts'

const FIRST_DATE: CalendarDate = '2026-11-21'
/** Mean share of unanswered nights. */
const UNANSWERED = 0.2

/** Probability that a night stays unanswered, by its cramp and the coin of the first action. */
type Gaps = (night: { crampShare: number; hasCramp: boolean; isWith: boolean }) => number

/** Probability without a cramp, where it is twice as high after one. */
const computeShareWithoutCramp = (crampShare: number) => UNANSWERED / (1 + crampShare)

const gaps = {
  'at-random': () => UNANSWERED,
  'after-cramps': ({ crampShare, hasCramp }) => computeShareWithoutCramp(crampShare) * (hasCramp ? 2 : 1),
  'after-cramps-with': ({ crampShare, hasCramp, isWith }) =>
    computeShareWithoutCramp(crampShare) * (hasCramp && isWith ? 2 : 1),
} as const satisfies Record<string, Gaps>
type GapName = keyof typeof gaps

const titles: Record<GapName, string> = {
  'at-random': '20% of nights unanswered',
  'after-cramps': '20% of nights unanswered, twice as often after a cramp',
  'after-cramps-with': '20% of nights unanswered, twice as often after a cramp with the action',
}

/** Results of an experiment whose actions have no effect. */
function simulateNull(weeks: CoinWeeks, actions: number, gap: Gaps, random: Random): CoinResult[] {
  const crampShare = [0.1, 0.2, 0.3, 0.5][between(random, 0, 3)] ?? Number.NaN
  const experiment: CoinExperiment = {
    id: 1,
    actions: throwCoins({ actions: coinActionIds.slice(0, actions), weeks }, random),
    firstDate: FIRST_DATE,
    seed: random.seed,
    createdAt: 0,
    stoppedOn: null,
  }
  const cramps = new Map<CalendarDate, number>()
  for (const [night, risk] of drawRisks(crampShare, weeks, random).entries()) {
    const hasCramp = random.nextUniform() < risk
    const isWith = experiment.actions[0]?.arms[night] === WITH
    if (random.nextUniform() >= gap({ crampShare, hasCramp, isWith }))
      cramps.set(addDays(FIRST_DATE, night), Number(hasCramp))
  }
  return analyseCoins(experiment, {
    cramps,
    answers: [],
    through: getLastNight(experiment),
    isComplete: true,
  })
}

function study(weeks: CoinWeeks, actions: number, gap: GapName): Study {
  const isBanded = gap !== 'after-cramps-with'
  const reported: Row[] = isBanded
    ? []
    : [
        { what: 'the result says that the sides differ', measure: 'says', summary: 'share', band: null },
        {
          what: 'called helpful without saying it',
          measure: 'helpedUnsaid',
          summary: 'share',
          band: null,
        },
      ]
  return {
    name: `coin-${weeks}w-${actions}-${gap}`,
    title: `coins for ${weeks} weeks, ${actions === 1 ? '1 action' : `${actions} actions`} without effect, ${titles[gap]}`,
    runs: FULL_RUNS,
    rows: [
      {
        what: 'any action called helpful by either rule',
        measure: 'any',
        summary: 'share',
        band: isBanded ? atMost(0.063) : null,
      },
      { what: 'any action by the early rule', measure: 'early', summary: 'share', band: null },
      ...reported,
    ],
    run: random => {
      const results = simulateNull(weeks, actions, gaps[gap], random)
      const helped = results.filter(({ verdict }) => verdict === 'helped')
      return {
        any: Number(helped.length > 0),
        early: Number(results.some(({ settledOn }) => settledOn !== null)),
        says: Number(results.some(({ hasUnequalGaps }) => hasUnequalGaps)),
        helpedUnsaid: Number(helped.some(({ hasUnequalGaps }) => !hasUnequalGaps)),
      }
    },
  }
}

const gapNames = Object.keys(gaps).filter((name): name is GapName => name in gaps)

export const coinStudies: readonly Study[] = gapNames.flatMap(gap =>
  [1, 3].flatMap(actions => coinWeeks.map(weeks => study(weeks, actions, gap))),
)
