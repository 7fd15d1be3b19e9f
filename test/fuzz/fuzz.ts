/** `node test/fuzz/fuzz.ts [CALLS] [SEED]`: hostile calls on the program's own handlers. Ends with 1 when a promise is broken. */
import { fuzzCalls } from './hostile-calls.ts'

const DEFAULT_CALLS = 100_000
const DEFAULT_SEED = 20_261_130
/** Then a new journal, with the next seed: one that grows for ever makes every call slower. */
const CALLS_A_JOURNAL = 5_000

const [, , calls = DEFAULT_CALLS, firstSeed = DEFAULT_SEED] = process.argv.map(Number)
const startedAt = performance.now()
let refused = 0
const faults: string[] = []
for (let round = 0; round * CALLS_A_JOURNAL < calls; round++) {
  const seed = firstSeed + round
  const left = calls - round * CALLS_A_JOURNAL
  const result = await fuzzCalls(Math.min(CALLS_A_JOURNAL, left), seed)
  refused += result.refused
  faults.push(...result.faults.map(fault => `seed ${seed}, ${fault}`))
}
for (const fault of faults.slice(0, 20)) console.error(fault)
const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
console.log(
  `${calls} hostile calls, ${refused} refused, ${faults.length} faults; seeds from ${firstSeed}, ${seconds} s.`,
)
process.exitCode = faults.length === 0 ? 0 : 1
