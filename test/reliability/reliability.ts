/**
 * `npx node test/reliability/reliability.ts [--runs N] [--seed N] [SITUATION ...]`: plays the situations of `situations.ts`
 * and prints a table. `--runs` overrides the number of runs of each. Exit status 1 if anything went wrong.
 */
import { parseArgs } from 'node:util'
import { playSituations, writeTable } from './play.ts'

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
  allowPositionals: true,
})
const results = await playSituations({
  seed: Number(values.seed ?? 1),
  ...(values.runs !== undefined && { runs: Number(values.runs) }),
  ...(positionals.length > 0 && { names: positionals }),
})
console.log(writeTable(results))
for (const { name, faults } of results) for (const fault of faults) console.error(`${name}: ${fault}`)
process.exitCode = results.some(({ faults }) => faults.length > 0) ? 1 : 0
