/**
 * `npm run journal -- export FILE` and `npm run journal -- import FILE`: a whole journal out of the program and into it,
 * for people's own scripts. The format is documented in shared/archive/journal-file.ts. An import makes a safety copy
 * first and reviews the warning cards after, as in the window.
 *
 * Takes the journal that the program opens, or with `--data FOLDER` the one of another data folder. Close the program
 * before an import: it would not notice.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readStatedTime, startClock } from '../../main/app/clock.ts'
import { restrictNewFiles } from '../../main/app/private-files.ts'
import { createJobQueue } from '../../main/jobs/job-queue.ts'
import { createInProcessRunner } from '../../main/jobs/run-in-process.ts'
import { archivePerforms } from '../../main/services/archive-performs.ts'
import { createBackups, getFolderSettingPath } from '../../main/services/backups/backups.ts'
import { createFolderSetting } from '../../main/services/backups/folder-setting.ts'
import { createServices } from '../../main/services/services.ts'
import { createImportService } from '../../main/services/transfer/import-service.ts'
import { transferJobs } from '../../main/services/transfer/transfer-jobs.ts'
import { createBusyRetry } from '../../main/store/busy-retry.ts'
import { openCurrentJournal } from '../../main/store/current-journal.ts'
import { describeRefusal, JournalRefused } from '../../main/store/journal-refused.ts'
import type { ImportPreview } from '../../shared/archive/import-plan.ts'

/** Electron's default user-data folder. */
function getUsualFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Unknot')
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Unknot')
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Unknot')
}

type NotRead = Exclude<ImportPreview, { state: 'ready' }>

function explain(file: string, read: NotRead): number {
  switch (read.state) {
    case 'refused': {
      for (const { place, message } of read.problems)
        console.error(place === '' ? message : `${place}: ${message}`)
      const more = read.problemCount - read.problems.length
      if (more > 0) console.error(`... and ${more} more.`)
      console.error(`Nothing was imported: ${read.problemCount} in ${file} to put right.`)
      break
    }
    case 'asks':
      for (const { sample } of read.questions)
        console.error(
          `${sample} can be read in two ways. Import this file in the program, which asks what is meant.`,
        )
      break
    case 'locked':
      console.error('This file is locked with a passphrase. Import it in the program, which asks for it.')
      break
    case 'cancelled':
      break
  }
  return 1
}

async function run(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, now: { type: 'string' }, zone: { type: 'string' } },
  })
  restrictNewFiles()
  const stated = readStatedTime(process.argv, false)
  if (typeof stated === 'string') {
    console.error(stated)
    return 2
  }
  const clock = startClock(stated)
  const [task, file, ...more] = positionals
  if ((task !== 'export' && task !== 'import') || file === undefined || more.length > 0) {
    console.error('Usage: npm run journal -- export|import FILE [--data FOLDER]')
    return 2
  }
  const path = join(values.data ?? getUsualFolder(), 'journal.sqlite')
  if (task === 'export' && !existsSync(path)) {
    console.error(`There is no journal at ${path}.`)
    return 1
  }
  const current = openCurrentJournal(path, clock, () => {})
  const store = current.get()
  if (store instanceof JournalRefused) throw store
  const queue = createJobQueue(createInProcessRunner({ archive: archivePerforms }))
  try {
    if (task === 'export') {
      await queue.run(transferJobs.saveJsonCopy, { journalPath: path, path: file, passphrase: null })
      console.log(`Exported ${store.entries.listArchived().length} entries from ${path} to ${file}.`)
      return 0
    }
    const imports = createImportService({
      ...createServices(store, clock),
      journalPath: path,
      queue,
      busyRetry: createBusyRetry({ isOwnWork: queue.isBusy }),
      backups: createBackups({
        ...{ current, queue, clock },
        ownFolder: createFolderSetting(getFolderSettingPath(path)),
      }),
    })
    const choices = {
      passphrase: null,
      answers: { dateOrder: null, decimalSign: null },
      changed: 'keep',
    } as const
    const preview = await imports.preview([file], choices)
    if (preview.state !== 'ready') return explain(file, preview)
    const result = await imports.run([file], { ...choices, token: preview.plan.token })
    if (result.state !== 'ready') return explain(file, result)
    const kinds = Object.values(result.plan.kinds)
    const added = kinds.reduce((sum, outcome) => sum + outcome.new, 0)
    const kept = kinds.reduce((sum, { same, changed }) => sum + same + changed, 0)
    console.log(`Imported ${added} entries from ${file} into ${path}.`)
    if (kept > 0) console.log(`${kept} were there already and stayed as they are.`)
    return 0
  } finally {
    current.close()
  }
}

run().then(
  status => {
    process.exitCode = status
  },
  error => {
    if (error instanceof JournalRefused) console.error(describeRefusal(error))
    else console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  },
)
