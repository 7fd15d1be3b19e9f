/** Readers of other programs' exports, in the order of recognition. A new reader is one line. */
import { appleHealthReader } from './apple-health.ts'
import { bearableReader } from './bearable.ts'
import { fitbitReader } from './fitbit.ts'
import { garminArchiveReader } from './garmin-archive.ts'
import { garminTableReader } from './garmin-table.ts'
import { healthConnectReader } from './health-connect.ts'
import type { HistoryFiles } from './history-files.ts'
import type { HistoryReader } from './reader.ts'
import { sleepAsAndroidReader } from './sleep-as-android.ts'
import { stravaReader } from './strava.ts'
import { tablesReader } from './tables.ts'
import { unusableTableReaders } from './unusable-tables.ts'
import { waterMinderReader } from './waterminder.ts'

/** Each with a scan of its own type, which only itself interprets. */
export const historyReaders: readonly HistoryReader<unknown>[] = [
  appleHealthReader,
  healthConnectReader,
  stravaReader,
  sleepAsAndroidReader,
  fitbitReader,
  garminArchiveReader,
  waterMinderReader,
  bearableReader,
  garminTableReader,
  ...unusableTableReaders,
  // Any table: after the readers of tables that are known.
  tablesReader,
]

/** The first reader that recognises the content; null for a file of any other program. */
export async function recogniseExport(
  files: HistoryFiles,
  readers: readonly HistoryReader<unknown>[] = historyReaders,
): Promise<HistoryReader<unknown> | null> {
  for (const reader of readers) if (await reader.recognise(files)) return reader
  return null
}
