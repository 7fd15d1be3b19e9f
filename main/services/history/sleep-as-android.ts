/** Reader of Sleep as Android: its zip, or the table in it. */
import {
  interpretSleepAsAndroid,
  isSleepHeader,
  readSleepTable,
  type SleepAsAndroidScan,
} from '../../../shared/history/sleep-as-android.ts'
import type { HistoryFiles } from './history-files.ts'
import { findFiles, readRows } from './raw-rows.ts'
import { readHeader } from './read-table.ts'
import type { HistoryReader } from './reader.ts'
import { INCOMPLETE, refuseExport } from './refuse-export.ts'

const findTables = (files: HistoryFiles) =>
  findFiles(files, /^(?:[^/]+\/)?[^/]+\.csv$/i, async file => isSleepHeader(await readHeader(file)))

export const sleepAsAndroidReader: HistoryReader<SleepAsAndroidScan> = {
  id: 'sleep-as-android',
  name: 'Sleep as Android',
  reads: 'nights',
  recognise: async files => (await findTables(files)).length > 0,
  async scan(files, onStep) {
    const tables = await findTables(files)
    files.expect(tables)
    const records: SleepAsAndroidScan['records'][number][] = []
    for (const file of tables) {
      const table = readSleepTable(await readRows(file, files, onStep))
      if (table === null) throw refuseExport(INCOMPLETE)
      for (const record of table.records) records.push(record)
    }
    return { records }
  },
  interpret: interpretSleepAsAndroid,
}
