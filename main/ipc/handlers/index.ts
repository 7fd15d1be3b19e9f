/** Call handlers, combined from one file per group of calls. */
import { dirname } from 'node:path'
import type { Dialog } from 'electron'
import type { About, Licence } from '../../../shared/about.ts'
import type { Handlers, Status } from '../../../shared/contract.ts'
import { CallFailure } from '../../files/failures.ts'
import type { AnalysisWork } from '../../services/analysis/analysis-work.ts'
import { createFindingsService } from '../../services/analysis/findings-service.ts'
import type { CrampShortcutService } from '../../services/cramp-shortcut.ts'
import type { Services } from '../../services/services.ts'
import { JournalRefused } from '../../store/journal-refused.ts'
import type { Pages } from '../pages.ts'
import { createAdviceHandlers } from './advice.ts'
import { type BackupCalls, createBackupHandlers } from './backups.ts'
import { createBrowsingHandlers } from './browsing.ts'
import { type ChartDeps, createChartHandlers } from './charts.ts'
import { createEntryHandlers } from './entries.ts'
import { createExperimentHandlers } from './experiments.ts'
import { createFinishDayHandlers } from './finish-day.ts'
import { createHistoryHandlers } from './history.ts'
import { createInsightsHandlers } from './insights.ts'
import { createIntentHandlers, type IntentDeps } from './intents.ts'
import { createNowHandlers } from './now.ts'
import { createOwnThingHandlers } from './own-things.ts'
import { createPatternsHandlers, type PatternsDeps } from './patterns.ts'
import { createPersonHandlers } from './person.ts'
import { createReportHandlers, type ReportDeps } from './report.ts'
import { createSuspectHandlers } from './suspects.ts'
import { createTransferHandlers, type TransferDeps } from './transfer.ts'
import { createWarningHandlers } from './warnings.ts'

export interface HandlerDeps
  extends ChartDeps,
    Omit<ReportDeps, 'findings' | 'warnings' | 'coinViews'>,
    PatternsDeps,
    IntentDeps,
    Omit<TransferDeps, 'warnings'> {
  readonly analysis: AnalysisWork
  readonly pages: Pages
  readonly crampShortcut: Pick<CrampShortcutService, 'get' | 'set'>
  /** Services of the open journal, or the reason why it was refused. */
  readonly opened: Services | JournalRefused
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly isDemo: boolean
  /** Opens the demo journal in a process of its own. */
  readonly openDemo: () => void
  readonly version: string
  readonly about: About
  readonly readLicences: () => Promise<Licence[]>
}

/** Calls that need no open journal. */
type CallsWithoutJournal = Pick<Handlers, 'getStatus' | 'takeIntents'> & BackupCalls

/** Creates all handlers; while the journal is refused, only those that need none. */
export function createHandlers(deps: HandlerDeps): Handlers | CallsWithoutJournal {
  const { opened, clock } = deps
  const status: Omit<Status, 'journal' | 'welcomed'> = { version: deps.version, demo: deps.isDemo }
  if (opened instanceof JournalRefused) {
    const { reason, path, message: detail } = opened
    return {
      getStatus: () => ({ ...status, welcomed: true, journal: { state: 'refused', path, reason, detail } }),
      ...createIntentHandlers(deps),
      ...createBackupHandlers(deps),
    }
  }
  const { store: journal, warnings, experimentViews, coinViews } = opened
  const withWarnings = { ...deps, warnings, coinViews }
  const withFindings = { ...withWarnings, findings: createFindingsService(journal, withWarnings) }
  return {
    getStatus: () => ({
      ...status,
      // The demo skips the welcome page, which explains where personal data is stored.
      welcomed: deps.isDemo || journal.profile.isWelcomed(),
      journal: { state: 'open', path: deps.path, inPlace: journal.location.check() },
    }),
    ...createIntentHandlers(deps),
    openDataFolder: async () => {
      const problem = await deps.desktop.openPath(dirname(deps.path))
      if (problem !== '')
        throw new CallFailure({ code: 'internal', message: `The folder could not be opened (${problem}).` })
      return {}
    },
    getAbout: () => deps.about,
    getLicences: () => deps.readLicences(),
    getCrampShortcut: () => deps.crampShortcut.get(),
    setCrampShortcut: ({ keys }) => deps.crampShortcut.set(keys),
    openDemo: () => {
      deps.openDemo()
      return {}
    },
    ...createPersonHandlers(opened),
    ...createOwnThingHandlers(opened),
    ...createEntryHandlers(opened),
    ...createFinishDayHandlers(opened, deps),
    ...createBrowsingHandlers(opened),
    ...createNowHandlers(opened),
    ...createWarningHandlers(opened),
    ...createAdviceHandlers(journal, clock),
    ...createInsightsHandlers(journal, experimentViews, withFindings),
    ...createSuspectHandlers(journal, withFindings),
    ...createPatternsHandlers(journal, deps),
    ...createChartHandlers(deps),
    ...createExperimentHandlers(opened),
    ...createReportHandlers(journal, experimentViews, withFindings),
    ...createBackupHandlers(deps),
    ...createTransferHandlers(journal, withWarnings),
    ...createHistoryHandlers(opened, { ...withFindings, journalPath: deps.path }),
  }
}
