/**
 * `npx node test/tools/simulation/experiment-power.ts` regenerates shared/experiments/power-table.ts: statistical power of each
 * experiment design. Takes some minutes. Each cell has a seed of its own, so that
 * test/shared/experiments/power.test.ts can recompute single cells.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { designNames, designs } from '../../../shared/experiments/design.ts'
import { countSettled, getCellSeed } from '../../../shared/experiments/power-simulation.ts'

const SEED = 20_261_120
const RUNS = 2000
const CRAMPS_PER_WEEK = [0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 14]
/** Cramp rate under treatment relative to control: a third fewer, half, two thirds fewer. */
const RATE_RATIOS = [0.67, 0.5, 0.33]

const rows = designNames.map((name, d) => {
  const settled = RATE_RATIOS.map((rateRatio, r) =>
    CRAMPS_PER_WEEK.map((crampsPerWeek, w) => {
      const scenario = { design: designs[name], crampsPerWeek, rateRatio }
      return countSettled(scenario, RUNS, getCellSeed({ seed: SEED }, d, r, w))
    }),
  )
  console.log(name, settled.map(row => row.join(' ')).join(' | '))
  return `    '${name}': [\n${settled.map(row => `      [${row.join(', ')}],`).join('\n')}\n    ],`
})

writeFileSync(
  join(import.meta.dirname, '../../../shared/experiments/power-table.ts'),
  `/** Computed by test/tools/simulation/experiment-power.ts; not to be edited by hand. */
import type { PowerTable } from './power-simulation.ts'

export const powerTable: PowerTable = {
  seed: ${SEED},
  runs: ${RUNS},
  crampsPerWeek: [${CRAMPS_PER_WEEK.join(', ')}],
  rateRatios: [${RATE_RATIOS.join(', ')}],
  settled: {
${rows.join('\n')}
  },
}
`,
)
