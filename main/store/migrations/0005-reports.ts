import type { Migration } from './migration.ts'

/** Archived reports: snapshots that do not change with the journal. */
export const reports: Migration = {
  version: 5,
  up: db =>
    db.exec(`
      create table report (
        id        integer primary key autoincrement,
        made_at   integer not null,                                               -- UTC ms
        from_date text    not null,
        to_date   text    not null,
        paper     text    not null,
        content   text    not null check (json_valid(content)),                   -- the report, with its order
        hash      text    not null unique check (length(hash) = 64)               -- SHA-256 of content
      ) strict;
    `),
}
