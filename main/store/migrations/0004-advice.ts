import type { Migration } from './migration.ts'

/** Decisions about suggestions, experiments, and further facts for the warning rules. */
export const advice: Migration = {
  version: 4,
  up: db =>
    db.exec(`
      -- No row while nothing has been decided. The advice itself stands in the program.
      create table suggestion_decision (
        suggestion text    primary key,                                           -- its id in the catalogue
        decision   text    not null check (decision in ('accepted', 'dismissed', 'done')),
        reason     text    not null,                                              -- why dismissed; '' where not said
        decided_at integer not null                                               -- UTC ms
      ) strict, without rowid;

      -- A routine card that is not to be shown before then.
      alter table warning add column snoozed_until integer;                       -- UTC ms

      -- Whether the last analysis found anything that goes with the cramps; null before the first.
      create table analysis_outcome (
        id            integer primary key check (id = 1),
        pattern_found integer check (pattern_found in (0, 1))
      ) strict;
      insert into analysis_outcome (id) values (1);

      -- A fair trial on oneself. Its order is drawn once and never again.
      create table experiment (
        id             integer primary key autoincrement,
        subject        text    not null,                                          -- what is tried
        design         text    not null check (json_type(design) = 'object'),     -- {scheme, periods, periodDays, washoutDays}
        first_date     text    not null check (first_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        seed           integer not null check (seed between 0 and 4294967295),    -- from the system's randomness
        arms           text    not null check (json_type(arms) = 'array'),        -- by period, 1 with and 0 without
        created_at     integer not null,                                          -- UTC ms
        stopped_on     text    check (stopped_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
      ) strict;

      -- Whether the person kept to the plan on a date. No row: not known, never "no".
      create table experiment_day (
        experiment_id integer not null references experiment (id) on delete cascade,
        date          text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        kept          integer not null check (kept in (0, 1)),
        answered_at   integer not null,                                           -- UTC ms
        primary key (experiment_id, date)
      ) strict, without rowid;
    `),
}
