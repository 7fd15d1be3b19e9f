import type { Migration } from './migration.ts'

/** Onsets known as a part of the day, or by their date alone. Stored precisions keep their meaning. */
export const onsetSpans: Migration = {
  version: 20,
  up: db =>
    db.exec(`
      -- SQLite cannot change a check: the column is replaced. The default only fills the rows until the update.
      alter table cramp rename column onset_precision to old_onset_precision;
      alter table cramp add column onset_precision text not null default 'exact' check (onset_precision in
        ('exact', 'about', 'night', 'small-hours', 'morning', 'afternoon', 'evening', 'date'));
      update cramp set onset_precision = old_onset_precision;
      alter table cramp drop column old_onset_precision;
    `),
}
