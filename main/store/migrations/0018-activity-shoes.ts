import type { Migration } from './migration.ts'

/** Shoe that was picked for an activity. The wearing itself is a footwear entry of the same span. */
export const activityShoes: Migration = {
  version: 18,
  up: db =>
    db.exec(`
      alter table activity add column shoe_id integer references shoe (id);
      create index activity_by_shoe on activity (shoe_id) where shoe_id is not null;
    `),
}
