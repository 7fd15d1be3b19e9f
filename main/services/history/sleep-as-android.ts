/** Reader of Sleep as Android: its zip, or the table in it. */
import {
  interpretSleepAsAndroid,
  isSleepHeader,
  readSleepTable,
  type SleepAsAndroidScan,
} from '../../../shared/history/sleep-as-android.ts'
import type { HistoryFiles } from './history-files.ts'
import { findTables, readRows } from './raw-rows.ts'
import { readHeader } from './read-table.ts'
import type { HistoryReader } from './reader.ts'
import { INCOMPLETE, refuseExport } from './refuse-export.ts'

const findRecords = (files: HistoryFiles) =>
  findTables(files, async file => isSleepHeader(await readHeader(file)))

export const sleepAsAndroidReader: HistoryReader<SleepAsAndroidScan> = {
  id: 'sleep-as-android',
  name: 'Sleep as Android',
  reads: 'nights',
  recognise: async files => (await findRecords(files)).length > 0,
  async scan(files, onStep) {
    const tables = await findRecords(files)
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
