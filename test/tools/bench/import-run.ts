/**
 * `import-run.ts JOURNAL FILE...`, run by the bench in a process of its own. The app's built worker previews and imports
 * the files, into a new journal if there is none, while a drink is stored every 500 ms. Prints the durations and the
 * peak memory growth of the process in MB, as JSON.
 */
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { createJobQueue } from '../../../main/jobs/job-queue.ts'
import { createThreadRunner } from '../../../main/jobs/run-in-threads.ts'
import { transferJobs } from '../../../main/services/transfer/transfer-jobs.ts'
import { createBusyRetry } from '../../../main/store/busy-retry.ts'
import { loadJournalStore } from '../../../main/store/journal-store.ts'
import { statedAt } from '../../e2e/surroundings.ts'
import { fluidDraft } from '../../shared/kinds/drafts.ts'

export interface ImportRun {
  readonly previewMs: number
  readonly importMs: number
  readonly highestMb: number
  /** Longest wait of an entry stored during the import, from the call to the commit. */
  readonly longestWaitMs: number
  /** Longest block of the event loop in the thread that answers the page. */
  readonly longestPauseMs: number
}

const WRITE_EVERY_MS = 500

const [, , journalPath = '', ...paths] = process.argv
const journal = loadJournalStore(journalPath)
const archive = join(import.meta.dirname, '../../../out/main/archive-worker.js')
const queue = createJobQueue(createThreadRunner({ workerFiles: { archive } }))
/** Thousandths of the import that are done. */
let importDone = 0
const line = createBusyRetry({ isOwnWork: queue.isBusy })
const order = {
  journalPath,
  paths,
  passphrase: null,
  answers: { dateOrder: null, decimalSign: null },
  changed: 'replace',
  now: { at: statedAt, offsetMinutes: 0 },
  timeZone: 'UTC',
} as const

/**
 * Stores a drink every `WRITE_EVERY_MS` once the import holds the journal's lock, which it takes after reading its files.
 * @returns the longest wait, in ms
 */
async function writeMeanwhile(isOver: () => boolean): Promise<number> {
  const waits: Promise<number>[] = []
  while (!isOver()) {
    await wait(WRITE_EVERY_MS)
    if (isOver() || importDone < 500) continue
    const askedAt = performance.now()
    const stored = Promise.resolve(line.run(() => journal.entries.add(fluidDraft(), statedAt)))
    waits.push(stored.then(() => performance.now() - askedAt))
  }
  return Math.max(0, ...(await Promise.all(waits)))
}

const before = process.memoryUsage.rss()
let highest = before
const timer = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss())
}, 5)
const startedAt = performance.now()
const preview = await queue.run(transferJobs.previewImport, order)
if (preview.state !== 'ready') throw new Error(JSON.stringify(preview))
const previewedAt = performance.now()
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
let importMs = Number.NaN
const importing = queue
  .run(
    transferJobs.runImport,
    { ...order, token: preview.plan.token },
    {
      onProgress: done => {
        importDone = done
      },
    },
  )
  .then(() => {
    importMs = performance.now() - previewedAt
  })
const [longestWaitMs] = await Promise.all([writeMeanwhile(() => !Number.isNaN(importMs)), importing])
delay.disable()
clearInterval(timer)
journal.close()
const run: ImportRun = {
  previewMs: previewedAt - startedAt,
  importMs,
  highestMb: (highest - before) / 1024 / 1024,
  longestWaitMs,
  longestPauseMs: delay.max / 1e6,
}
console.log(JSON.stringify(run))
