import type { Migration } from './migration.ts'

/** 1900-01-01 and 2200-01-01 in UTC milliseconds, the range of every time in the contract and in files since version 7. */
const EARLIEST = -2_208_988_800_000
const LATEST = 7_258_118_400_000
/** SQL that clamps a time to the range. Null stays null, since SQLite's min and max return null if an argument is. */
const nearest = (column: string) => `min(max(${column}, ${EARLIEST}), ${LATEST})`
const isBeyond = (column: string) => `${column} not between ${EARLIEST} and ${LATEST}`

/**
 * Display formats of dates, times, numbers and quantities; null means the region's. Units chosen earlier are kept; only
 * an unused journal takes those of the region.
 *
 * Clamps times that were never validated to the range of all others.
 *
 * Adds the day's start in minutes to check-ins: older ones were about calendar dates, which begin at midnight. Rounds
 * volumes to a hundredth of a millilitre.
 */
export const conventions: Migration = {
  version: 7,
  up: db =>
    db.exec(`
      alter table profile add column date_order    text    check (date_order in ('dmy', 'mdy', 'ymd'));
      alter table profile add column hour_cycle    integer check (hour_cycle in (12, 24));
      alter table profile add column first_weekday integer check (first_weekday between 0 and 6); -- Monday = 0
      alter table profile add column paper         text    check (paper in ('A4', 'Letter'));
      alter table profile add column decimal_sign  text    check (decimal_sign in ('.', ','));

      -- A column that must not be null can only be replaced.
      alter table profile rename column volume_unit to old_volume_unit;
      alter table profile rename column temperature_unit to old_temperature_unit;
      alter table profile add column volume_unit text check (volume_unit in ('ml', 'fl-oz-us', 'fl-oz-uk'));
      alter table profile add column temperature_unit text check (temperature_unit in ('c', 'f'));
      update profile set volume_unit = old_volume_unit, temperature_unit = old_temperature_unit
        where welcomed_at is not null or exists (select 1 from entry)
          or old_volume_unit <> 'ml' or old_temperature_unit <> 'c';
      alter table profile drop column old_volume_unit;
      alter table profile drop column old_temperature_unit;

      -- Files could bring times beyond all dates, which no screen and no table can show: the nearest that can be stored.
      update entry set logged_at = ${nearest('logged_at')}, edited_at = ${nearest('edited_at')},
        deleted_at = ${nearest('deleted_at')}
        where ${isBeyond('logged_at')} or ${isBeyond('edited_at')} or ${isBeyond('deleted_at')};
      update check_in set checked_at = ${nearest('checked_at')} where ${isBeyond('checked_at')};
      update suggestion_decision set decided_at = ${nearest('decided_at')} where ${isBeyond('decided_at')};
      update warning set raised_at = ${nearest('raised_at')}, acknowledged_at = ${nearest('acknowledged_at')},
        snoozed_until = ${nearest('snoozed_until')}
        where ${isBeyond('raised_at')} or ${isBeyond('acknowledged_at')} or ${isBeyond('snoozed_until')};

      -- Both tables are made again, with every row: SQLite cannot change the type of a column.
      create table check_in_of_hours (
        date              text    not null check (date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        kind              text    not null,
        day_start_minutes integer not null check (day_start_minutes between 0 and 720), -- after midnight of date
        checked_at        integer not null,                                              -- UTC ms
        primary key (date, kind)
      ) strict, without rowid;
      insert into check_in_of_hours (date, kind, day_start_minutes, checked_at)
        select date, kind, 0, checked_at from check_in;
      drop table check_in;
      alter table check_in_of_hours rename to check_in;

      create table fluid_to_the_hundredth (
        entry_id        integer primary key references entry (id) on delete cascade,
        drink           text    not null,
        volume_ml       real    not null check (volume_ml between 1 and 5000),
        alcohol_percent real    check (alcohol_percent between 0 and 96),
        caffeine_mg     integer check (caffeine_mg between 0 and 2000),
        relief_of       integer references entry (id) on delete set null           -- a cramp
      ) strict;
      insert into fluid_to_the_hundredth (entry_id, drink, volume_ml, alcohol_percent, caffeine_mg, relief_of)
        select entry_id, drink, volume_ml, alcohol_percent, caffeine_mg, relief_of from fluid;
      drop table fluid;
      alter table fluid_to_the_hundredth rename to fluid;
      create index fluid_by_cramp on fluid (relief_of) where relief_of is not null;
    `),
}
