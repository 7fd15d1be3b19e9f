import Sqlite from 'better-sqlite3'
import { createJournalStore, type JournalStore } from '../../store/journal-store.ts'

/** Opens the journal at `path`, has it read, and closes it. In tests it may be a journal in memory. */
export type ReadJournal = <T>(path: string, read: (journal: JournalStore) => T) => T

/** Through a connection that cannot write. */
export const readJournalFile: ReadJournal = (path, read) => {
  const db = new Sqlite(path, { readonly: true })
  try {
    return read(createJournalStore(db))
  } finally {
    db.close()
  }
}
