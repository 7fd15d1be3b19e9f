/** Tables of known programs that cannot be entries: recognised, so that the person hears why, and what to use instead. */
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

/** Columns of Health Auto Export and of Medisafe. */
const DOSE_COLUMNS = [
  ['Scheduled Date', 'Medication', 'Dosage', 'Status'],
  ['Recorded on', 'Scheduled for', 'Name', 'Value'],
]
/** Columns of Migraine Buddy, below a table about the person. */
const HEADACHE_COLUMNS = ['#', 'Started', 'Lasted', 'Pain Level']

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
    id: 'samsung-health',
    // Above the header is a line of its own, and times are UTC with the offset in another column.
    sentence:
      'Unknot does not read the tables of Samsung Health. In Samsung Health turn on Health Connect, and export from there.',
    test: ([first = []]) => first.some(cell => /^com\.samsung\./.test(cell.trim())),
  },
  {
    id: 'doses',
    sentence:
      'Unknot does not read lists of doses. Write down when each medicine was started, changed or stopped, and what you take as needed.',
    test: ([header = []]) => DOSE_COLUMNS.some(columns => columns.every(column => header.includes(column))),
  },
  {
    id: 'migraine-buddy',
    sentence: 'This is a list of headaches, which a journal of cramps has no place for.',
    test: rows => rows.some(cells => HEADACHE_COLUMNS.every(column => cells.includes(column))),
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
