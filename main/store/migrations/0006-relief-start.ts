import type { Migration } from './migration.ts'

/** Start time of each relief that was tried against a cramp; unknown for older entries. */
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
