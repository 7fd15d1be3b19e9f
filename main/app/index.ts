/**
 * Entry point of main. Start order: single instance, journal, calls, window; or a report, when the arguments ask for
 * one.
 */
import { join } from 'node:path'
import {
  app,
  type BrowserWindow,
  dialog,
  globalShortcut,
  Menu,
  powerMonitor,
  protocol,
  shell,
} from 'electron'
import type { MenuCommand } from '../../shared/intents.ts'
import { plainSurroundings, type Surroundings } from '../../shared/surroundings.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { createIntents } from '../ipc/intents.ts'
import { describeRefusal, JournalRefused } from '../store/journal-refused.ts'
import { readAbout } from './about.ts'
import { readStatedTime, startClock } from './clock.ts'
import { showContextMenus } from './context-menu.ts'
import { closeNetwork, guardNavigation } from './guards.ts'
import { findMissingJournal, separateSessionData, tellNothingSaved, writeHeadlessReport } from './headless.ts'
import { asksForReport, readHeadlessTask } from './headless-task.ts'
import { CRAMP_NOW_SWITCH, readLaunch } from './launch-arguments.ts'
import { setLauncherMenu } from './launcher-menu.ts'
import { setMenu } from './menu.ts'
import { developmentServer, registerPageScheme } from './page-origin.ts'
import { removeErasedPageStorage } from './page-storage.ts'
import { restrictExistingFiles, restrictNewFiles } from './private-files.ts'
import { openProgram, type Program, type ProgramDeps } from './program.ts'
import { readSystemRegion } from './system-region.ts'
import { openMainWindow } from './window.ts'

const isDemo = process.argv.includes('--demo')
if (isDemo) app.setPath('userData', join(app.getPath('userData'), 'demo'))

// Windows shows no notification of a program without an id.
if (process.platform === 'win32') app.setAppUserModelId('org.unknot.Unknot')

restrictNewFiles()
registerPageScheme(protocol)
app.enableSandbox()
closeNetwork(app.commandLine, developmentServer(app.isPackaged))

const stated = readStatedTime(process.argv, app.isPackaged)
const time = typeof stated === 'string' ? plainSurroundings.time : stated
const clock = startClock(time)

const intents = createIntents()
let mainWindow: BrowserWindow | null = null
let program: Program | undefined

if (typeof stated === 'string') exitWith(stated)
else if (asksForReport(process.argv)) {
  const missing = findMissingJournal(journalPath(), isDemo)
  // Checked first: Chromium would create its folder next to a journal that does not exist.
  if (missing === undefined) startWithoutWindow()
  else exitWith(missing)
} else if (app.requestSingleInstanceLock()) {
  restrictExistingFiles(app.getPath('userData'))
  removeErasedPageStorage(app.getPath('sessionData'))
  queueLaunch(process.argv, process.cwd())
  app.on('second-instance', (_event, words, folder) => {
    queueLaunch(words, folder)
    focusMainWindow()
  })
  // macOS opens files so, and may do it before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    intents.add({ kind: 'files', paths: [path] })
    focusMainWindow()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', () => {
    globalShortcut.unregisterAll()
    program?.reviewTimer.stop()
    program?.reminder.stop()
    program?.current.close()
  })
  guardNavigation(app)
  showContextMenus(app)
  app.whenReady().then(start).catch(reportStartFailure)
} else app.quit()

/** Electron knows the system's locale once it is ready. */
const readRegion = () => readSystemRegion(process.platform, process.env, app.getSystemLocale())
const describeSurroundings = (): Surroundings => ({ time, region: readRegion() })

function start(): void {
  setMenu(developmentServer(app.isPackaged) !== undefined, {
    run: runCommand,
    openDataFolder: () => void shell.openPath(app.getPath('userData')),
  })
  setLauncherMenu({
    platform: process.platform,
    app,
    buildMenu: template => Menu.buildFromTemplate(template),
    argv: process.argv,
    startCramp,
  })
  const { current, backups, reviewTimer, reminder, crampShortcut } = open(dialog)
  const journal = current.get()
  if (journal instanceof JournalRefused)
    console.error(`journal refused (${journal.reason}): ${journal.message}`)
  // Reviewed before the first page reads: a cramp may have been running since before the start.
  void reviewTimer.start()
  crampShortcut.restore()
  showMainWindow()
  app.on('activate', () => focusMainWindow())
  // Timers do not run while the computer sleeps.
  powerMonitor.on('resume', () => void reviewTimer.review())
  // The demo has no backups, since it can be generated again, and reminds of nothing.
  if (isDemo) return
  keepDailyBackups(backups.checkDaily)
  reminder.start()
  powerMonitor.on('resume', reminder.check)
}

