/**
 * `npx node test/tools/simulation/coin-power.ts` regenerates shared/experiments/coin-power-table.ts: statistical power of
 * experiments with coins. Takes about a minute. Each cell has a seed of its own, so that
 * test/shared/experiments/coin-power.test.ts can recompute single cells.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coinWeeks, MAX_COIN_ACTIONS } from '../../../shared/experiments/coin-experiment.ts'
import { countHelped, getCoinCellSeed } from '../../../shared/experiments/coin-simulation.ts'

const SEED = 20_261_130
const RUNS = 2000
/** Share of nights with a cramp without the action. */
const CRAMP_SHARES = [0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8]
/** Risk with the action relative to the risk without it: a third less, half, two thirds less. */
const RISK_RATIOS = [0.67, 0.5, 0.33]
const ACTIONS = Array.from({ length: MAX_COIN_ACTIONS }, (_, index) => index + 1)

const helped = coinWeeks.map(weeks => {
  const byActions = ACTIONS.map(actions =>
    RISK_RATIOS.map((riskRatio, r) =>
      CRAMP_SHARES.map((crampShare, s) =>
        countHelped(
          { weeks, actions, crampShare, riskRatio },
          RUNS,
          getCoinCellSeed({ seed: SEED }, { weeks, actions }, r, s),
        ),
      ),
    ),
  )
  console.log(weeks, JSON.stringify(byActions))
  const lines = byActions.map(
    byRatio => `      [\n${byRatio.map(row => `        [${row.join(', ')}],`).join('\n')}\n      ],`,
  )
  return `    ${weeks}: [\n${lines.join('\n')}\n    ],`
})

writeFileSync(
  join(import.meta.dirname, '../../../shared/experiments/coin-power-table.ts'),
  `/** Computed by test/tools/simulation/coin-power.ts; not to be edited by hand. */
import type { CoinPowerTable } from './coin-simulation.ts'

export const coinPowerTable: CoinPowerTable = {
  seed: ${SEED},
  runs: ${RUNS},
  crampShares: [${CRAMP_SHARES.join(', ')}],
  riskRatios: [${RISK_RATIOS.join(', ')}],
  actions: [${ACTIONS.join(', ')}],
  helped: {
${helped.join('\n')}
  },
}
`,
)
