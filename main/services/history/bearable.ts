/** Reader of Bearable's export. */
import { interpretBearable, isBearable } from '../../../shared/history/bearable.ts'
import type { TableScan } from '../../../shared/history/table.ts'
import { hasTableOf, readTablesOf } from './read-table.ts'
import type { HistoryReader } from './reader.ts'

export const bearableReader: HistoryReader<TableScan> = {
  id: 'bearable',
  name: 'Bearable',
  reads: 'cramps and nights',
  recognise: files => hasTableOf(files, isBearable),
  scan: (files, onStep) => readTablesOf(files, isBearable, onStep),
  interpret: interpretBearable,
}
