/** Frequent entries, offered for logging with one click. */
import type { Database } from 'better-sqlite3'
import type { Day, UsualDrink } from '../../../shared/contract.ts'
import type { UsualAmount } from '../../../shared/kinds/own-factor.ts'
import { MS_PER_DAY } from '../../../shared/time/moment.ts'

const LOOK_BACK_MS = 28 * MS_PER_DAY
const DRINKS_OFFERED = 6

interface DrinkRow {
  drink: UsualDrink['drink']
  volume_ml: number
  alcohol_percent: number | null
  caffeine_mg: number | null
}

export function createUsualsRepository(db: Database) {
  const drinks = db.prepare<[number, number], DrinkRow>(`
    select drink, volume_ml, alcohol_percent, caffeine_mg
    from entry join fluid on entry_id = id
    where kind = 'fluid' and deleted_at is null and wall_ms >= ? and wall_ms < ? and relief_of is null
    group by drink, volume_ml, alcohol_percent, caffeine_mg
    order by count(*) desc, max(wall_ms) desc
    limit ${DRINKS_OFFERED}`)
  const shoes = db.prepare<[number, number], { shoe_id: number }>(`
    select shoe_id
    from entry join footwear on entry_id = entry.id join shoe on shoe.id = shoe_id
    where entry.kind = 'footwear' and deleted_at is null and wall_ms >= ? and wall_ms < ? and not retired
    group by shoe_id
    order by count(*) desc, max(wall_ms) desc`)
  const stretch = db.prepare<[number], { muscles: string; duration_minutes: number }>(`
    select muscles, duration_minutes
    from entry join stretch on entry_id = id
    where kind = 'stretch' and deleted_at is null and wall_ms < ? and before_bed = 1
    order by wall_ms desc limit 1`)
  const amounts = db.prepare<[number], UsualAmount>(`
    select factorId, amount from (
      select factor_id as factorId, amount,
        row_number() over (partition by factor_id order by wall_ms desc, id desc) as position
      from entry join own_factor on entry_id = id
      where kind = 'own-factor' and deleted_at is null and wall_ms < ? and amount is not null
    ) where position = 1`)
  return {
    /** Latest amount of each own factor. */
    listAmounts: (untilWallMs: number): UsualAmount[] => amounts.all(untilWallMs),
    /** Latest stretching before bed; null when there is none. */
    getStretchBeforeBed: (untilWallMs: number): Day['usualStretch'] => {
      const row = stretch.get(untilWallMs)
      return row === undefined
        ? null
        : { muscles: JSON.parse(row.muscles), durationMinutes: row.duration_minutes }
    },
    /** Most frequent first, over the 28 days that end at `untilWallMs`. */
    listDrinks: (untilWallMs: number): UsualDrink[] =>
      drinks.all(untilWallMs - LOOK_BACK_MS, untilWallMs).map(row => ({
        drink: row.drink,
        volumeMl: row.volume_ml,
        alcoholPercent: row.alcohol_percent,
        caffeineMg: row.caffeine_mg,
      })),
    /** Most frequently put on first, over the same 28 days. */
    listShoeIds: (untilWallMs: number): number[] =>
      shoes.all(untilWallMs - LOOK_BACK_MS, untilWallMs).map(row => row.shoe_id),
  }
}
