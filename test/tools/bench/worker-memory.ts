/**
 * `worker-memory.ts JOURNAL TODAY`, run by the bench in a process of its own. The app's built worker computes all
 * findings; prints the peak memory growth of the process in MB.
 */
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type {
  FindingsMessage,
  FindingsOrder,
  FindingsSource,
} from '../../../main/services/analysis/findings-messages.ts'
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import { timeZone } from '../../e2e/surroundings.ts'

const [, , path = '', today = ''] = process.argv
const source: FindingsSource = { path, offWeekdays: [5, 6], dayStartMinutes: 0, timeZone }
const order: FindingsOrder = { today: Number(today), filter: everyCramp }
const before = process.memoryUsage.rss()
let highest = before
const look = () => {
  highest = Math.max(highest, process.memoryUsage.rss())
}
const timer = setInterval(look, 5)
const worker = new Worker(join(import.meta.dirname, '../../../out/main/findings-worker.js'), {
  workerData: source,
})
worker.on('message', ({ kind }: FindingsMessage) => {
  look()
  if (kind !== 'done') return
  clearInterval(timer)
  console.log((highest - before) / 1024 / 1024)
  // The worker stays alive for further jobs.
  void worker.terminate()
})
worker.postMessage(order)
