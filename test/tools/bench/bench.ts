/**
 * `npm run bench`: speed and memory of the program as medians of several runs, each with its lower bound.
 * Other load on the machine widens the ranges. `npm run bench -- history` measures only the reading of an export.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from '../../host/built-app.ts'
import { getTestHost } from '../../host/host.ts'
import { measureAnalysis } from './analysis-figures.ts'
import { measureApp } from './app-figures.ts'
import { formatFigures } from './figures.ts'
import { measureHistory } from './history-figures.ts'
import { measureImportAndBackup } from './import-backup-figures.ts'
import { makeYears, storeJournal } from './journals.ts'
import { measureWholeJournal } from './whole-journal-figures.ts'

process.exitCode = process.argv.includes('history') ? await benchHistory() : await bench()

async function benchHistory(): Promise<number> {
  const built = await ensureBuilt()
  if (built !== 0) return built
  const scratch = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  try {
    console.log(formatFigures(await measureHistory(scratch)))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return 0
}

async function bench(): Promise<number> {
  const built = await ensureBuilt()
  if (built !== 0) return built
  const scratch = mkdtempSync(join(tmpdir(), 'unknot-bench-'))
  try {
    const folders = { tenYears: join(scratch, 'ten-years'), empty: join(scratch, 'empty'), scratch }
    const tenYears = makeYears(10)
    const file = storeJournal(folders.tenYears, tenYears)
    storeJournal(folders.empty, null)
    const cores = cpus()
    console.log(`${(await getTestHost()).description} Node ${process.versions.node}.`)
    console.log(`${cores.length} cores, ${cores[0]?.model.trim() ?? 'unknown'}.`)
    console.log(`Ten years are ${tenYears.entries.length} entries.\n`)
    const analysis = await measureAnalysis(file, scratch)
    const app = await measureApp(folders)
    const keeping = await measureImportAndBackup(folders)
    const wholeJournal = await measureWholeJournal(folders)
    const history = await measureHistory(scratch)
    console.log(formatFigures([...app, ...keeping, ...wholeJournal, ...history, ...analysis]))
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  return 0
}
