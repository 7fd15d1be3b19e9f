/** Reader of Strava's archive: the table of activities in a zip, a folder, or by itself. */
import {
  findStravaColumns,
  interpretStrava,
  readStravaTable,
  type StravaScan,
} from '../../../shared/history/strava.ts'
import type { HistoryFiles } from './history-files.ts'
import { findTables, readRows } from './raw-rows.ts'
import { readHeader } from './read-table.ts'
import type { HistoryReader } from './reader.ts'
import { INCOMPLETE, refuseExport } from './refuse-export.ts'

const findActivities = (files: HistoryFiles) =>
  findTables(files, async file => findStravaColumns(await readHeader(file)) !== null)

const TRACK = /(?:^|\/)activities\/[^/]+\.(?:fit|gpx|tcx)(?:\.gz)?$/i

export const stravaReader: HistoryReader<StravaScan> = {
  id: 'strava',
  name: 'Strava',
  reads: 'training',
  recognise: async files => (await findActivities(files)).length > 0,
  async scan(files, onStep) {
    const tables = await findActivities(files)
    files.expect(tables)
    const activities: StravaScan['activities'][number][] = []
    const damaged: string[] = []
    for (const file of tables) {
      const [header = [], ...rows] = await readRows(file, files, onStep)
      const columns = findStravaColumns(header)
      const table = columns === null ? null : readStravaTable(columns, rows)
      if (table === null) throw refuseExport(INCOMPLETE)
      for (const activity of table.activities) activities.push(activity)
      damaged.push(...table.damaged)
    }
    return { activities, damaged, tracks: files.list.filter(({ name }) => TRACK.test(name)).length }
  },
  interpret: interpretStrava,
}
