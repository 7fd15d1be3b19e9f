/** Reader of Garmin Connect's list of activities, saved as a table. */
import {
  type GarminTableScan,
  interpretGarminTable,
  isGarminTable,
  readGarminTable,
} from '../../../shared/history/garmin-table.ts'
import type { HistoryFile, HistoryFiles } from './history-files.ts'
import { findFiles, readFirstRows, readRows } from './raw-rows.ts'
import type { HistoryReader } from './reader.ts'
import { INCOMPLETE, refuseExport } from './refuse-export.ts'

const isActivities = async (file: HistoryFile) => isGarminTable(await readFirstRows(file))
const findTables = (files: HistoryFiles) => findFiles(files, /^(?:[^/]+\/)?[^/]+\.csv$/i, isActivities)

export const garminTableReader: HistoryReader<GarminTableScan> = {
  id: 'garmin-table',
  name: 'Garmin Connect (table)',
  reads: 'training',
  recognise: async files => (await findTables(files)).length > 0,
  async scan(files, onStep) {
    const tables = await findTables(files)
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
