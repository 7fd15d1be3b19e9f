/** Figures of keeping the journal: files in, and backups beside the person's work. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { saveJsonCopy } from '../../main/keeping/export-tasks.ts'
import { surroundings } from '../e2e/surroundings.ts'
import { launchApp } from '../host/launch.ts'
import type { Folders } from './app-figures.ts'
import { type Figure, repeat } from './figures.ts'
import type { ImportRun } from './import-run.ts'
import { measurePauses } from './pauses.ts'

const IMPORTS = 3
const BACKUPS = 5

export async function measureKeeping(folders: Folders): Promise<Figure[]> {
  return [...(await measureImport(folders)), ...(await measureBackups(folders))]
}

/** Each time in a process of its own, whose memory nothing else has used before. */
async function measureImport({ tenYears, scratch }: Folders): Promise<Figure[]> {
  const file = join(scratch, 'ten-years.json')
  const journalPath = join(tenYears, 'journal.sqlite')
  await saveJsonCopy({ journalPath, folder: scratch, path: file, passphrase: null })
  const script = join(import.meta.dirname, 'import-run.ts')
  let count = 0
  const runs = await repeat(IMPORTS, async (): Promise<ImportRun> => {
    const target = join(scratch, `imported-${count++}.sqlite`)
    const { stdout } = await promisify(execFile)(process.execPath, [script, file, target])
    return JSON.parse(stdout)
  })
  return [
    { what: 'look at a file of ten years', runs: runs.map(({ previewMs }) => previewMs), unit: 'ms' },
    { what: 'import it into an empty journal', runs: runs.map(({ importMs }) => importMs), unit: 'ms' },
    { what: '  memory of both at its highest', runs: runs.map(({ highestMb }) => highestMb), unit: 'MB' },
  ]
}

async function measureBackups({ tenYears }: Folders): Promise<Figure[]> {
  const { page, electronApp, close } = await launchApp({ userData: tenYears, env: surroundings })
  const durations: number[] = []
  const backUp = () =>
    page.evaluate(async () => {
      const startedAt = performance.now()
      const reply = await window.unknot.backUpNow({})
      if (!reply.ok) throw new Error(reply.failure.message)
      return performance.now() - startedAt
    })
  const busy = await repeat(BACKUPS, () =>
    measurePauses(page, electronApp, async () => {
      durations.push(await backUp())
    }),
  )
  const idle = await repeat(BACKUPS, () =>
    measurePauses(page, electronApp, () => page.waitForTimeout(Math.max(...durations))),
  )
  await close()
  const doingNothing = 'the same while nothing is done'
  return [
    { what: 'back up ten years, read it back, list all backups', runs: durations, unit: 'ms' },
    {
      what: '  longest pause of the main process meanwhile',
      runs: busy.map(({ mainMs }) => mainMs),
      unit: 'ms',
      floor: { what: doingNothing, runs: idle.map(({ mainMs }) => mainMs) },
    },
    {
      what: '  longest pause of the page meanwhile',
      runs: busy.map(({ pageMs }) => pageMs),
      unit: 'ms',
      floor: { what: doingNothing, runs: idle.map(({ pageMs }) => pageMs) },
    },
  ]
}
