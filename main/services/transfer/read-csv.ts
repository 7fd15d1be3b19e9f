/** Import of CSV tables, also as edited and saved by spreadsheets. */

import { type CsvSheet, readTables } from '../../../shared/archive/csv-reading.ts'
import { type CsvAnswers, type ImportProblem, PROBLEMS_COUNTED } from '../../../shared/archive/import-plan.ts'
import { checkJournalFile } from '../../../shared/archive/journal-file.ts'
import { SEPARATOR_LINE } from '../../../shared/csv/delimiter.ts'
import { MAX_RECORDS_IN_FILE, MAX_TABLE_COLUMNS } from '../../../shared/kinds/limits.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { parseCsv } from '../../files/csv.ts'
import { type OnStep, partOf } from '../../jobs/job.ts'
import { type JournalRead, refuse } from './journal-read.ts'
import type { CsvText } from './table-bundle.ts'

export interface CsvPlace {
  readonly answers: CsvAnswers
  readonly now: Moment
  readonly timeZone: string
}

/** @param texts a lazy sequence: one text is in memory at a time */
export function readCsvFiles(texts: Iterable<CsvText>, place: CsvPlace, onStep: OnStep): JournalRead {
  const reading = partOf(onStep, 0, 0.5)
  const problems: ImportProblem[] = []
  let reached: OnStep = reading
  function* cutAll(): Generator<CsvSheet> {
    for (const { name, text, from, to } of texts) {
      reading(from, 1)
      const sheet = cutIntoCells(name, text, problems)
      reached = partOf(reading, from, to)
      if (sheet !== null) yield sheet
    }
  }
  const read = readTables(cutAll(), { ...place, onRow: (done, total) => reached(done, total) })
  if (problems.length > 0) return refuse(read.state === 'refused' ? problems.concat(read.problems) : problems)
  if (read.state === 'refused') return refuse(read.problems)
  if (read.state === 'asks') return { state: 'asks', questions: [...read.questions] }
  const { hasProfile, placeOf } = read
  const parsed = checkJournalFile(read.json, place.now, {
    mostProblems: PROBLEMS_COUNTED,
    onItem: partOf(onStep, 0.5, 1),
  })
  if (parsed.ok) return { state: 'read', file: parsed.file, hasProfile, placeOf }
  return refuse(parsed.problems.map(({ path, message }) => ({ place: placeOf(path), message })))
}

const delimiters = [',', ';', '\t']

/** Name of the first column of every table of Unknot, at the start of its line. */
const FIRST_COLUMN = /^"?\s*record\b/i

/** True for the text of a table of Unknot, also one that lost columns or lines. */
export const isTableOfUnknot = (text: string): boolean => FIRST_COLUMN.test(text.replace(SEPARATOR_LINE, ''))

function cutIntoCells(name: string, given: string, problems: ImportProblem[]): CsvSheet | null {
  const text = given.replace(/^\uFEFF+/, '')
  const told = SEPARATOR_LINE.exec(text)
  const body = told === null ? text : text.slice(told[0].length)
  const headerLine = told === null ? 1 : 2
  const [firstLine = ''] = /^.*/.exec(body) ?? []
  const delimiter = told?.[1] ?? delimiters.find(sign => firstLine.includes(sign))
  const say = (line: number, message: string) => problems.push({ place: `${name}, line ${line}`, message })
  if (delimiter === undefined || !FIRST_COLUMN.test(firstLine)) {
    say(
      headerLine,
      'This is not a table of Unknot: its first line must name the columns, beginning with record.',
    )
    return null
  }
  const { rows, broken, hasMore } = parseCsv(body, delimiter, MAX_RECORDS_IN_FILE)
  for (const { line, message } of broken.slice(0, PROBLEMS_COUNTED)) say(line + headerLine - 1, message)
  if (hasMore) say(headerLine, 'This table has more lines than any journal would.')
  if (broken.length > 0 || hasMore) return null
  const [first, ...others] = rows
  const header = trimEnd(first?.cells.map(toColumnName) ?? [])
  if (header.length > MAX_TABLE_COLUMNS) {
    say(
      headerLine,
      `This line names ${header.length} columns. No table of Unknot has more than ${MAX_TABLE_COLUMNS}.`,
    )
    return null
  }
  return {
    name,
    delimiter,
    header,
    headerLine,
    rows: headerLine === 1 ? others : others.map(row => ({ ...row, line: row.line + 1 })),
  }
}

/** `Volume ml` and `volume-ml` name the column `volume_ml`. */
const toColumnName = (cell: string) =>
  cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

/** Drops trailing empty cells, which some spreadsheets add. */
const trimEnd = (cells: readonly string[]) => cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1)
