import type { Migration } from './migration.ts'

/**
 * Full-text index of the notes, and an index for the order of the trash.
 *
 * The FTS5 table has no content of its own: it refers to rows of `entry`, those in the trash included, and triggers
 * keep it up to date.
 */
export const noteSearch: Migration = {
  version: 3,
  up: db =>
    db.exec(`
      create virtual table entry_note using fts5 (
        note,
        content = 'entry', content_rowid = 'id', columnsize = 0,                  -- rows are not ranked
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'              -- looked for while it is typed
      );
      insert into entry_note (entry_note) values ('rebuild');
      -- What is deleted for good leaves no words behind in the index.
      insert into entry_note (entry_note, rank) values ('secure-delete', 1);

      create trigger entry_note_added after insert on entry begin
        insert into entry_note (rowid, note) values (new.id, new.note);
      end;
      create trigger entry_note_removed after delete on entry begin
        insert into entry_note (entry_note, rowid, note) values ('delete', old.id, old.note);
      end;
      create trigger entry_note_changed after update of note on entry when old.note <> new.note begin
        insert into entry_note (entry_note, rowid, note) values ('delete', old.id, old.note);
        insert into entry_note (rowid, note) values (new.id, new.note);
      end;

      create index entry_in_trash on entry (deleted_at, id) where deleted_at is not null;
      create index warning_by_entry on warning (entry_id);                        -- a warning goes with its entry
    `),
}
