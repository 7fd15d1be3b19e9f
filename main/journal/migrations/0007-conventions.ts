import type { Migration } from './migration.ts'

/**
 * How dates, times, numbers and quantities are shown; null means as the system's region has it. Units that were chosen
 * before stay chosen; only a journal that has never been used takes those of the region.
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
    `),
}
