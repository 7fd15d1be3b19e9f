/** Every handler there is, put together from one file per group of calls. */
import type { Dialog } from 'electron'
import type { Handlers, Status } from '../../../shared/contract.ts'
import type { SystemClipboard } from '../../app/clipboard.ts'
import { createExperimentViews } from '../../services/experiments/experiment-views.ts'
import { JournalRefused } from '../../store/journal-refused.ts'
import type { Journal } from '../../store/journal-store.ts'
import { createAdviceHandlers } from './advice.ts'
import { createBrowsingHandlers } from './browsing.ts'
import { createChartHandlers } from './charts.ts'
import { createEntryHandlers } from './entries.ts'
import { createExperimentHandlers } from './experiments.ts'
import { createInsightsHandlers, type InsightsSurroundings } from './insights.ts'
import { type BackupCalls, createBackupHandlers } from './keeping.ts'
import { createNowHandlers } from './now.ts'
import { createPatternsHandlers, type PatternsSurroundings } from './patterns.ts'
import { createPersonHandlers } from './person.ts'
import { createReportHandlers, type ReportSurroundings } from './report.ts'
import { createTransferHandlers, type TransferSurroundings } from './transfer.ts'
import { createWarningHandlers } from './warnings.ts'

export interface Context
  extends ReportSurroundings,
    InsightsSurroundings,
    PatternsSurroundings,
    TransferSurroundings {
  /** The open journal, or why there is none. */
  readonly journal: Journal | JournalRefused
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly clipboard: SystemClipboard
  readonly isDemo: boolean
  readonly version: string
}

/** All handlers; without a journal only `getStatus` and those of backups, and `calls.ts` says so of the others. */
export function createHandlers(context: Context): Handlers | (Pick<Handlers, 'getStatus'> & BackupCalls) {
  const { journal, clock } = context
  const status: Omit<Status, 'journal' | 'welcomed'> = { version: context.version, demo: context.isDemo }
  if (journal instanceof JournalRefused) {
    const { reason, path, message: detail } = journal
    return {
      getStatus: () => ({ ...status, welcomed: true, journal: { state: 'refused', path, reason, detail } }),
      ...createBackupHandlers(context),
    }
  }
  const experimentViews = createExperimentViews(journal, clock)
  return {
    getStatus: () => ({
      ...status,
      // A demo needs no word about where the person's own data lie.
      welcomed: context.isDemo || journal.profile.isWelcomed(),
      journal: { state: 'open', path: context.path, inPlace: journal.place.check() },
    }),
    ...createPersonHandlers(journal, clock),
    ...createEntryHandlers(journal, clock),
    ...createBrowsingHandlers(journal, clock),
    ...createNowHandlers(journal, clock),
    ...createWarningHandlers(journal, clock),
    ...createAdviceHandlers(journal, clock),
    ...createInsightsHandlers(journal, experimentViews, context),
    ...createPatternsHandlers(journal, context),
    ...createChartHandlers(context),
    ...createExperimentHandlers(journal, experimentViews),
    ...createReportHandlers(journal, experimentViews, context),
    ...createBackupHandlers(context),
    ...createTransferHandlers(journal, context),
  }
}
