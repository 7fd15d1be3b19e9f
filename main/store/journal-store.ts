/** The journal's store: one open database with its repositories, transactions and revision. */
import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Changed } from '../../shared/events.ts'
import { writeWhole } from '../files/write-whole.ts'
import { watchChanges } from './change-log.ts'
import { serializeSound } from './journal-copy.ts'
import { JournalRefused } from './journal-refused.ts'
import { openJournal, type WhenMissing } from './open.ts'
import { openPlace } from './place.ts'
import { createAnalysisOutcomeRepository } from './repositories/analysis-outcome.ts'
import { createCheckInRepository } from './repositories/check-ins.ts'
import { createClosingLinkRepository } from './repositories/closing-links.ts'
import { createCrampStateRepository } from './repositories/cramp-state.ts'
import { createEntryRepository } from './repositories/entries.ts'
import { createEntrySearch } from './repositories/entry-search.ts'
import { createExperimentRepository } from './repositories/experiments.ts'
import { createMuscleHarmRepository } from './repositories/muscle-harm.ts'
import { createProfileRepository } from './repositories/profile.ts'
import { createReportRepository } from './repositories/reports.ts'
import { createShoeRepository } from './repositories/shoes.ts'
import { createWornShoeRepository } from './repositories/shoes-worn.ts'
import { createSuggestionDecisionRepository } from './repositories/suggestion-decisions.ts'
import { createTrashRepository } from './repositories/trash.ts'
import { createUsualsRepository } from './repositories/usuals.ts'
import { createWarningRepository } from './repositories/warnings.ts'

export type JournalStore = ReturnType<typeof createJournalStore>

/** Milliseconds. SQLite's own wait blocks the event loop; longer waits are left to `busy-retry.ts`. */
const MAIN_BUSY_TIMEOUT_MS = 10

/**
 * Opens the journal at `path` for the main process, making it if there is none.
 *
 * @throws JournalRefused also for a file that says it is a journal and lacks a table or a column of one
 */
export function loadJournalStore(path: string, whenMissing?: WhenMissing): JournalStore {
  const db = openJournal(path, undefined, whenMissing)
  try {
    db.pragma(`busy_timeout = ${MAIN_BUSY_TIMEOUT_MS}`)
    return createJournalStore(db)
  } catch (error) {
    db.close()
    throw new JournalRefused('damaged', path, error instanceof Error ? error.message : String(error))
  }
}

export function createJournalStore(db: Database) {
  /** Counts of two files, or of one that was opened twice, would say nothing about each other. */
  const opening = randomUUID()
  const entries = createEntryRepository(db)
  const shoesWorn = createWornShoeRepository(db)
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
  /** Rows written by `writeDerived`. */
  let derivedRows = 0
  return {
    entries,
    search: createEntrySearch(db),
    trash: createTrashRepository(db, entries, shoesWorn),
    crampState: createCrampStateRepository(db),
    closingLinks: createClosingLinkRepository(db),
    shoes: createShoeRepository(db),
    shoesWorn,
    checkIns: createCheckInRepository(db),
    profile: createProfileRepository(db),
    usuals: createUsualsRepository(db),
    warnings: createWarningRepository(db),
    muscleHarm: createMuscleHarmRepository(db),
    experiments: createExperimentRepository(db),
    suggestionDecisions: createSuggestionDecisionRepository(db),
    analysisOutcome: createAnalysisOutcomeRepository(db),
    reports: createReportRepository(db),
    place,
    /** Copies all that this connection sees, also once its files are gone. See `journal-copy.ts`. */
    copyTo: (copy: string): Promise<void> => writeWhole(copy, serializeSound(db)),
    /** Runs `action`, which only reads, on the journal as it is at one moment, whatever is written meanwhile. */
    atOneMoment: <T>(action: () => T): T => db.transaction(action).deferred(),
    /** Runs `action` as one transaction: all of it is stored, or nothing. */
    atomically,
    /** The same for derived data, which nothing else is computed from: the revision stays as it is, so that caches stay valid. */
    writeDerived: <T>(action: () => T): T => {
      const before = countChanges()
      const result = atomically(action)
      derivedRows += countChanges() - before
      return result
    },
    /** Another one after every write that was stored, of whatever thread: what was worked out at the same revision is still true. */
    getRevision: (): string =>
      `${opening} ${countChanges() - derivedRows - rolledBack} ${db.pragma('data_version', { simple: true })}`,
    /**
     * Empties the log, in which what was deleted for good stands as it was written. While another thread reads the journal
     * that cannot be; the log then goes when the program ends.
     */
    emptyLog: () => void db.pragma('wal_checkpoint(truncate)'),
    /** Reports every change that this connection makes from now on. To be called once. */
    watch: (onChanged: (changed: Changed) => void): void => watchChanges(db, onChanged),
    close: () => void db.close(),
  }
}