function queueLaunch(words: readonly string[], folder: string): void {
  const { crampNow, files } = readLaunch(words, folder)
  if (files.length > 0) intents.add({ kind: 'files', paths: files })
  if (crampNow) intents.add({ kind: 'command', command: 'crampNow' })
}

/** Queues a command and brings the window to the front, whose page carries it out. */
function runCommand(command: MenuCommand): void {
  intents.add({ kind: 'command', command })
  focusMainWindow()
}

function startCramp(): void {
  runCommand('crampNow')
}

function startWithoutWindow(): void {
  separateSessionData(app)
  // Overrides the default of quitting: the print window closes before its pages are on the disk.
  app.on('window-all-closed', () => {})
  guardNavigation(app)
  app
    .whenReady()
    .then(writeReport)
    .catch(error => (error instanceof Error ? error.message : String(error)))
    .then(exitWith)
}

/** Exits without a window: code 1 and a sentence on stderr when there is no report, else 0. */
function exitWith(sentence: string | undefined): void {
  if (sentence !== undefined) console.error(sentence)
  program?.current.close()
  app.exit(sentence === undefined ? 0 : 1)
}

/** @returns the sentence to exit with, or undefined when the report was saved */
async function writeReport(): Promise<string | undefined> {
  const today = calendarDate(momentOfInstant(clock.now(), clock.timeZone()))
  const task = readHeadlessTask(process.argv, today, readRegion().conventions.paper)
  if (typeof task === 'string') return tellNothingSaved(task)
  const { current, getHandlers } = open({
    showSaveDialog: async () => ({ canceled: false, filePath: task.path }),
    showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  })
  const journal = current.get()
  if (journal instanceof JournalRefused) return `The journal could not be opened: ${describeRefusal(journal)}`
  return writeHeadlessReport(getHandlers(), task, console.error)
}

/** @param fileDialog answers with paths: the system's dialogs, or the arguments of a script */
function open(fileDialog: ProgramDeps['dialog']): Program {
  program = openProgram({
    path: journalPath(),
    builtFolder: import.meta.dirname,
    clock,
    forPages: describeSurroundings(),
    version: app.getVersion(),
    about: readAbout(),
    isDemo,
    isPackaged: app.isPackaged,
    dialog: fileDialog,
    intents,
    crampShortcut: {
      file: join(app.getPath('userData'), 'cramp-shortcut.json'),
      globalShortcut,
      command: app.isPackaged
        ? `"${process.execPath}" ${CRAMP_NOW_SWITCH}`
        : `npm start -- ${CRAMP_NOW_SWITCH}`,
      startCramp,
    },
    getMainWindow: () => mainWindow,
    showWindow: focusMainWindow,
  })
  return program
}

function journalPath(): string {
  return join(app.getPath('userData'), 'journal.sqlite')
}

/** Milliseconds from the start to the first check for a backup of the day, and between two checks. */
const FIRST_CHECK_MS = 5_000
const CHECK_EVERY_MS = 60 * 60_000

/** Delays the first check, so that no backup slows the start. */
function keepDailyBackups(check: () => Promise<void>): void {
  setTimeout(check, FIRST_CHECK_MS)
  setInterval(check, CHECK_EVERY_MS)
}

/** Last resort for errors of the start, which would otherwise leave a process without a window or a message. */
function reportStartFailure(error: unknown): void {
  console.error(error)
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(
    'Unknot could not start',
    `${reason}\n\nYour journal is where it was; nothing was deleted.`,
  )
  app.exit(1)
}

/**
 * Shows the window when the program is started a second time or a notification is clicked. On macOS the running instance
 * may have none: then one is opened at `place`.
 *
 * @returns true if there was a window
 */
function focusMainWindow(place?: string): boolean {
  if (mainWindow === null) {
    // Until the app is ready, the window is still to be opened by `start`.
    if (app.isReady()) showMainWindow(place)
    return false
  }
  if (mainWindow.isMinimized()) mainWindow.restore()
  mainWindow.focus()
  return true
}

function showMainWindow(place?: string): void {
  mainWindow = openMainWindow(describeSurroundings(), place)
  mainWindow.on('closed', () => {
    mainWindow = null
  })
}
