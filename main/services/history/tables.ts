/** Reader of any table (CSV), and of the folder of tables that Loop Habit Tracker exports. */
import { findKnownTable, LOOP_HEADER } from '../../../shared/history/known-tables.ts'
import { describeColumns, type Table, type TableRow, type TableScan } from '../../../shared/history/table.ts'
import { interpretTable } from '../../../shared/history/table-mapping.ts'
import type { OnStep } from '../../jobs/job.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { joinTables, listTableFiles, MOST_TABLES, readHeader, readTable } from './read-table.ts'
import type { HistoryReader } from './reader.ts'
import { refuseExport } from './refuse-export.ts'

export const tablesReader: HistoryReader<TableScan> = {
  id: 'table',
  name: null,
  reads: 'cramps, drinks, activities, nights and your own things',
  async recognise(files) {
    if (findLoopFiles(files) !== null) return true
    for (const file of listTableFiles(files).slice(0, MOST_TABLES))
      if ((await readHeader(file)).length > 0) return true
    return false
  },
  async scan(files, onStep) {
    const loop = findLoopFiles(files)
    if (loop !== null) return { tables: [await readLoop(loop, files, onStep)] }
    const found = listTableFiles(files)
    if (found.length > MOST_TABLES)
      throw refuseExport(
        `${found.length} of these files may be tables. Choose at most ${MOST_TABLES}, or just the one you need.`,
      )
    files.expect(found)
    const tables: Table[] = []
    for (const file of found) tables.push(await readTable(file, files, onStep))
    if (tables.every(({ rows, badLines }) => rows.length + badLines.length === 0))
      throw refuseExport('This table has names of columns, and no lines below them. Nothing was imported.')
    const dated = joinTables(tables).filter(hasDates)
    if (dated.length === 0)
      throw refuseExport(
        'No column of this table holds a date that Unknot can read, such as 2026-11-20. Nothing was imported.',
      )
    return { tables: dated }
  },
  interpret: interpretTable,
}

/** True for the tables of known programs as well: dates of theirs that cannot be read are left out one by one. */
const hasDates = (table: Table): boolean =>
  findKnownTable(table) !== null ||
  table.columns.some(({ sorts }) =>
    sorts.some(sort => ['instant', 'epoch', 'date-time', 'date'].includes(sort)),
  )

interface LoopFiles {
  readonly habits: HistoryFile
  /** Marks of one habit, in a folder called by its position and name: `001 Stretch`. */
  readonly marks: readonly {
    readonly file: HistoryFile
    readonly position: number
    readonly folder: string
  }[]
}

function findLoopFiles({ list }: HistoryFiles): LoopFiles | null {
  const habits = list.find(({ name }) => /(?:^|\/)Habits\.csv$/.test(name))
  const root = habits?.name.replace(/Habits\.csv$/, '') ?? ''
  const marks = list.flatMap(file => {
    const [, position, folder = ''] =
      /^(\d{3,}) ([^/]*)\/Checkmarks\.csv$/.exec(file.name.slice(root.length)) ?? []
    return position !== undefined && file.name.startsWith(root)
      ? [{ file, position: Number(position), folder }]
      : []
  })
  return habits === undefined || marks.length === 0 ? null : { habits, marks }
}

/** Marks of all habits as one table. The joint `Checkmarks.csv` of the export has names without quotes, and is not used. */
async function readLoop({ habits, marks }: LoopFiles, files: HistoryFiles, onStep: OnStep): Promise<Table> {
  files.expect([habits, ...marks.map(({ file }) => file)])
  const facts = await readTable(habits, files, onStep)
  const read = (row: TableRow | undefined, column: string) => row?.cells[facts.header.indexOf(column)] ?? ''
  const rows: TableRow[] = []
  for (const { file, position, folder } of marks) {
    const habit = facts.rows.find(row => Number(read(row, 'Position')) === position)
    const name = read(habit, 'Name').trim() || folder
    const table = await readMarks(file, files, onStep)
    for (const { line, cells } of table)
      rows.push({ line, cells: [name, cells[0] ?? '', cells[1] ?? '', cells[2] ?? '', read(habit, 'Type')] })
  }
  const header = [...LOOP_HEADER]
  return {
    ...{ name: habits.name, header, columns: describeColumns(header, rows), rows },
    badLines: [],
    isOldEncoding: false,
  }
}

/** Rows of one habit: date, mark and notes. Exports of 2020 and before have no header. */
async function readMarks(
  file: HistoryFile,
  files: HistoryFiles,
  onStep: OnStep,
): Promise<readonly TableRow[]> {
  const { rows } = await readTable(file, files, onStep, ['Date', 'Value', 'Notes'])
  return rows
}
