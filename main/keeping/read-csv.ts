/** Tables as they come out of a spreadsheet. */
import { checkJournalFile } from '../../shared/journal/journal-file.ts'
import { type CsvSheet, readTables } from '../../shared/keeping/csv-reading.ts'
import type { CsvAnswers, ImportProblem } from '../../shared/keeping/import-plan.ts'
import type { Moment } from '../../shared/time/moment.ts'
import { parseCsv } from '../report/csv.ts'
import { type JournalRead, refuse } from './read-import.ts'

export interface CsvPlace {
  readonly answers: CsvAnswers
  readonly now: Moment
  readonly timeZone: string
}

export function readCsvFiles(
  texts: readonly { readonly name: string; readonly text: string }[],
  place: CsvPlace,
): JournalRead {
  const problems: ImportProblem[] = []
  const sheets = texts.flatMap(({ name, text }) => cutIntoCells(name, text, problems) ?? [])
  if (problems.length > 0) return refuse(...problems)
  const read = readTables(sheets, place)
  if (read.state === 'refused') return refuse(...read.problems)
  if (read.state === 'asks') return { state: 'asks', questions: [...read.questions] }
  const { hasProfile, placeOf } = read
  const parsed = checkJournalFile(read.json, place.now)
  if (parsed.ok) return { state: 'read', file: parsed.file, hasProfile, placeOf }
  return refuse(...parsed.problems.map(({ path, message }) => ({ place: placeOf(path), message })))
}

const delimiters = [',', ';', '\t']

function cutIntoCells(name: string, text: string, problems: ImportProblem[]): CsvSheet | null {
  const [firstLine = ''] = text.split(/\r\n|\r|\n/, 1)
  const delimiter = delimiters.find(sign => firstLine.split(sign).length > 1)
  if (delimiter === undefined || !/^"?record"?/.test(firstLine)) {
    problems.push({
      place: `${name}, line 1`,
      message: 'This is not a table of Unknot: its first line must name the columns, beginning with record.',
    })
    return null
  }
  const { rows, broken } = parseCsv(text, delimiter)
  for (const { line, message } of broken) problems.push({ place: `${name}, line ${line}`, message })
  const [header, ...others] = rows
  return { name, delimiter, header: header?.cells.map(cell => cell.trim()) ?? [], rows: others }
}
