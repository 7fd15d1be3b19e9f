import type { Migration } from './migration.ts'

/** Doses of medicines that are taken as needed. */
export const doses: Migration = {
  version: 16,
  up: db =>
    db.exec(`
      create table dose (
        entry_id integer primary key references entry (id) on delete cascade,
        name     text not null check (name <> ''),
        amount   text not null                                                    -- as typed: '400 mg', '2 tablets'
      ) strict;
    `),
}
