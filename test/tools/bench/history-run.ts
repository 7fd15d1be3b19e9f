/**
 * `history-run.ts JOURNAL EXPORT`, run by the bench in a process of its own. The app's built worker reads an Apple Health export
 * to its preview, imports it, and reads it again, into a new journal. Prints a `HistoryRun` as JSON.
 */
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { createJobQueue } from '../../../main/jobs/job-queue.ts'
import { createThreadRunner } from '../../../main/jobs/run-in-threads.ts'
import { historyJobs } from '../../../main/services/history/history-jobs.ts'
import { openHistoryFiles } from '../../../main/services/history/open-files.ts'
import { loadJournalStore } from '../../../main/store/journal-store.ts'
import { statedAt } from '../../e2e/surroundings.ts'

/** Durations are wall time; those of the CPU are of all threads together. */
export interface HistoryRun {
  readonly previewMs: number
  readonly previewCpuMs: number
  /** Growth of the process's resident memory at its highest, until the preview. */
  readonly highestMb: number
  /** Longest block of the event loop in the thread that answers the page, and while nothing is done. */
  readonly longestPauseMs: number
  readonly idlePauseMs: number
  readonly importMs: number
  readonly added: number
  /** Entries that a second import of the same file would add or change. */
  readonly addedAgain: number
  /** Inflating and counting the bytes alone. */
  readonly inflateMs: number
  readonly inflateCpuMs: number
}

const [, , journalPath = '', path = ''] = process.argv
const history = join(import.meta.dirname, '../../../out/main/history-worker.js')
const runner = createThreadRunner({ workerFiles: { history } })
const queue = createJobQueue(runner)
loadJournalStore(journalPath).close()

const IDLE_MS = 3_000

async function measure<T>(action: () => Promise<T>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const result = await action()
  const ms = performance.now() - startedAt
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  return { result, ms, cpuMs: (user + system) / 1000, longestPauseMs: delay.max / 1e6 }
}

const orderOf = (session: string) => ({
  ...{ session, journalPath, paths: [path] },
  answers: { zone: 'Europe/London', 'drink:Drinks': 'water' },
  ...{ now: { at: statedAt, offsetMinutes: 0 }, timeZone: 'Europe/London' },
})

const idle = await measure(() => wait(IDLE_MS))
const before = process.memoryUsage.rss()
let highest = before
const timer = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss())
}, 5)
const reading = await measure(() => queue.run(historyJobs.previewHistory, orderOf('first')))
clearInterval(timer)
const { plan } = reading.result
const importing = await measure(() => queue.run(historyJobs.runHistory, { ...orderOf('first'), plan }))
const again = await queue.run(historyJobs.previewHistory, orderOf('second'))
await runner.close()
let bytes = 0
const inflating = await measure(async () => {
  const files = await openHistoryFiles([path])
  for (const file of files.list) for await (const chunk of await file.open()) bytes += chunk.length
  await files.close()
})
if (bytes === 0) throw new Error('the export is empty')
const run: HistoryRun = {
  ...{ previewMs: reading.ms, previewCpuMs: reading.cpuMs, highestMb: (highest - before) / 1024 / 1024 },
  ...{ longestPauseMs: reading.longestPauseMs, idlePauseMs: idle.longestPauseMs, importMs: importing.ms },
  added: importing.result.added,
  addedAgain: again.months.reduce((sum, month) => sum + month.new + month.updated, 0),
  ...{ inflateMs: inflating.ms, inflateCpuMs: inflating.cpuMs },
}
console.log(JSON.stringify(run))
