/** The start, in order: one instance, one journal, the calls, the window. Or, when a script asks for one, a report. */
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, protocol } from 'electron'
import { plainSurroundings, type Surroundings } from '../../shared/surroundings.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { describeRefusal, JournalRefused } from '../store/journal-refused.ts'
import { readStatedTime, startClock } from './clock.ts'
import { closeNetwork, guardNavigation } from './guards.ts'
import { findMissingJournal, setAsideSessionData, tellNothingSaved, writeHeadlessReport } from './headless.ts'
import { asksForReport, readHeadlessTask } from './headless-task.ts'
import { setMenu } from './menu.ts'
import { developmentServer, registerPageScheme } from './page-origin.ts'
import { removeErasedPageStorage } from './page-storage.ts'
import { withholdExistingFiles, withholdNewFiles } from './private-files.ts'
import { openProgram, type Program, type ProgramDeps } from './program.ts'
import { readSystemRegion } from './system-region.ts'
import { openMainWindow } from './window.ts'

const isDemo = process.argv.includes('--demo')
if (isDemo) app.setPath('userData', join(app.getPath('userData'), 'demo'))

withholdNewFiles()
registerPageScheme(protocol)
app.enableSandbox()
closeNetwork(app.commandLine, developmentServer(app.isPackaged))

const stated = readStatedTime(process.argv, app.isPackaged)
const time = typeof stated === 'string' ? plainSurroundings.time : stated
const clock = startClock(time)

let mainWindow: BrowserWindow | null = null
let program: Program | undefined

if (typeof stated === 'string') endWith(stated)
else if (asksForReport(process.argv)) {
  const missing = findMissingJournal(journalPath(), isDemo)
  // Before a folder is made for what Chromium would keep beside a journal that is not there.
  if (missing === undefined) startWithoutWindow()
  else endWith(missing)
} else if (app.requestSingleInstanceLock()) {
  withholdExistingFiles(app.getPath('userData'))
  removeErasedPageStorage(app.getPath('sessionData'))
  app.on('second-instance', comeForward)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', () => {
    program?.reviewTimer.stop()
    program?.current.close()
  })
  guardNavigation(app)
  app.whenReady().then(start).catch(tellAndEnd)
} else app.quit()

/** Electron knows the system's locale once it is ready. */
const readRegion = () => readSystemRegion(process.platform, process.env, app.getSystemLocale())
const describeSurroundings = (): Surroundings => ({ time, region: readRegion() })

function start(): void {
  setMenu(developmentServer(app.isPackaged) !== undefined)
  const { current, backups, reviewTimer } = open(dialog)
  const journal = current.get()
  if (journal instanceof JournalRefused)
    console.error(`journal refused (${journal.reason}): ${journal.message}`)
  // Before the first page reads: a cramp may have been running since before the start.
  void reviewTimer.start()
  showMainWindow()
  app.on('activate', comeForward)
  // The demo can be made anew at any time.
  if (!isDemo) keepDailyBackups(backups.checkDaily)
}

function startWithoutWindow(): void {
  setAsideSessionData(app)
  // The print window closes before its pages are on the disk: that is no reason to end.
  app.on('window-all-closed', () => {})
  guardNavigation(app)
  app
    .whenReady()
    .then(writeReport)
    .catch(error => (error instanceof Error ? error.message : String(error)))
    .then(endWith)
}

/** Ends a program without a window: with a sentence when there is no report. */
function endWith(sentence: string | undefined): void {
  if (sentence !== undefined) console.error(sentence)
  program?.current.close()
  app.exit(sentence === undefined ? 0 : 1)
}

/** @returns the sentence to end with, or nothing when the report is there */
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

/** @param asked who is asked for files: the person, or the words of a script */
function open(asked: ProgramDeps['dialog']): Program {
  program = openProgram({
    path: journalPath(),
    builtFolder: import.meta.dirname,
    clock,
    forPages: describeSurroundings(),
    version: app.getVersion(),
    isDemo,
    isPackaged: app.isPackaged,
    dialog: asked,
    getMainWindow: () => mainWindow,
  })
  return program
}

function journalPath(): string {
  return join(app.getPath('userData'), 'journal.sqlite')
}

/** How long after a start, and how often from then on, it is asked whether there is a backup of the day. */
const FIRST_CHECK_MS = 5_000
const CHECK_EVERY_MS = 60 * 60_000

/** The window comes first: nobody waits for a backup. */
function keepDailyBackups(check: () => Promise<void>): void {
  setTimeout(check, FIRST_CHECK_MS)
  setInterval(check, CHECK_EVERY_MS)
}

/** Else a start that fails for a reason nobody foresaw would leave a program without a window, and without a word. */
function tellAndEnd(error: unknown): void {
  console.error(error)
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(
    'Unknot could not start',
    `${reason}\n\nYour journal is where it was; nothing was deleted.`,
  )
  app.exit(1)
}

/** Somebody starts the program that is running already, maybe without a window, as it may be on a Mac. */
function comeForward(): void {
  if (mainWindow === null) {
    // Before the start is through, the window is still to come.
    if (app.isReady()) showMainWindow()
    return
  }
  if (mainWindow.isMinimized()) mainWindow.restore()
  mainWindow.focus()
}

function showMainWindow(): void {
  mainWindow = openMainWindow(describeSurroundings())
  mainWindow.on('closed', () => {
    mainWindow = null
  })
}
