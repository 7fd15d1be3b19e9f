/**
 * `npm run torture`: crash test. Kills the program at random moments while it writes, backs up, migrates, imports,
 * restores and erases, each in turn, and compares its files with the changes it had acknowledged.
 *
 *   --kills N    number of kills, 300 by default
 *   --seed N     1 by default; repeats the same operations, but the moments of the kills depend on the machine
 *
 * Exit status 1 if anything was lost.
 */
import { parseArgs } from 'node:util'
import { torture } from './rounds.ts'

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } })
const { kills, acknowledged, inTheMiddleOf, losses } = await torture(
  Number(values.kills ?? 300),
  Number(values.seed ?? 1),
  done => {
    if (done % 25 === 0) console.log(`${done} kills`)
  },
)
for (const loss of losses) console.error(loss)
console.log(
  Object.entries(inTheMiddleOf)
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${count} in the middle of ${what}`)
    .join(', '),
)
console.log(`${kills} kills, ${acknowledged} acknowledged changes, ${losses.length} losses`)
process.exitCode = losses.length > 0 ? 1 : 0
