/**
 * `node test/tools/simulation/levels.ts [--diaries N] [--lives N]`: compares spending shapes, the levels of the first,
 * second, third ... look (`shared/analysis/error-budget.ts`). Diaries are analysed once and judged by every shape.
 *
 * Prints per shape: share of lives without any effect in which anything was ever called likely, for two kinds of lives; and
 * the share of real triggers that is likely as shown after 12 and 24 weeks.
 *
 *   ideal     25 tests with exact p values, each with the same information from every four weeks: an upper bound, because
 *             counts of days have fewer p values, and a new diary cannot judge everything from its first look on
 *   diaries   the lives of `nulls-52-weeks` (nulls; named: the person names the six smallest P at every look) and of
 *             `triggers-usual-gaps`
 */
import { parseArgs } from 'node:util'
import { adjustFamily, getLevel } from '../../../shared/analysis/error-budget.ts'
import { weighSides } from '../../../shared/analysis/exposure-test.ts'
import { computeNormalTails } from '../../../shared/statistics/distributions.ts'
import { createRandom, type Random } from '../../../shared/statistics/random.ts'
import { followNulls } from './error-rate.ts'
import { usualGaps } from './many-exposures.ts'
import { findHarmful, followTriggers } from './power.ts'
import { randomOfRun } from './runs.ts'
import { type Look, nameTheSmallest } from './verdict-looks.ts'

type Shape = (look: number) => number

/** Level of the first half year, then of all later looks. */
const twoLevels =
  (early: number, later: number): Shape =>
  look =>
    look <= 6 ? early : later

const shapes: Readonly<Record<string, Shape>> = {
  'of the program': getLevel,
  'flat 0.017': () => 0.017,
  'flat 0.025': () => 0.025,
  '0.025 to look 6, then 0.015': twoLevels(0.025, 0.015),
  '0.022 to look 6, then 0.013': twoLevels(0.022, 0.013),
  '0.030 to look 6, then 0.012': twoLevels(0.03, 0.012),
  '0.05 / sqrt(look)': look => 0.05 / Math.sqrt(look),
  'the larger of 0.10 / look and 0.012': look => Math.max(0.1 / look, 0.012),
}

/** Smallest adjusted P that would be likely at each look: number of the look, weeks of diary, P. */
type Trace = readonly { readonly look: number; readonly weeks: number; readonly smallest: number }[]

const WEEKS_PER_LOOK = 4

/** Life of 25 independent tests, each a random walk of information. A look needs the one before it, so it is never the first. */
function traceIdeal(random: Random, looks: number): Trace {
  const sums = new Float64Array(25)
  let before: { readonly p: number; readonly side: string }[] = []
  return Array.from({ length: looks }, (_, index) => {
    const look = index + 1
    const weighed = Array.from(sums.keys(), i => {
      sums[i] = (sums[i] ?? 0) + random.nextNormal()
      const tails = computeNormalTails((sums[i] ?? 0) / Math.sqrt(look))
      return weighSides('more', { pMore: tails.upper, pFewer: tails.lower })
    })
    const adjusted = adjustFamily(weighed.map(({ pValue }) => ({ group: 'other', pValue })))
    const now = weighed.map(({ side }, i) => ({ side, p: adjusted[i] ?? 1 }))
    const clear = now.filter(({ side }, i) => {
      const earlier = before[i]
      return earlier !== undefined && earlier.p <= 0.5 && earlier.side === side
    })
    before = now
    // The first look of a diary comes after eight weeks.
    return { look, weeks: WEEKS_PER_LOOK * (look + 1), smallest: Math.min(1, ...clear.map(({ p }) => p)) }
  })
}

const smallestClear = ({ judged }: Look) =>
  Math.min(1, ...judged.filter(({ isClear }) => isClear).map(({ adjustedP }) => adjustedP ?? 1))

/** Both persons of a life without effects: one who names nothing, and one who names the six smallest P at every look. */
function traceNulls(run: number): { readonly alone: Trace; readonly named: Trace } {
  const { list, weekOf } = followNulls(randomOfRun('nulls-52-weeks', run), 52)
  const trace = (looks: readonly Look[]) =>
    looks.map(look => ({ look: look.number, weeks: weekOf(look), smallest: smallestClear(look) }))
  return { alone: trace(list()), named: trace(list({ renameAfter: nameTheSmallest })) }
}

const shareOf = <T>(list: readonly T[], isMeant: (one: T) => boolean) =>
  (list.filter(isMeant).length / list.length).toFixed(3)

const isEverLikely = (trace: Trace, shape: Shape, weeks: number) =>
  trace.some(({ look, weeks: at, smallest }) => at <= weeks && smallest <= shape(look))

const { values } = parseArgs({
  options: {
    diaries: { type: 'string', default: '300' },
    lives: { type: 'string', default: '5000' },
  },
})
const diaries = Number(values.diaries)

const ideal = Array.from({ length: Number(values.lives) }, (_, run) => traceIdeal(createRandom(run), 38))
const nulls = Array.from({ length: diaries }, (_, run) => traceNulls(run))
const triggers = Array.from({ length: diaries }, (_, run) => {
  const { triggers: real, lookWith } = followTriggers(randomOfRun('triggers-usual-gaps', run), usualGaps)
  const look = lookWith([])
  const pOf = (key: typeof real.tripling) => {
    const judged = findHarmful(look, key)
    return judged?.isClear === true ? (judged.adjustedP ?? 1) : 1
  }
  return { look: look?.number ?? 1, tripling: pOf(real.tripling), doubling: pOf(real.doubling) }
})

console.log(`ideal: ${ideal.length} lives; diaries: ${diaries} of each kind`)
for (const [name, shape] of Object.entries(shapes)) {
  const rates = (traces: readonly Trace[], weeks: readonly number[]) =>
    weeks.map(until => shareOf(traces, trace => isEverLikely(trace, shape, until))).join(' ')
  console.log(`\n${name}`)
  console.log(`  ideal, 26 / 52 / 104 / 156 weeks   ${rates(ideal, [26, 52, 104, 156])}`)
  if (diaries === 0) continue
  console.log(
    `  nulls, 26 / 52 weeks               ${rates(
      nulls.map(({ alone }) => alone),
      [26, 52],
    )}`,
  )
  console.log(
    `  named, 26 / 52 weeks               ${rates(
      nulls.map(({ named }) => named),
      [26, 52],
    )}`,
  )
  console.log(
    `  shown, ratio 3 / 2                 ${shareOf(triggers, one => one.tripling <= shape(one.look))} ${shareOf(triggers, one => one.doubling <= shape(one.look))}`,
  )
}
