/** Tables of known programs that hold no single night or session: recognised, so that the person hears what to use instead. */
import type { HistoryFile } from './history-files.ts'
import { findTables, readFirstRows } from './raw-rows.ts'
import type { HistoryReader } from './reader.ts'
import { refuseExport } from './refuse-export.ts'

interface UnusableTable {
  readonly id: string
  /** Refusal: the contents of the table, and the export to use instead. */
  readonly sentence: string
  /** @param rows the first rows, the header among them */
  test(rows: readonly (readonly string[])[], file: HistoryFile): boolean
}

/** `Aug 22-28`, `28. Juli - 3. Aug.`: days without a year, as Garmin writes a week. */
const DAYS_OF_A_WEEK =
  /^(?:\p{L}{3,}\.? \d{1,2}|\d{1,2}\.? (?:de )?\p{L}{3,}\.?) ?[-–] ?(?:\p{L}{3,}\.? )?\d{1,2}(?:\.? (?:de )?\p{L}{3,}\.?)?$/u
/** `7h 32min`, `7:32` */
const LENGTH = /^\d{1,2} ?h(?: ?\d{1,2} ?m(?:in)?)?$|^\d{1,2}:\d{2}(?: ?[ap]m)?$/i

/** Columns of Google Fit's days; they differ over the years. */
const FIT_COLUMNS = [
  ...['Move Minutes count', 'Calories (kcal)', 'Distance (m)', 'Heart Points', 'Step count'],
  ...['Low latitude (deg)', 'Average speed (m/s)', 'Walking duration (ms)'],
]

const unusable: readonly UnusableTable[] = [
  {
    id: 'garmin-sleep-weeks',
    sentence:
      'This table of Garmin Connect has averages of whole weeks, and dates without a year. It holds no single night. Ask Garmin for your account data instead.',
    test: ([header = [], ...rows]) =>
      header.length <= 12 &&
      rows.length > 0 &&
      rows.filter(([week = '']) => DAYS_OF_A_WEEK.test(week.trim())).length * 2 > rows.length &&
      rows.some(cells => cells.some(cell => LENGTH.test(cell.trim()))),
  },
  {
    id: 'google-fit-days',
    sentence: "Google Fit's daily file has no times. Use Health Connect.",
    // Its files of quarters of an hour begin with a start time instead.
    test: ([header = []], { name }) =>
      header[0] === 'Date'
        ? FIT_COLUMNS.filter(column => header.includes(column)).length >= 3
        : /(?:^|\/)Daily activity metrics\.csv$/.test(name) &&
          header.some(cell => /\(ms\)$/.test(cell.trim())),
  },
]

export const unusableTableReaders: readonly HistoryReader<never>[] = unusable.map(
  ({ id, sentence, test }) => ({
    id,
    // Not among the programs that can be read.
    name: null,
    reads: 'nothing',
    recognise: async files =>
      (await findTables(files, async file => test(await readFirstRows(file), file))).length > 0,
    scan: () => Promise.reject(refuseExport(`${sentence} Nothing was imported.`)),
    interpret: scan => scan,
  }),
)
