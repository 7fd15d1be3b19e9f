import type { Migration } from './migration.ts'

/** Experiments with nightly coins. */
export const coins: Migration = {
  version: 13,
  up: db =>
    db.exec(`
      -- Coins are thrown once, at the start.
      create table coin_experiment (
        id             integer primary key autoincrement,
        actions        text    not null check (json_type(actions) = 'array'),     -- [{action, arms}], arms by night: 1 with, 0 without
        first_date     text    not null check (first_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        seed           integer not null check (seed between 0 and 4294967295),    -- from the system's randomness
        created_at     integer not null,                                          -- UTC ms
        stopped_on     text    check (stopped_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
      ) strict;

      -- Did the person do as the coin said? No row: unknown, never "no".
      create table coin_answer (
        experiment_id integer not null references coin_experiment (id) on delete cascade,
        date          text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        action        text    not null,
        followed      integer not null check (followed in (0, 1)),
        answered_at   integer not null,                                           -- UTC ms
        primary key (experiment_id, date, action)
      ) strict, without rowid;
    `),
}
