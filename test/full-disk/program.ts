/** Main process without Electron: the real handlers, data on a disk of their own, dialogs that return a preset path. */
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { guardReservedPaths } from '../../main/files/reserved-paths.ts'
import { answer } from '../../main/ipc/calls.ts'
import { guardCalls } from '../../main/ipc/guard-calls.ts'
import { createHandlers } from '../../main/ipc/handlers/index.ts'
import { createIntents } from '../../main/ipc/intents.ts'
import { createPages } from '../../main/ipc/pages.ts'
import { createBackups, getFolderSettingPath } from '../../main/services/backups/backups.ts'
import { createFolderSetting } from '../../main/services/backups/folder-setting.ts'
import { createCrampShortcut } from '../../main/services/cramp-shortcut.ts'
import { createServices, type Services } from '../../main/services/services.ts'
import { createBusyRetry } from '../../main/store/busy-retry.ts'
import { openCurrentJournal } from '../../main/store/current-journal.ts'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import type { JournalStore } from '../../main/store/journal-store.ts'
import type { Call, Handlers, Input, Reply } from '../../shared/contract.ts'
import type { Clock } from '../../shared/time/clock.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { createArchiveQueue, createOpenAnalysis } from '../support/in-process.ts'

/** The moment of every call. */
export const statedClock = {
  now: () => momentAt('2026-11-20', '14:00', 'Europe/Berlin').at,
  timeZone: () => 'Europe/Berlin',
}
const PAGE = { pageId: 1 }
const PRINT_PAGE_ID = 7

export interface TriedProgram {
  call<C extends Call>(call: C, input: Input<C>): Promise<Reply<C>>
  /** Sets the path that every later dialog returns. */
  choose(path: string): void
  readonly backUpDaily: () => Promise<void>
  /** Reviews the warning cards, as main's timer does. */
  reviewWarnings(): void
  getJournal(): JournalStore | JournalRefused
  close(): void
}

export interface TriedProgramOptions {
  /** The stated moment by default. */
  readonly clock?: Clock
  /** Waits for another program that holds the journal's lock as long as the product does; by default, not at all. */
  readonly isPatient?: boolean
}

export function openTriedProgram(
  folder: string,
  { clock = statedClock, isPatient = false }: TriedProgramOptions = {},
): TriedProgram {
  const path = join(folder, 'journal.sqlite')
  let chosen = ''
  const dialog = {
    showSaveDialog: async () => ({ canceled: false, filePath: chosen }),
    showOpenDialog: async () => ({ canceled: false, filePaths: [chosen] }),
  }
  const queue = createArchiveQueue()
  const pages = createPages()
  const isOwnWork = () => false
  const busyRetry = createBusyRetry(isPatient ? { isOwnWork } : { isOwnWork, everyMs: 1, giveUpAfterMs: 1 })
  const current = openCurrentJournal(path, clock, opened => {
    services = openServices(opened)
    handlers = handlersFor(services)
  })
  const backups = createBackups({
    current,
    queue,
    clock,
    ownFolder: createFolderSetting(getFolderSettingPath(path)),
  })
  const openServices = (journal: JournalStore | JournalRefused) =>
    journal instanceof JournalRefused ? journal : createServices(journal, clock)
  const handlersFor = (opened: Services | JournalRefused) =>
    createHandlers({
      opened,
      path,
      isDemo: false,
      openDemo: () => {},
      crampShortcut: createCrampShortcut({
        file: `${path}.cramp-shortcut.json`,
        globalShortcut: { register: () => true, unregister: () => {} },
        command: 'unknot --cramp-now',
        startCramp: () => {},
        onProven: () => {},
      }),
      intents: createIntents(),
      version: '1.2.3',
      readLicences: async () => [{ name: 'react', version: '1.0.0', identifier: 'MIT', text: 'MIT License' }],
      about: { builtOn: '2026-11-02', electron: '1', chromium: '2', node: '3', sqlite: '4' },
      clock,
      analysis: createOpenAnalysis(() => {
        if (opened instanceof JournalRefused) throw opened
        return opened.store
      }),
      current,
      queue,
      pages,
      busyRetry,
      backups,
      dialog: guardReservedPaths(dialog, path),
      rescueDialog: dialog,
      erasePageStorage: async () => {},
      clipboard: { writeText: async () => {}, writePicture: async () => {} },
      desktop: { openPath: async () => '', showItemInFolder: () => {} },
      openHiddenWindow: openPrintedWindow,
      getMainWindow: () => null,
    })
  let services = openServices(current.get())
  let handlers: Partial<Handlers> = handlersFor(services)
  const middleware = guardCalls(current, busyRetry)

  /** Stub of the hidden print window; its page is ready at once. */
  function openPrintedWindow(): BrowserWindow {
    queueMicrotask(() => void answer(handlers, 'announceReportReady', {}, { pageId: PRINT_PAGE_ID }))
    const webContents = Object.assign(new EventEmitter(), {
      id: PRINT_PAGE_ID,
      printToPDF: async () => Buffer.from('%PDF'),
      print: (_options: unknown, done: (isPrinted: boolean, reason: string) => void) => done(true, ''),
    })
    const window = Object.assign(new EventEmitter(), {
      webContents,
      isDestroyed: () => false,
      destroy: () => {},
    })
    return window as unknown as BrowserWindow
  }

  return {
    call: (call, input) => answer(handlers, call, input, PAGE, middleware, () => {}),
    choose: path => {
      chosen = path
    },
    backUpDaily: backups.checkDaily,
    reviewWarnings: () => {
      if (!(services instanceof JournalRefused))
        services.warnings.reviewTime(momentOfInstant(clock.now(), clock.timeZone()))
    },
    getJournal: () => current.get(),
    close: current.close,
  }
}
