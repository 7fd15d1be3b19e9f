import type { KindTable } from './kind-table.ts'

interface FoodRow {
  potassium_servings: number | null
  magnesium_servings: number | null
  calcium_servings: number | null
  potassium_supplement_mg: number | null
  magnesium_supplement_mg: number | null
  calcium_supplement_mg: number | null
}

export const foodTable: KindTable<'food', FoodRow> = {
  kind: 'food',
  columns: [
    'potassium_servings',
    'magnesium_servings',
    'calcium_servings',
    'potassium_supplement_mg',
    'magnesium_supplement_mg',
    'calcium_supplement_mg',
  ],
  toRow: draft => ({
    potassium_servings: draft.potassiumServings,
    magnesium_servings: draft.magnesiumServings,
    calcium_servings: draft.calciumServings,
    potassium_supplement_mg: draft.potassiumSupplementMg,
    magnesium_supplement_mg: draft.magnesiumSupplementMg,
    calcium_supplement_mg: draft.calciumSupplementMg,
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'food',
    potassiumServings: row.potassium_servings,
    magnesiumServings: row.magnesium_servings,
    calciumServings: row.calcium_servings,
    potassiumSupplementMg: row.potassium_supplement_mg,
    magnesiumSupplementMg: row.magnesium_supplement_mg,
    calciumSupplementMg: row.calcium_supplement_mg,
  }),
}
