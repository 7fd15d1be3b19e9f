/** Helpers: CSV tables of a journal, and the import of such texts. */

import { formatCsv } from '../../../../main/files/csv.ts'
import { readCsvFiles } from '../../../../main/services/transfer/read-csv.ts'
import { tabulateFile } from '../../../../shared/archive/csv-tables.ts'
import type { CsvAnswers } from '../../../../shared/archive/import-plan.ts'
import type { JournalFile } from '../../../../shared/archive/journal-file.ts'

export const unanswered: CsvAnswers = { dateOrder: null, decimalSign: null }
/** Current time, later than any time that a property generates. */
export const LATER = { at: Date.UTC(2199, 0, 1), offsetMinutes: 0 }
export const BERLIN = 'Europe/Berlin'
export const place = { answers: unanswered, now: LATER, timeZone: BERLIN }

interface Text {
  readonly name: string
  readonly text: string
}

export const saveAll = (file: JournalFile, timeZone = BERLIN): Text[] =>
  tabulateFile(file, timeZone).map(({ record, table }) => ({
    name: `${record}.csv`,
    text: formatCsv(table).slice(1),
  }))

export const byId = (file: JournalFile) => ({
  ...file,
  entries: file.entries.toSorted((a, b) => a.id - b.id),
})

export function readAll(texts: readonly Text[], answers = unanswered, timeZone = BERLIN) {
  const files = texts.map((text, index) => ({
    ...text,
    from: index / texts.length,
    to: (index + 1) / texts.length,
  }))
  return readCsvFiles(files, { ...place, answers, timeZone }, () => {})
}

export function problemsOf(text: string) {
  const read = readAll([{ name: 'x.csv', text }])
  if (read.state !== 'refused') throw new Error(`it was ${read.state}`)
  return read.problems
}

export function entriesOf(text: string, answers = unanswered, timeZone = BERLIN) {
  const read = readAll([{ name: 'x.csv', text }], answers, timeZone)
  if (read.state !== 'read') throw new Error(JSON.stringify(read))
  return read.file.entries
}

export const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/** CSV table with one drink. */
export const drinkOn = (date: string, time = '14:00') =>
  `record,date,time,drink,volume_ml\nfluid,${quoted(date)},${quoted(time)},tea,200\n`
