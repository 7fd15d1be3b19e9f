/**
 * `worker-memory.ts JOURNAL TODAY`, run by the bench in a process of its own. The app's built worker computes all
 * findings; prints the peak memory growth of the process in MB.
 */
import { join } from 'node:path'
import { createThreadRunner } from '../../../main/jobs/run-in-threads.ts'
import { findingsJob } from '../../../main/services/analysis/diary-findings.ts'
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import { timeZone } from '../../e2e/surroundings.ts'

const [, , path = '', today = ''] = process.argv
const analysis = join(import.meta.dirname, '../../../out/main/analysis-worker.js')
const runner = createThreadRunner({ workerFiles: { analysis } })
const before = process.memoryUsage.rss()
let highest = before
const look = () => {
  highest = Math.max(highest, process.memoryUsage.rss())
}
const timer = setInterval(look, 5)
await runner.run(findingsJob, {
  ...{ path, revision: '', offWeekdays: [5, 6], dayStartMinutes: 0, timeZone },
  ...{ today: Number(today), filter: everyCramp, suspects: [], looks: [] },
})
look()
clearInterval(timer)
console.log((highest - before) / 1024 / 1024)
await runner.close()
