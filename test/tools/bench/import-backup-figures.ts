/** Benchmarks of import, and of backups during the person's work. */
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { saveJsonCopy, saveTables } from '../../../main/services/transfer/export-tasks.ts'
import { copyJournal } from '../../../main/store/journal-copy.ts'
import { statedTime, surroundings } from '../../e2e/surroundings.ts'
import { launchApp } from '../../host/launch.ts'
import type { Folders } from './app-figures.ts'
import { type Figure, repeat } from './figures.ts'
import type { ImportRun } from './import-run.ts'
import { measurePauses } from './pauses.ts'

const IMPORTS = 3
const BACKUPS = 5

export async function measureImportAndBackup(folders: Folders): Promise<Figure[]> {
  return [...(await measureImports(folders)), ...(await measureBackups(folders))]
}

/** Import of both formats, into an empty journal and into the one from which the files were exported. */
async function measureImports({ tenYears, scratch }: Folders): Promise<Figure[]> {
  const journalPath = join(tenYears, 'journal.sqlite')
  const json = join(scratch, 'ten-years.json')
  const tables = join(scratch, 'tables')
  await saveJsonCopy({ journalPath, path: json, passphrase: null })
  await saveTables({ journalPath, path: tables, passphrase: null, timeZone: 'Europe/Berlin' })
  const files = { JSON: [json], CSV: readdirSync(tables).map(name => join(tables, name)) }
  const figures: Figure[] = []
  for (const format of ['JSON', 'CSV'] as const) {
    figures.push(
      ...(await measureImport(`ten years of ${format} into an empty journal`, files[format], scratch)),
    )
    figures.push(
      ...(await measureImport(`${format} again into the same`, files[format], scratch, journalPath)),
    )
  }
  return figures
}

/**
 * Import in a fresh process per run, because freed memory of earlier work would be reused unseen.
 *
 * @param source journal to import into; undefined for a new one
 */
async function measureImport(
  what: string,
  files: readonly string[],
  scratch: string,
  source?: string,
): Promise<Figure[]> {
  const script = join(import.meta.dirname, 'import-run.ts')
  const runs = await repeat(IMPORTS, async (): Promise<ImportRun> => {
    const target = join(scratch, `${randomUUID()}.sqlite`)
    if (source !== undefined) await copyJournal(source, target)
    const { stdout } = await promisify(execFile)(process.execPath, [script, target, ...files])
    return JSON.parse(stdout)
  })
  return [
    { what: `look at ${what}`, runs: runs.map(({ previewMs }) => previewMs), unit: 'ms' },
    { what: '  import it', runs: runs.map(({ importMs }) => importMs), unit: 'ms' },
    { what: '  memory of both at its highest', runs: runs.map(({ highestMb }) => highestMb), unit: 'MB' },
    {
      what: '  longest wait of an entry written meanwhile',
      runs: runs.map(({ longestWaitMs }) => longestWaitMs),
      unit: 'ms',
    },
    {
      what: '  longest pause of the main process meanwhile',
      runs: runs.map(({ longestPauseMs }) => longestPauseMs),
      unit: 'ms',
    },
  ]
}

async function measureBackups({ tenYears }: Folders): Promise<Figure[]> {
  const { page, electronApp, close } = await launchApp({
    userData: tenYears,
    args: statedTime(),
    env: surroundings,
  })
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
