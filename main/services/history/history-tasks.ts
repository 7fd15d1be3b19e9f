/** Tasks of a history import, performed by the history worker: read once, then plan and run with any answers. */
import type { Answers, LeftOut } from '../../../shared/history/history.ts'
import type { ReadyHistory } from '../../../shared/history-calls.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { CallFailure } from '../../files/failures.ts'
import { describeFileError, getErrorCode } from '../../files/file-errors.ts'
import { type OnStep, partOf } from '../../jobs/job.ts'
import { createJournalStore, type JournalStore } from '../../store/journal-store.ts'
import { openSecondConnection } from '../../store/open.ts'
import type { HistoryFiles } from './history-files.ts'
import { historyStore } from './history-store.ts'
import {
  describePlan,
  planWithAnswers,
  type ScannedHistory,
  type StoredImport,
  storePlan,
} from './planned-history.ts'
import type { HistoryReader } from './reader.ts'
import { recogniseExport } from './readers.ts'
import { refuseExport } from './refuse-export.ts'
import { refuseUnknown } from './unknown-files.ts'

export interface HistoryOrder {
  /** Token of the chosen files: the worker that has read them keeps the scan under it. */
  readonly session: string
  readonly paths: readonly string[]
  readonly journalPath: string
  readonly answers: Answers
  readonly now: Moment
  /** IANA zone of the computer. */
  readonly timeZone: string
}

/** Scan of the chosen files, kept for further answers. */
interface Session extends ScannedHistory {
  readonly key: string
}

export interface HistoryTaskDeps {
  readonly readers: readonly HistoryReader<unknown>[]
  readonly openFiles: (paths: readonly string[]) => Promise<HistoryFiles>
}

/** Shares of the progress, from 0 to 1, up to which files are read. */
const READ_OF_PREVIEW = 0.9
const READ_OF_RUN = 0.5

export function createHistoryTasks({ readers, openFiles }: HistoryTaskDeps) {
  let session: Session | null = null

  /** @throws CallFailure with a sentence when no reader knows the content, or it is damaged */
  async function read({ session: key, paths }: HistoryOrder, onStep: OnStep): Promise<Session> {
    if (session?.key === key) return session
    session = null
    onStep(0, 0)
    let files: HistoryFiles | null = null
    try {
      files = await openFiles(paths)
      const reader = await recogniseExport(files, readers)
      if (reader === null) throw await refuseUnknown(files, readers)
      session = { key, reader, scan: await reader.scan(files, onStep) }
      return session
    } catch (error) {
      throw describeReading(error)
    } finally {
      await files?.close()
    }
  }

  return {
    /** Effect of importing the files with these answers. Changes nothing. */
    async previewHistory(order: HistoryOrder, onStep: OnStep): Promise<ReadyHistory> {
      const scanned = await read(order, partOf(onStep, 0, READ_OF_PREVIEW))
      return withJournal(order, journal =>
        journal.atOneMoment(() =>
          describePlan(planWithAnswers(journal, order, scanned, partOf(onStep, READ_OF_PREVIEW, 1))),
        ),
      )
    },

    /** Records that an import with these answers leaves out. */
    async listHistoryLeftOut(order: HistoryOrder, onStep: OnStep): Promise<readonly LeftOut[]> {
      const scanned = await read(order, onStep)
      return withJournal(order, journal =>
        journal.atOneMoment(() => planWithAnswers(journal, order, scanned, onStep).leftOut),
      )
    },

    /**
     * Imports in one transaction.
     *
     * @param order.plan hash of the plan that the person has confirmed
     * @throws CallFailure when the plan has changed since
     */
    async runHistory(order: HistoryOrder & { readonly plan: string }, onStep: OnStep): Promise<StoredImport> {
      const scanned = await read(order, partOf(onStep, 0, READ_OF_RUN))
      const result = withJournal(order, journal =>
        // Planned under the same lock as it is executed, so that no write falls between.
        journal.atomically(() => {
          const planned = planWithAnswers(journal, order, scanned, onStep)
          if (planned.token !== order.plan)
            throw new CallFailure({
              code: 'internal',
              message: 'The journal has changed since you looked. Nothing was imported; look again.',
            })
          return storePlan(journal, planned, order.now, partOf(onStep, READ_OF_RUN, 1))
        }),
      )
      session = null
      return result
    },

    /** Takes the last import back, in one transaction. */
    undoHistory: ({ importId, ...place }: UndoOrder): void =>
      withJournal(place, journal => historyStore.undo(journal, importId)),
  }
}

export interface UndoOrder {
  readonly journalPath: string
  readonly importId: number
}

/** Errors of the file system as a sentence; others stay as they are. */
function describeReading(error: unknown): unknown {
  if (error instanceof CallFailure || getErrorCode(error) === undefined) return error
  return refuseExport(`${describeFileError(error, 'read')} Nothing was imported.`)
}

function withJournal<T>(
  { journalPath }: Pick<HistoryOrder, 'journalPath'>,
  use: (journal: JournalStore) => T,
): T {
  const journal = createJournalStore(openSecondConnection(journalPath))
  try {
    return use(journal)
  } finally {
    journal.close()
  }
}
