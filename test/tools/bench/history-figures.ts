/** Benchmarks of reading another program's export: an Apple Health export of a gigabyte. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeAppleExport } from './apple-export.ts'
import { type Figure, repeat } from './figures.ts'
import type { HistoryRun } from './history-run.ts'

const RUNS = 3
const XML_BYTES = 1e9
const BYTES_PER_MB = 1e6

/** Fresh process per run, because freed memory of earlier work would be reused unseen. */
export async function measureHistory(scratch: string): Promise<Figure[]> {
  const path = join(scratch, 'apple-health.zip')
  const bytes = await writeAppleExport(path, XML_BYTES)
  const script = join(import.meta.dirname, 'history-run.ts')
  const runs = await repeat(RUNS, async (): Promise<HistoryRun> => {
    const journal = join(scratch, `${randomUUID()}.sqlite`)
    const { stdout } = await promisify(execFile)(process.execPath, [script, journal, path])
    return JSON.parse(stdout)
  })
  rmSync(path)
  const perSecond = (ms: number) => bytes / BYTES_PER_MB / (ms / 1000)
  const what = `${(bytes / 1e9).toFixed(2)} GB of Apple Health`
  const inflating = 'inflating and counting it alone'
  const [first] = runs
  return [
    {
      what: `read ${what} to its preview`,
      runs: runs.map(({ previewMs }) => previewMs),
      unit: 'ms',
      floor: { what: inflating, runs: runs.map(({ inflateMs }) => inflateMs) },
    },
    {
      what: '  per second of one core, inflating included',
      runs: runs.map(({ previewCpuMs }) => perSecond(previewCpuMs)),
      unit: 'MB/s',
      floor: { what: inflating, runs: runs.map(({ inflateCpuMs }) => perSecond(inflateCpuMs)) },
    },
    { what: '  memory of it at its highest', runs: runs.map(({ highestMb }) => highestMb), unit: 'MB' },
    {
      what: '  longest pause of the main process meanwhile',
      runs: runs.map(({ longestPauseMs }) => longestPauseMs),
      unit: 'ms',
      floor: { what: 'the same while nothing is done', runs: runs.map(({ idlePauseMs }) => idlePauseMs) },
    },
    {
      what: `  import it, ${first?.added} entries; again it adds ${first?.addedAgain}`,
      runs: runs.map(({ importMs }) => importMs),
      unit: 'ms',
    },
  ]
}
