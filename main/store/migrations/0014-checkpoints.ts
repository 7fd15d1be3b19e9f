import type { Migration } from './migration.ts'

/** Checkpoints that were shown, and the results of finished ones. */
export const checkpoints: Migration = {
  version: 14,
  up: db =>
    db.exec(`
      -- Looks at the data on which the error budget is spent. Part of a journal file.
      create table shown_checkpoint (
        last_date text    primary key check (last_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        shown_at  integer not null                                                -- UTC ms, first time
      ) strict, without rowid;

      -- Results of the newest checkpoints, so that they are computed once. Derived, and not part of a journal file.
      create table checkpoint_result (
        name   text primary key,                                                  -- exposure and range of days
        inputs text not null,                                                     -- fingerprint of what it rests on
        result text not null check (json_valid(result))
      ) strict, without rowid;
    `),
}
