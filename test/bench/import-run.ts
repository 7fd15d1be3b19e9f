/**
 * Run by the bench in a process of its own: `import-run.ts FILE JOURNAL`. Has the app's built worker look at a file and
 * import it into a new journal, and prints how long that took and by how many MB the process grew, at its highest.
 */
import { join } from 'node:path'
import { createJournal } from '../../main/journal/journal.ts'
import { openJournal } from '../../main/journal/open.ts'
import { createTaskRunner } from '../../main/keeping/task-runner.ts'

export interface ImportRun {
  readonly previewMs: number
  readonly importMs: number
  readonly highestMb: number
}

const [, , file = '', journalPath = ''] = process.argv
createJournal(openJournal(journalPath)).close()
const runner = createTaskRunner(join(import.meta.dirname, '../../out/main/keeping-worker.js'))
const order = {
  journalPath,
  paths: [file],
  passphrase: null,
  answers: { dateOrder: null, decimalSign: null },
  changed: 'keep',
  now: { at: Date.now(), offsetMinutes: 0 },
  timeZone: 'UTC',
} as const

const before = process.memoryUsage.rss()
let highest = before
const timer = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss())
}, 5)
const startedAt = performance.now()
const preview = await runner.run('previewImport', order)
if (preview.state !== 'ready') throw new Error(JSON.stringify(preview))
const previewedAt = performance.now()
await runner.run('runImport', { ...order, token: preview.plan.token })
clearInterval(timer)
const run: ImportRun = {
  previewMs: previewedAt - startedAt,
  importMs: performance.now() - previewedAt,
  highestMb: (highest - before) / 1024 / 1024,
}
console.log(JSON.stringify(run))
