import { fromBoolean, toBoolean } from './columns.ts'
import type { KindTable } from './kind-table.ts'

interface StretchRow {
  muscles: string
  duration_minutes: number
  before_bed: number | null
}

export const stretchTable: KindTable<'stretch', StretchRow> = {
  kind: 'stretch',
  columns: ['muscles', 'duration_minutes', 'before_bed'],
  toRow: draft => ({
    muscles: JSON.stringify(draft.muscles),
    duration_minutes: draft.durationMinutes,
    before_bed: fromBoolean(draft.beforeBed),
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'stretch',
    muscles: JSON.parse(row.muscles),
    durationMinutes: row.duration_minutes,
    beforeBed: toBoolean(row.before_bed) ?? false,
  }),
}
