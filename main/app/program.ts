/** Composition root of main: constructs the journal, the services, the job runner and the call handlers. */
import { dirname, join } from 'node:path'
import {
  app,
  type BrowserWindow,
  type Dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  protocol,
  session,
  shell,
} from 'electron'
import type { About } from '../../shared/about.ts'
import type { Handlers } from '../../shared/contract.ts'
import { journalParts } from '../../shared/events.ts'
import type { Surroundings } from '../../shared/surroundings.ts'
import type { Clock } from '../../shared/time/clock.ts'
import { guardReservedPaths } from '../files/reserved-paths.ts'
import { registerCalls } from '../ipc/calls.ts'
import { registerDrops } from '../ipc/dropped-files.ts'
import { guardCalls } from '../ipc/guard-calls.ts'
import { createHandlers } from '../ipc/handlers/index.ts'
import type { IntentQueue } from '../ipc/intents.ts'
import { createPages } from '../ipc/pages.ts'
import { createJobQueue } from '../jobs/job-queue.ts'
import { createThreadRunner } from '../jobs/run-in-threads.ts'
import { createAnalysisWork } from '../services/analysis/analysis-work.ts'
import { type Backups, createBackups, getFolderSettingPath } from '../services/backups/backups.ts'
import { createFolderSetting } from '../services/backups/folder-setting.ts'
import {
  type CrampShortcutDeps,
  type CrampShortcutService,
  createCrampShortcut,
} from '../services/cramp-shortcut.ts'
import { fillWithDemo } from '../services/demo.ts'
import { createReminder, type Reminder } from '../services/reminder.ts'
import { createServices, type Services } from '../services/services.ts'
import { createReviewTimer, type ReviewTimer } from '../services/warnings/review-timer.ts'
import { createBusyRetry } from '../store/busy-retry.ts'
import { type CurrentJournal, openCurrentJournal } from '../store/current-journal.ts'
import { JournalRefused } from '../store/journal-refused.ts'
import type { JournalStore } from '../store/journal-store.ts'
import { watchFileLocation } from '../store/watch-location.ts'
import { readLicences } from './about.ts'
import { systemClipboard } from './clipboard.ts'
import { openDemo } from './demo-process.ts'
import { guardSession, isTrustedCaller } from './guards.ts'
import { showNotification } from './notification.ts'
import { servePages } from './page-origin.ts'
import { erasePageStorage } from './page-storage.ts'
import { openHiddenWindow } from './window.ts'

export interface ProgramDeps {
  /** The journal's file. */
  readonly path: string
  /** Output folder of the build, with the worker scripts. */
  readonly builtFolder: string
  readonly clock: Clock
  /** Clock overrides and region, passed to every page. */
  readonly forPages: Surroundings
  readonly version: string
  readonly about: About
  readonly isDemo: boolean
  readonly isPackaged: boolean
  /** System dialogs, or the arguments of a script. */
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  readonly intents: IntentQueue
  readonly crampShortcut: Omit<CrampShortcutDeps, 'onProven'>
  readonly getMainWindow: () => BrowserWindow | null
  /** Brings the window to the front, or opens one at `place`. @returns true if there was one */
  readonly showWindow: (place: string) => boolean
}

export interface Program {
  readonly current: CurrentJournal
  readonly backups: Backups
  readonly reviewTimer: ReviewTimer
  readonly reminder: Reminder
  readonly crampShortcut: CrampShortcutService
  /** Handlers of the journal that is open now. */
  readonly getHandlers: () => Partial<Handlers>
}

/** Opens the journal and registers the calls of the pages. Opens no window and starts no timer. */
export function openProgram(deps: ProgramDeps): Program {
  const { path, builtFolder, clock, version, isDemo, isPackaged, dialog, getMainWindow } = deps
  servePages(protocol, join(builtFolder, '../renderer'))
  guardSession(session.defaultSession, isPackaged)

  const current = openCurrentJournal(path, clock, replaced => {
    void analysis.stop()
    opened = openServices(replaced)
    handlers = handlersFor(opened)
    follow(replaced)
    pages.send('all', 'changed', { what: [...journalParts], since: null })
    void reviewTimer.review()
  })
  const runner = createThreadRunner({
    workerFiles: {
      analysis: join(builtFolder, 'analysis-worker.js'),
      archive: join(builtFolder, 'archive-worker.js'),
      history: join(builtFolder, 'history-worker.js'),
    },
  })
  const analysis = createAnalysisWork(runner)
  const queue = createJobQueue(runner)
  const busyRetry = createBusyRetry({ isOwnWork: queue.isBusy })
  const pages = createPages()
  deps.intents.onAdded(() => pages.send('all', 'intentQueued', {}))
  const crampShortcut = createCrampShortcut({
    ...deps.crampShortcut,
    onProven: () => pages.send('all', 'changed', { what: ['cramp-shortcut'], since: null }),
  })
  const ownFolder = createFolderSetting(getFolderSettingPath(path))
  const backups = createBackups({ current, queue, clock, ownFolder })
  const openServices = (journal: JournalStore | JournalRefused) =>
    journal instanceof JournalRefused ? journal : createServices(journal, clock)
  /** Sends the journal's changes to the pages. */
  function follow(journal: JournalStore | JournalRefused): void {
    if (!(journal instanceof JournalRefused)) journal.watch(changed => pages.send('all', 'changed', changed))
  }
  const handlersFor = (opened: Services | JournalRefused) =>
    createHandlers({
      opened,
      path,
      isDemo,
      version,
      about: deps.about,
      readLicences: () => readLicences(builtFolder),
      clock,
      analysis,
      current,
      backups,
      queue,
      busyRetry,
      pages,
      // The demo's folder is inside the data folder of the person's own journal.
      dialog: guardReservedPaths(dialog, path, isDemo ? dirname(dirname(path)) : dirname(path)),
      rescueDialog: dialog,
      erasePageStorage: () => erasePageStorage(session.defaultSession, app.getPath('sessionData')),
      clipboard: systemClipboard,
      desktop: shell,
      openHiddenWindow: place => openHiddenWindow(place, deps.forPages),
      getMainWindow,
      openDemo,
      intents: deps.intents,
      crampShortcut,
    })
  let opened = openServices(current.get())
  if (isDemo && !(opened instanceof JournalRefused)) fillWithDemo(opened)
  follow(current.get())
  watchFileLocation(path, () => pages.send('all', 'changed', { what: ['status'], since: null }))
  let handlers: Partial<Handlers> = handlersFor(opened)
  const getHandlers = () => handlers
  const reviewTimer = createReviewTimer({
    getServices: () => (opened instanceof JournalRefused ? undefined : opened),
    clock,
    busyRetry,
    onChanged: () => pages.send('all', 'changed', { what: ['warnings'], since: null }),
  })
  const reminder = createReminder({
    getStore: () => (opened instanceof JournalRefused ? undefined : opened.store),
    clock,
    busyRetry,
    notify: (text, date) =>
      showNotification(text, 'Press to answer.', () => {
        if (deps.showWindow(`#/today?finish=${date}`)) pages.send('all', 'finishDay', { date })
      }),
  })
  const isTrusted = (event: IpcMainInvokeEvent) => isTrustedCaller(event, isPackaged)
  registerDrops(ipcMain, { intents: deps.intents, isTrusted })
  registerCalls(ipcMain, {
    getHandlers,
    pages,
    isTrusted,
    middleware: guardCalls(current, busyRetry, reviewTimer.update),
  })
  return { current, backups, reviewTimer, reminder, crampShortcut, getHandlers }
}
