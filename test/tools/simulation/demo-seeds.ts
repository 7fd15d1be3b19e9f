/**
 * `node test/tools/simulation/demo-seeds.ts FROM TO`: searches for a seed with which the demo shows its planted links. Run it
 * when a change of the demo's life or of the analysis makes test/shared/demo/shown-demo.test.ts fail.
 *
 * Prints each seed with which, in both halves of a block, the planted links are likely and no other is; with the sum of
 * the distances from the planted truth (in log ratio), the P values, and the possible links. Take the smallest distance.
 */
import { getCrampDay } from '../../../shared/analysis/diary/cramp-days.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { listJudged } from '../../../shared/analysis/suspects.ts'
import { makeShownDemo } from '../../../shared/demo/demo-journal.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { MS_PER_MINUTE, wallClockMs } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { plantedRatios } from '../../shared/demo/planted-ratios.ts'

const timeZone = 'UTC'
/** Offsets in days from 2026-09-28, a block's first day: one date in the first half, one in the second. */
const looks = [0, 40]

function look(seed: number, dayOfBlock: number) {
  const now = momentAt(addDays('2026-09-28', dayOfBlock), '16:00', timeZone)
  const demo = makeShownDemo({ now: now.at, timeZone, seed })
  const diary = createDiary({ dayStartMinutes: 0, ...demo, offWeekdays: [5, 6], timeZone })
  const today = getCrampDay(wallClockMs(now) / MS_PER_MINUTE)
  return findFindings(diary, { today, suspects: listJudged(demo.suspects) }).findings
}

function tellSeed(seed: number): string | null {
  let distance = 0
  const words: string[] = []
  for (const dayOfBlock of looks) {
    const findings = look(seed, dayOfBlock)
    const likely = findings.filter(({ verdict }) => verdict === 'likely')
    if (likely.length !== plantedRatios.size || likely.some(({ key }) => !plantedRatios.has(key))) return null
    for (const { key, measurement, checkpoint } of likely) {
      const ratio = measurement.estimate?.ratio ?? Number.NaN
      distance += Math.abs(Math.log(ratio / (plantedRatios.get(key) ?? Number.NaN)))
      words.push(`${key} ${ratio.toFixed(2)} (P ${checkpoint?.test?.adjustedP.toExponential(1)})`)
    }
    const possible = findings.filter(({ verdict }) => verdict === 'possible').map(({ key }) => key)
    words.push(`possible: ${possible.join(', ') || 'none'};`)
  }
  return `${seed}: ${distance.toFixed(2)}; ${words.join(' ')}`
}

const [from = 1, to = 200] = process.argv.slice(2).map(Number)
for (let seed = from; seed < to; seed++) {
  const found = tellSeed(seed)
  if (found !== null) console.log(found)
}
