import type { Migration } from './migration.ts'

/** When each thing was tried against a cramp: of what was written down before nobody knows. */
export const reliefStart: Migration = {
  version: 6,
  up: db =>
    db.exec(`
      -- cramp.relief is now [{technique, helped, startedAfterMinutes, minutesToRelief}]
      update cramp set relief = (
        select json_group_array(json_insert(action.value, '$.startedAfterMinutes', null) order by action.key)
        from json_each(cramp.relief) as action
      ) where json_array_length(relief) > 0;
    `),
}
