import type { Database } from 'better-sqlite3'
import { muscleHarmSigns } from '../../../shared/advice/knowledge/statin-trials.ts'

/** Whether the journal holds a sign of harm to muscle, beside which nothing reassuring is said about statins. */
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
    /** Of any entry that is not in the trash, however long ago. */
    isLogged: (): boolean => find.get(signs) === 1,
  }
}
