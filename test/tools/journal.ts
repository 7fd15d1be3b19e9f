/**
 * `npm run journal -- export FILE` and `npm run journal -- import FILE`: a whole journal out of the program and into it,
 * for people's own scripts. The format is documented in shared/archive/journal-file.ts.
 *
 * Takes the journal that the program opens, or with `--data FOLDER` the one of another data folder. Close the program
 * before an import: it would not notice.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readStatedTime, startClock } from '../../main/app/clock.ts'
import { withholdNewFiles } from '../../main/app/private-files.ts'
import { writeWhole } from '../../main/files/write-whole.ts'
import { findImportProblems, planImport } from '../../main/services/transfer/import-plan.ts'
import { refuse } from '../../main/services/transfer/journal-read.ts'
import { readImport } from '../../main/services/transfer/read-import.ts'
import { exportJournal, importJournal } from '../../main/services/transfer/transfer.ts'
import { describeRefusal, JournalRefused } from '../../main/store/journal-refused.ts'
import { createJournalStore } from '../../main/store/journal-store.ts'
import { openJournal } from '../../main/store/open.ts'
import type { ImportPreview } from '../../shared/archive/import-plan.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'

/** Where Electron keeps a program's data. */
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
  withholdNewFiles()
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
  const db = openJournal(path)
  try {
    const journal = createJournalStore(db)
    if (task === 'export') {
      const whole = exportJournal(journal)
      await writeWhole(file, `${JSON.stringify(whole, null, 2)}\n`)
      console.log(`Exported ${whole.entries.length} entries from ${path} to ${file}.`)
      return 0
    }
    const timeZone = clock.timeZone()
    const now = momentOfInstant(clock.now(), timeZone)
    const answers = { dateOrder: null, decimalSign: null }
    const read = readImport({ paths: [file], passphrase: null, answers, now, timeZone }, () => {})
    if (read.state !== 'read') return explain(file, read)
    const given = read.hasProfile ? read.file : { ...read.file, profile: journal.profile.get() }
    const plan = planImport(journal, given)
    const problems = findImportProblems(journal, given, plan, 'keep')
    if (problems.length > 0)
      return explain(
        file,
        refuse(problems.map(({ path: where, message }) => ({ place: read.placeOf(where), message }))),
      )
    importJournal(journal, given, { changed: 'keep', plan })
    const added = plan.entries.filter(({ fate }) => fate === 'new').length
    console.log(`Imported ${added} entries from ${file} into ${path}.`)
    if (added < plan.entries.length)
      console.log(`${plan.entries.length - added} were there already and stayed as they are.`)
    return 0
  } finally {
    db.close()
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
