/** The journal's store: one open database with its repositories, transactions and revision. */
import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Changed } from '../../shared/events.ts'
import { writeWhole } from '../files/write-whole.ts'
import { watchChanges } from './change-log.ts'
import { openFileLocation } from './file-location.ts'
import { serializeSound } from './journal-copy.ts'
import { JournalRefused } from './journal-refused.ts'
import { openJournal, type WhenMissing } from './open.ts'
import { createActivityWearingRepository } from './repositories/activity-wearings.ts'
import { createAnalysisOutcomeRepository } from './repositories/analysis-outcome.ts'
import { createCheckInRepository } from './repositories/check-ins.ts'
import { createCheckpointRepository } from './repositories/checkpoints.ts'
import { createClosingLinkRepository } from './repositories/closing-links.ts'
import { createCoinRepository } from './repositories/coins.ts'
import { createCrampStateRepository } from './repositories/cramp-state.ts'
import { createEntryRepository } from './repositories/entries.ts'
import { createEntrySearch } from './repositories/entry-search.ts'
import { createExperimentRepository } from './repositories/experiments.ts'
import { createFactorCheckInRepository } from './repositories/factor-check-ins.ts'
import { createMuscleHarmRepository } from './repositories/muscle-harm.ts'
import { createOwnFactorRepository } from './repositories/own-factors.ts'
import { createOwnThingRepository } from './repositories/own-things.ts'
import { createProfileRepository } from './repositories/profile.ts'
import { createReportRepository } from './repositories/reports.ts'
import { createShoeRepository } from './repositories/shoes.ts'
import { createWornShoeRepository } from './repositories/shoes-worn.ts'
import { createSourceRepository } from './repositories/sources.ts'
import { createSuggestionDecisionRepository } from './repositories/suggestion-decisions.ts'
import { createSuspectRepository } from './repositories/suspects.ts'
import { createTrashRepository } from './repositories/trash.ts'
import { createUsualsRepository } from './repositories/usuals.ts'
import { createWarningRepository } from './repositories/warnings.ts'

export type JournalStore = ReturnType<typeof createJournalStore>

/** SQLite's busy timeout in milliseconds. It blocks the event loop; longer waits are left to `busy-retry.ts`. */
const MAIN_BUSY_TIMEOUT_MS = 10

/**
 * Opens the journal at `path` for the main process, creating it if there is none.
 *
 * @throws JournalRefused also for a file that claims to be a journal but lacks a table or column
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
  /** Random part of the revision: change counts of two connections are not comparable. */
  const opening = randomUUID()
  const entries = createEntryRepository(db)
  const shoesWorn = createWornShoeRepository(db)
  const location = openFileLocation(db)
  const { countChanges } = location
  /** Rows counted in transactions that were rolled back, subtracted so that a refused write keeps the revision. */
  let rolledBack = 0
  function atomically<T>(action: () => T): T {
    const isOutermost = !db.inTransaction
    const before = countChanges()
    try {
      return db.transaction(action).immediate()
    } catch (error) {
      // A nested transaction is counted with the outermost, which may still commit.
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
    activityWearings: createActivityWearingRepository(db),
    ownFactors: createOwnFactorRepository(db),
    factorCheckIns: createFactorCheckInRepository(db),
    ownThings: createOwnThingRepository(db),
    sources: createSourceRepository(db),
    checkIns: createCheckInRepository(db),
    profile: createProfileRepository(db),
    usuals: createUsualsRepository(db),
    warnings: createWarningRepository(db),
    muscleHarm: createMuscleHarmRepository(db),
    experiments: createExperimentRepository(db),
    coins: createCoinRepository(db),
    suggestionDecisions: createSuggestionDecisionRepository(db),
    suspects: createSuspectRepository(db),
    analysisOutcome: createAnalysisOutcomeRepository(db),
    checkpoints: createCheckpointRepository(db),
    reports: createReportRepository(db),
    location,
    /** Copies what this connection sees, even if its files were moved. See `journal-copy.ts`. */
    copyTo: (copy: string): Promise<void> => writeWhole(copy, serializeSound(db)),
    /** Runs read-only `action` on a consistent snapshot, unaffected by concurrent writes. */
    atOneMoment: <T>(action: () => T): T => db.transaction(action).deferred(),
    /** Runs `action` in one transaction. */
    atomically,
    /** Writes derived data without bumping the revision, so that caches stay valid. */
    writeDerived: <T>(action: () => T): T => {
      const before = countChanges()
      const result = atomically(action)
      derivedRows += countChanges() - before
      return result
    },
    /**
     * Revision of the content: changes with every committed write of any thread. Results computed at the same revision
     * are still valid.
     */
    getRevision: (): string =>
      `${opening} ${countChanges() - derivedRows - rolledBack} ${db.pragma('data_version', { simple: true })}`,
    /**
     * Checkpoints and truncates the WAL, which still contains erased rows. Impossible while another connection reads;
     * the WAL is then removed at exit.
     */
    emptyLog: () => void db.pragma('wal_checkpoint(truncate)'),
    /** Subscribes to changes of this connection. To be called once. */
    watch: (onChanged: (changed: Changed) => void): void => watchChanges(db, onChanged),
    close: () => void db.close(),
  }
}
