import type { Migration } from './migration.ts'

/** The person's own drinks, activities, reliefs and symptoms. Entries name them by key: `own:7`. */
export const ownThings: Migration = {
  version: 17,
  up: db =>
    db.exec(`
      create table own_thing (
        id         integer primary key autoincrement,  -- never used again after a delete
        list       text    not null check (list <> ''),
        name       text    not null check (length(name) > 0),
        facts      text    not null check (json_type(facts) = 'object'),
        created_on text    not null check (created_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        archived   integer not null check (archived in (0, 1)),
        deleted_at integer                                                          -- UTC ms; deleted when set
      ) strict;
    `),
}
