import type { Migration } from './migration.ts'

/** Mark of check-ins that one press gave together, and the daily reminder: its hour, its question, its last day. */
export const finishDay: Migration = {
  version: 9,
  up: db =>
    db.exec(`
      alter table check_in add column in_one_press integer not null default 0 check (in_one_press in (0, 1));
      alter table profile add column reminder_hour integer check (reminder_hour between 7 and 21); -- null when off
      alter table profile add column reminder_asked integer not null default 0 check (reminder_asked in (0, 1));
      alter table profile add column reminded_on text;           -- date of the last notification; null before the first
    `),
}
