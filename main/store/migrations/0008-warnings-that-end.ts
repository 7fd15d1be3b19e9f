import type { Migration } from './migration.ts'

/** End of a warning card about a rate, so that it is announced once. */
export const warningsThatEnd: Migration = {
  version: 8,
  up: db =>
    db.exec(`
      alter table warning add column ended_at integer;                            -- UTC ms; null while it stands
      alter table warning add column closing text not null default '';            -- its closing line, with both numbers
    `),
}
