import type { KindTable } from './kind-table.ts'

interface FootwearRow {
  shoe_id: number
  taken_off_at: number | null
}

export const footwearTable: KindTable<'footwear', FootwearRow> = {
  kind: 'footwear',
  columns: ['shoe_id', 'taken_off_at'],
  toRow: draft => ({ shoe_id: draft.shoeId, taken_off_at: draft.takenOffAt }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'footwear',
    shoeId: row.shoe_id,
    takenOffAt: row.taken_off_at,
  }),
}
