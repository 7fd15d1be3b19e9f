/**
 * `history-run.ts EXPORT`, run by the bench in a process of its own: reads an export to its preview as the archive worker does,
 * after inflating it once without reading it. Prints a `HistoryRun` as JSON.
 */

import { appleHealthReader } from '../../../main/services/history/apple-health.ts'
import { openHistoryFiles } from '../../../main/services/history/open-files.ts'
import { interpretAppleHealth } from '../../../shared/history/apple-health.ts'
import { builtInLists } from '../../../shared/kinds/journal-lists.ts'
import { statedAt } from '../../e2e/surroundings.ts'

export interface HistoryRun {
  /** Wall time, and CPU time of all threads, of reading and interpreting. */
  readonly readMs: number
  readonly cpuMs: number
  /** The same of inflating and counting the bytes alone. */
  readonly inflateMs: number
  readonly inflateCpuMs: number
  /** Growth of the process's resident memory at its highest while reading. */
  readonly highestMb: number
  readonly entries: number
}

const [, , path = ''] = process.argv

async function measure(action: () => Promise<void>): Promise<{ ms: number; cpuMs: number }> {
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  await action()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 }
}

const before = process.memoryUsage.rss()
let highest = before
let entries = 0
const reading = await measure(async () => {
  const files = await openHistoryFiles([path])
  const scan = await appleHealthReader.scan(files, () => {
    highest = Math.max(highest, process.memoryUsage.rss())
  })
  await files.close()
  const answers = { zone: 'Europe/London', 'drink:Drinks': 'water' }
  const context = {
    ...{
      now: { at: statedAt, offsetMinutes: 0 },
      timeZone: 'Europe/London',
      lists: builtInLists,
      ownFactors: [],
    },
  }
  entries = interpretAppleHealth(scan, answers, context).entries.length
  highest = Math.max(highest, process.memoryUsage.rss())
})
let bytes = 0
const inflating = await measure(async () => {
  const files = await openHistoryFiles([path])
  for (const file of files.list) for await (const chunk of await file.open()) bytes += chunk.length
  await files.close()
})
if (bytes === 0) throw new Error('the export is empty')
const run: HistoryRun = {
  ...{ readMs: reading.ms, cpuMs: reading.cpuMs, inflateMs: inflating.ms, inflateCpuMs: inflating.cpuMs },
  ...{ highestMb: (highest - before) / 1024 / 1024, entries },
}
console.log(JSON.stringify(run))
