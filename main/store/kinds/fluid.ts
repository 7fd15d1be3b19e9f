import type { FluidDraft } from '../../../shared/kinds/fluid.ts'
import type { KindTable } from './kind-table.ts'

interface FluidRow {
  drink: FluidDraft['drink']
  volume_ml: number
  alcohol_percent: number | null
  caffeine_mg: number | null
  relief_of: number | null
}

export const fluidTable: KindTable<'fluid', FluidRow> = {
  kind: 'fluid',
  columns: ['drink', 'volume_ml', 'alcohol_percent', 'caffeine_mg', 'relief_of'],
  toRow: draft => ({
    drink: draft.drink,
    volume_ml: draft.volumeMl,
    alcohol_percent: draft.alcoholPercent,
    caffeine_mg: draft.caffeineMg,
    relief_of: draft.reliefOf,
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'fluid',
    drink: row.drink,
    volumeMl: row.volume_ml,
    alcoholPercent: row.alcohol_percent,
    caffeineMg: row.caffeine_mg,
    reliefOf: row.relief_of,
  }),
}
