/** `node test/fuzz/fuzz.ts [CALLS] [SEED]`: hostile calls on the real handlers. Exit status 1 when an invariant is broken. */
import { fuzzCalls } from './hostile-calls.ts'

const DEFAULT_CALLS = 100_000
const DEFAULT_SEED = 20_261_130
/** Calls per journal. Then a new one with the next seed, because a growing journal slows every call down. */
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
