import type { Migration } from './migration.ts'

/** Suspects with the dates of their naming, and the estimates that were shown before one could be named. */
export const suspects: Migration = {
  version: 10,
  up: db =>
    db.exec(`
      -- Rows remain after a withdrawal: the share of the error budget depends on every naming.
      create table suspect (
        exposure      text    not null,                                           -- its key
        named_on      text    not null check (named_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        is_beforehand integer not null check (is_beforehand in (0, 1)),           -- before its estimate was shown
        withdrawn_on  text    check (withdrawn_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        keeps_share   integer not null check (keeps_share in (0, 1)),             -- of the budget, though withdrawn
        primary key (exposure, named_on)
      ) strict, without rowid;

      -- Exposures whose estimate the analysis has handed out. Derived, and not part of a journal file.
      create table shown_estimate (
        exposure text primary key
      ) strict, without rowid;
    `),
}
