import type { Migration } from './migration.ts'

/** Own factors answered with an amount or from 0 to 10, with their windows and expected effects, and their check-ins. */
export const factorAnswers: Migration = {
  version: 15,
  up: db =>
    db.exec(`
      -- Factors of before were all answered with yes or no.
      alter table factor add column answer text not null default 'yes-no'
        check (answer in ('yes-no', 'amount', 'scale'));
      alter table factor add column unit text check ((unit is not null) = (answer = 'amount'));   -- of an amount
      alter table factor add column time_window text not null default 'same-night'
        check (time_window in ('same-night', 'hours-12', 'hours-24', 'hours-48'));
      alter table factor add column direction text check (direction in ('more', 'fewer'));        -- null: not said

      alter table own_factor add column amount real check (amount between 0.01 and 100000);       -- in the factor's unit
      alter table own_factor add column score integer check (score between 0 and 10);

      create table factor_check_in (                                                              -- amounts: that is all
        factor_id         integer not null references factor (id) on delete cascade,
        date              text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        day_start_minutes integer not null check (day_start_minutes between 0 and 720),
        checked_at        integer not null,                                                       -- UTC ms
        primary key (factor_id, date)
      ) strict, without rowid;
      create index factor_check_in_by_date on factor_check_in (date);
    `),
}
