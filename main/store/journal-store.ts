/** The journal as the handlers see it: one open database and everything that can be asked of it. */
import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { writeWhole } from '../files/write-whole.ts'
import { serializeSound } from './journal-copy.ts'
import { JournalRefused } from './journal-refused.ts'
import { openJournal, type WhenMissing } from './open.ts'
import { openPlace } from './place.ts'
import { openAnalysisOutcome } from './repositories/analysis-outcome.ts'
import { openCheckIns } from './repositories/check-ins.ts'
import { openEnders } from './repositories/closing-links.ts'
import { openCrampState } from './repositories/cramp-state.ts'
import { openEntries } from './repositories/entries.ts'
import { openEntrySearch } from './repositories/entry-search.ts'
import { openExperiments } from './repositories/experiments.ts'
import { openMuscleHarm } from './repositories/muscle-harm.ts'
import { openProfile } from './repositories/profile.ts'
import { openReports } from './repositories/reports.ts'
import { openShoes } from './repositories/shoes.ts'
import { openShoesWorn } from './repositories/shoes-worn.ts'
import { openSuggestionDecisions } from './repositories/suggestion-decisions.ts'
import { openTrash } from './repositories/trash.ts'
import { openUsuals } from './repositories/usuals.ts'
import { openWarnings } from './repositories/warnings.ts'

export type Journal = ReturnType<typeof createJournal>

/** While SQLite waits for a lock, the window stands still: whoever waits longer does so in the waiting line. */
const MAIN_BUSY_TIMEOUT_MS = 10

/**
 * Opens the journal at `path` for the main process, making it if there is none.
 *
 * @throws JournalRefused also for a file that says it is a journal and lacks a table or a column of one
 */
export function loadJournal(path: string, whenMissing?: WhenMissing): Journal {
  const db = openJournal(path, undefined, whenMissing)
  try {
    db.pragma(`busy_timeout = ${MAIN_BUSY_TIMEOUT_MS}`)
    return createJournal(db)
  } catch (error) {
    db.close()
    throw new JournalRefused('damaged', path, error instanceof Error ? error.message : String(error))
  }
}

export function createJournal(db: Database) {
  /** Counts of two files, or of one that was opened twice, would say nothing about each other. */
  const opening = randomUUID()
  const entries = openEntries(db)
  const shoesWorn = openShoesWorn(db)
  const place = openPlace(db)
  const { countChanges } = place
  /** Rows that were counted and then rolled back: a refused write leaves the revision as it was. */
  let rolledBack = 0
  function atomically<T>(action: () => T): T {
    const isOutermost = !db.inTransaction
    const before = countChanges()
    try {
      return db.transaction(action).immediate()
    } catch (error) {
      // A nested one is counted with the transaction around it, which may still be stored.
      if (isOutermost) rolledBack += countChanges() - before
      throw error
    }
  }
  /** Rows written by `noteAside`. */
  let notedAside = 0
  return {
    entries,
    search: openEntrySearch(db),
    trash: openTrash(db, entries, shoesWorn),
    crampState: openCrampState(db),
    enders: openEnders(db),
    shoes: openShoes(db),
    shoesWorn,
    checkIns: openCheckIns(db),
    profile: openProfile(db),
    usuals: openUsuals(db),
    warnings: openWarnings(db),
    muscleHarm: openMuscleHarm(db),
    experiments: openExperiments(db),
    suggestionDecisions: openSuggestionDecisions(db),
    analysisOutcome: openAnalysisOutcome(db),
    reports: openReports(db),
    place,
    /** Copies all that this connection sees, also once its files are gone. See `journal-copy.ts`. */
    copyTo: (copy: string): Promise<void> => writeWhole(copy, serializeSound(db)),
    /** Runs `action`, which only reads, on the journal as it is at one moment, whatever is written meanwhile. */
    atOneMoment: <T>(action: () => T): T => db.transaction(action).deferred(),
    /** Runs `action` as one transaction: all of it is stored, or nothing. */
    atomically,
    /** The same for what was worked out from the journal, and nothing is worked out from: the revision stays as it is. */
    noteAside: <T>(action: () => T): T => {
      const before = countChanges()
      const result = atomically(action)
      notedAside += countChanges() - before
      return result
    },
    /** Another one after every write that was stored, of whatever thread: what was worked out at the same revision is still true. */
    getRevision: (): string =>
      `${opening} ${countChanges() - notedAside - rolledBack} ${db.pragma('data_version', { simple: true })}`,
    /**
     * Empties the log, in which what was deleted for good stands as it was written. While another thread reads the journal
     * that cannot be; the log then goes when the program ends.
     */
    emptyLog: () => void db.pragma('wal_checkpoint(truncate)'),
    close: () => void db.close(),
  }
}
