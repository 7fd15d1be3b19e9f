/** Reader of WaterMinder's log. */
import type { TableScan } from '../../../shared/history/table.ts'
import { interpretWaterMinder, isWaterMinder } from '../../../shared/history/waterminder.ts'
import { hasTableOf, readTablesOf } from './read-table.ts'
import type { HistoryReader } from './reader.ts'

export const waterMinderReader: HistoryReader<TableScan> = {
  id: 'waterminder',
  name: 'WaterMinder',
  reads: 'drinks',
  recognise: files => hasTableOf(files, isWaterMinder),
  scan: (files, onStep) => readTablesOf(files, isWaterMinder, onStep),
  interpret: interpretWaterMinder,
}
