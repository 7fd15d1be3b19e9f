/** Production handlers over a journal, without Electron: dialogs are cancelled unless an answer is given. */
import type { BrowserWindow } from 'electron'
import { createHandlers } from '../../main/ipc/handlers/index.ts'
import { createIntents, type IntentQueue } from '../../main/ipc/intents.ts'
import { createPages, type Pages } from '../../main/ipc/pages.ts'
import { createBackups } from '../../main/services/backups/backups.ts'
import { createCrampShortcut } from '../../main/services/cramp-shortcut.ts'
import { createServices } from '../../main/services/services.ts'
import { noRetry } from '../../main/store/busy-retry.ts'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import type { JournalStore } from '../../main/store/journal-store.ts'
import type { FoundFindings } from '../../shared/analysis/finding.ts'
import type { Handlers } from '../../shared/contract.ts'
import type { Clock } from '../../shared/time/clock.ts'
import { createArchiveQueue, createOpenAnalysis } from './in-process.ts'

export interface RealHandlersOptions {
  /** Path of the journal file. */
  readonly path: string
  readonly clock: Clock
  /** Findings to return; by default the journal is analysed in-process. */
  readonly findings?: FoundFindings
  readonly pages?: Pages
  readonly openHiddenWindow: (place: string) => BrowserWindow
  /** Answer of every open-file dialog; by default it is cancelled. */
  readonly chosenPath?: string
  /** Answer of the save dialogs; by default, and where it is undefined, they are cancelled. */
  readonly getSavePath?: () => string | undefined
  readonly isDemo?: boolean
  /** IntentQueue that wait for the page; none by default. */
  readonly intents?: IntentQueue
}

/** Handlers whose journal stays open: restoring and erasing do not replace it. */
export function createRealHandlers(
  opened: JournalStore | JournalRefused,
  {
    path,
    clock,
    findings,
    pages = createPages(),
    openHiddenWindow,
    chosenPath,
    getSavePath = () => undefined,
    isDemo = false,
    intents = createIntents(),
  }: RealHandlersOptions,
): Partial<Handlers> {
  const queue = createArchiveQueue()
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
    showSaveDialog: async () => ({ canceled: getSavePath() === undefined, filePath: getSavePath() ?? '' }),
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
    readLicences: async () => [{ name: 'react', version: '1.0.0', identifier: 'MIT', text: 'MIT License' }],
    about: { builtOn: '2026-11-02', electron: '1', chromium: '2', node: '3', sqlite: '4' },
    clock,
    current,
    queue,
    busyRetry: noRetry,
    pages,
    analysis: createOpenAnalysis(
      () => {
        if (opened instanceof JournalRefused) throw opened
        return opened
      },
      findings && (async () => findings),
    ),
    backups: createBackups({ current, queue, clock, ownFolder }),
    dialog,
    rescueDialog: dialog,
    erasePageStorage: async () => {},
    getMainWindow: () => null,
    clipboard: { writeText: async () => {}, writePicture: async () => {} },
    desktop: { openPath: async () => '', showItemInFolder: () => {} },
    openHiddenWindow,
    openDemo: () => {},
    crampShortcut: createCrampShortcut({
      file: `${path}.cramp-shortcut.json`,
      globalShortcut: { register: () => true, unregister: () => {} },
      command: 'unknot --cramp-now',
      startCramp: () => {},
      onProven: () => {},
    }),
    intents,
  })
}
