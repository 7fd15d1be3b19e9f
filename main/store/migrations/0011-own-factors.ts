import type { Migration } from './migration.ts'

/** The person's own factors, with one answer a date each, and what the first start asked about. */
export const ownFactors: Migration = {
  version: 11,
  up: db =>
    db.exec(`
      create table factor (
        id         integer primary key autoincrement,
        name       text    not null check (length(name) > 0),
        created_on text    not null check (created_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        archived   integer not null check (archived in (0, 1)),
        deleted_at integer                                                          -- UTC ms; deleted when set
      ) strict;

      create table own_factor (                                                     -- entry.at is noon of the date
        entry_id  integer primary key references entry (id) on delete cascade,
        factor_id integer not null references factor (id),
        present   integer check (present in (0, 1))
      ) strict;
      create index own_factor_by_factor on own_factor (factor_id);

      alter table profile add column cramp_muscles text not null default '[]' check (json_type(cramp_muscles) = 'array');
      alter table profile add column cramp_times text not null default '[]' check (json_type(cramp_times) = 'array');
    `),
}
