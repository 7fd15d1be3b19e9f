import type { Database } from 'better-sqlite3'
import { muscleHarmSigns } from '../../../shared/advice/knowledge/statin-trials.ts'

/** Logged signs of muscle damage. While there is one, nothing reassuring is said about statins. */
export function createMuscleHarmRepository(db: Database) {
  const find = db
    .prepare<[string], number>(
      `select exists (
         select 1 from cramp join entry on entry.id = entry_id, json_each(cramp.symptoms) as symptom
         where deleted_at is null and symptom.value in (select value from json_each(?))
       ) or exists (
         select 1 from day join entry on entry.id = entry_id
         where deleted_at is null and urine_colour = 'brown'
       )`,
    )
    .pluck()
  const signs = JSON.stringify(muscleHarmSigns)
  return {
    /** True if any entry outside the trash has such a sign, however old. */
    isLogged: (): boolean => find.get(signs) === 1,
  }
}
