/** `node test/fuzz/fuzz.ts [CALLS] [SEED]`: hostile calls on the program's own handlers. Ends with 1 when a promise is broken. */
import { fuzzCalls } from './hostile-calls.ts'

const DEFAULT_CALLS = 100_000
const DEFAULT_SEED = 20_261_130

const [, , calls = DEFAULT_CALLS, seed = DEFAULT_SEED] = process.argv.map(Number)
const startedAt = performance.now()
const { refused, faults } = await fuzzCalls(calls, seed)
for (const fault of faults.slice(0, 20)) console.error(fault)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
console.log(
  `${calls} hostile calls, ${refused} refused, ${faults.length} faults; seed ${seed}, ${seconds} s.`,
)
process.exitCode = faults.length === 0 ? 0 : 1
