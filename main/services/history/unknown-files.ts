/** Refusal of files that no reader recognises. Where their first bytes show what they are, it says what to choose instead. */
import type { CallFailure } from '../../files/failures.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import type { HistoryReader } from './reader.ts'
import { refuseExport } from './refuse-export.ts'

/** Bytes in which formats name themselves. */
const HEAD_BYTES = 512

interface Format {
  test(head: Buffer): boolean
  readonly sentence: (name: string) => string
}

const startsWith =
  (...mark: readonly number[]) =>
  (head: Buffer) =>
    head.subarray(0, mark.length).equals(Buffer.from(mark))

const SINGLE_RECORDING =
  'This is the recording of one activity. Unknot reads the list of all of them: choose the whole archive of Strava or Garmin, or the table (CSV) of your activities.'

const formats: readonly Format[] = [
  // Within a zip or a folder: a chosen zip is opened.
  {
    test: startsWith(0x50, 0x4b, 0x03, 0x04),
    sentence: name => `There is another zip inside, “${name}”. Unpack this one, and choose that one.`,
  },
  {
    test: startsWith(0x1f, 0x8b),
    sentence: name => `“${name}” is packed (gzip). Unpack it, and choose what was in it.`,
  },
  {
    test: head =>
      head.toString('latin1', 8, 12) === '.FIT' ||
      /<(?:gpx|TrainingCenterDatabase)[\s>]/i.test(head.toString('latin1')),
    sentence: () => SINGLE_RECORDING,
  },
]

/** A workbook or document is a zip with this file in it. */
const OFFICE_FILE = '[Content_Types].xml'

/** Most files whose first bytes are looked at. */
const MOST_LOOKED_AT = 20

/** @param readers those that have not recognised it */
export async function refuseUnknown(
  { list }: HistoryFiles,
  readers: readonly HistoryReader<unknown>[],
): Promise<CallFailure> {
  const sentence = (await findSentence(list)) ?? listPrograms(readers)
  return refuseExport(`${sentence} Nothing was imported.`)
}

async function findSentence(list: readonly HistoryFile[]): Promise<string | null> {
  const [first] = list
  if (first === undefined) return 'There is no file in it.'
  if (list.every(({ size }) => size === 0))
    return list.length === 1 ? `“${first.name}” is empty. Export it again.` : 'All its files are empty.'
  if (list.some(({ name }) => name === OFFICE_FILE))
    return 'This is an Excel or Word file. Open it, save its table as CSV, and choose that file.'
  for (const file of list.slice(0, MOST_LOOKED_AT)) {
    const head = await file.readHead(HEAD_BYTES)
    const format = formats.find(({ test }) => test(head))
    if (format !== undefined) return format.sentence(file.name)
  }
  return null
}

function listPrograms(readers: readonly HistoryReader<unknown>[]): string {
  const names = new Set(readers.flatMap(({ name }) => name?.replace(/ \(.*\)$/, '') ?? []))
  return `Unknot does not know this file. It reads exports of ${[...names].join(', ')}, and tables (CSV) with the names of the columns in the first line.`
}
