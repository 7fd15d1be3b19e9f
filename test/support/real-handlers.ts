/** The program's own handlers over a journal, with nothing of Electron: the person answers no dialog. */
import type { BrowserWindow } from 'electron'
import { createHandlers } from '../../main/ipc/handlers/index.ts'
import { createBackups } from '../../main/services/backups/backups.ts'
import { createServices } from '../../main/services/services.ts'
import { noRetry } from '../../main/store/busy-retry.ts'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import type { JournalStore } from '../../main/store/journal-store.ts'
import type { FindingsAnswer } from '../../shared/analysis/finding.ts'
import type { Handlers } from '../../shared/contract.ts'
import type { Clock } from '../../shared/time/clock.ts'
import { createDirectRunner } from '../main/services/transfer/direct-runner.ts'
import { createDirectFindings, createDirectPatterns } from './direct-analysis.ts'

export interface RealHandlersOptions {
  /** The journal's file. */
  readonly path: string
  readonly clock: Clock
  /** What the analysis answers; left out, it is never done. 'in-process' analyses the journal where the test runs. */
  readonly findings?: FindingsAnswer | 'in-process'
  readonly openHiddenWindow: (place: string) => BrowserWindow
  /** Answer of every dialog that asks for a file to read; left out, it is cancelled. */
  readonly chosenPath?: string
  readonly isDemo?: boolean
}

/** The journal stays open: what would replace it does nothing. */
export function createRealHandlers(
  opened: JournalStore | JournalRefused,
  {
    path,
    clock,
    findings = { state: 'working', done: 1, total: 2 },
    openHiddenWindow,
    chosenPath,
    isDemo = false,
  }: RealHandlersOptions,
): Partial<Handlers> {
  const runner = createDirectRunner()
  const current = {
    path,
    get: () => opened,
    reopen: () => {},
    replaceBy: () => {},
    beginAnew: () => {},
    erase: () => {},
    close: () => {},
  }
  const ownFolder = { get: () => null, set: async () => {}, forget: () => {} }
  const dialog = {
    showSaveDialog: async () => ({ canceled: true, filePath: '' }),
    showOpenDialog: async () => ({
      canceled: chosenPath === undefined,
      filePaths: chosenPath === undefined ? [] : [chosenPath],
    }),
  }
  return createHandlers({
    opened: opened instanceof JournalRefused ? opened : createServices(opened, clock),
    path,
    isDemo,
    version: '1.2.3',
    clock,
    current,
    runner,
    busyRetry: noRetry,
    findings:
      findings === 'in-process' && !(opened instanceof JournalRefused)
        ? createDirectFindings(opened)
        : {
            get: () => (findings === 'in-process' ? { state: 'working', done: 1, total: 2 } : findings),
            cancel: async () => {},
          },
    patterns: createDirectPatterns(opened),
    backups: createBackups({ current, runner, clock, ownFolder }),
    dialog,
    rescueDialog: dialog,
    erasePageStorage: async () => {},
    getMainWindow: () => null,
    clipboard: { writeText: async () => {}, writePicture: async () => {} },
    openHiddenWindow,
  })
}
