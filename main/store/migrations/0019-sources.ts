import type { Migration } from './migration.ts'

/**
 * Provenance of imported entries, so that a newer export of the same program adds only what is new.
 *
 * A source that was removed keeps its row while its entries are in the trash, for Undo; its name is free meanwhile.
 */
export const sources: Migration = {
  version: 19,
  up: db =>
    db.exec(`
      create table import_source (
        id         integer primary key autoincrement,
        name       text not null check (name <> ''),                    -- 'Apple Health'
        reader     text check (reader <> ''),                           -- id of the reader; null from a file without it
        answers    text not null check (json_type(answers) = 'object'), -- to the reader's questions, by question id
        sheet      text not null check (json_type(sheet) = 'object'),   -- of what is complete, by kind and month
        removed_at integer,                                             -- UTC ms; its entries have the same deleted_at
        removed_check_ins text check (json_type(removed_check_ins) = 'array')
      ) strict;
      create unique index import_source_by_name on import_source (name collate nocase) where removed_at is null;

      -- Keys of entries that the person erased: a later import leaves them out.
      create table erased_key (
        source_id integer not null references import_source (id) on delete cascade,
        key       text    not null check (key <> ''),
        primary key (source_id, key)
      ) strict, without rowid;

      -- The last import, for Undo.
      create table import_run (
        id        integer primary key autoincrement,
        source_id integer not null references import_source (id) on delete cascade,
        undo      text    not null check (json_type(undo) = 'object')
      ) strict;

      alter table check_in add column source_id integer references import_source (id); -- in whose sheet it was given
      alter table entry add column source_id integer references import_source (id);
      alter table entry add column source_key text check ((source_key is null) = (source_id is null));
      create unique index entry_by_source on entry (source_id, source_key) where source_id is not null;
    `),
}
