import type { Migration } from './migration.ts'

/** 1900-01-01 and 2200-01-01 in UTC milliseconds, the range of every time in the contract and in files since version 7. */
const EARLIEST = -2_208_988_800_000
const LATEST = 7_258_118_400_000
/** Null stays null: SQLite's min and max of several values are null where one of them is. */
const nearest = (column: string) => `min(max(${column}, ${EARLIEST}), ${LATEST})`
const isBeyond = (column: string) => `${column} not between ${EARLIEST} and ${LATEST}`

/**
 * How dates, times, numbers and quantities are shown; null means as the system's region has it. Units that were chosen
 * before stay chosen; only a journal that has never been used takes those of the region.
 *
 * Times that were never checked are brought into the range of all others.
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
    `),
}
