/** Reader of Garmin Connect's list of activities, saved as a table. */
import {
  type GarminTableScan,
  interpretGarminTable,
  isGarminTable,
  readGarminTable,
} from '../../../shared/history/garmin-table.ts'
import type { HistoryFiles } from './history-files.ts'
import { findTables, readFirstRows, readRows } from './raw-rows.ts'
import type { HistoryReader } from './reader.ts'
import { INCOMPLETE, refuseExport } from './refuse-export.ts'

const findActivities = (files: HistoryFiles) =>
  findTables(files, async file => isGarminTable(await readFirstRows(file)))

export const garminTableReader: HistoryReader<GarminTableScan> = {
  id: 'garmin-table',
  name: 'Garmin Connect (table)',
  reads: 'training',
  recognise: async files => (await findActivities(files)).length > 0,
  async scan(files, onStep) {
    const tables = await findActivities(files)
    files.expect(tables)
    const read: GarminTableScan[] = []
    for (const file of tables) {
      const table = readGarminTable(await readRows(file, files, onStep))
      if (table === null) throw refuseExport(INCOMPLETE)
      read.push(table)
    }
    return {
      rows: read.flatMap(({ rows }) => rows),
      numbers: read.flatMap(({ numbers }) => numbers),
      damaged: read.flatMap(({ damaged }) => damaged),
    }
  },
  interpret: interpretGarminTable,
}
