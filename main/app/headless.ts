/**
 * A report without a window or a display, for scripts: the same calls as the screen's, with the command line in place
 * of the person. The journal that a running program has open can be read at the same time.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import type { Handlers } from '../../shared/contract.ts'
import type { Paper } from '../../shared/locale/conventions.ts'
import { writeUnprintableSentence } from '../../shared/report/printable.ts'
import { answer } from '../ipc/calls.ts'
import type { HeadlessTask } from './headless-task.ts'

/** No page is asking. */
const CALLER = { pageId: 0 }

/** Chromium's own files go to a folder apart: a program that is open has its own in use. */
export function setAsideSessionData(app: Pick<App, 'getPath' | 'setPath'>): void {
  app.setPath('sessionData', join(app.getPath('userData'), 'report-session'))
}

/** Why there is nothing to make a report of; nothing when there is. A journal is read here, and never begun. */
export function findMissingJournal(path: string, isDemo: boolean): string | undefined {
  return isDemo || existsSync(path) ? undefined : `There is no journal at ${path}. No file was saved.`
}

/**
 * @param warn is told what the file lacks, though it is there
 * @returns the sentence to end with, or nothing when the file is there
 */
export async function writeHeadlessReport(
  handlers: Partial<Handlers>,
  task: HeadlessTask,
  warn: (sentence: string) => void,
): Promise<string | undefined> {
  const { format } = task
  const order = { ...task.order, paper: await choosePaper(handlers, task) }
  const reply = await answer(
    handlers,
    'saveReport',
    { source: { kind: 'new', order }, fit: null, format },
    CALLER,
  )
  if (!reply.ok) return tellNothingSaved(reply.failure.message)
  if (format !== 'pdf') return undefined
  const shown = await answer(handlers, 'getReport', order, CALLER)
  const lack = shown.ok ? writeUnprintableSentence(shown.value.report) : null
  if (lack !== null) warn(lack)
  return undefined
}

/** The paper named in the words, else the one chosen in Settings, else that of the system's region. */
async function choosePaper(
  handlers: Partial<Handlers>,
  { order, isPaperNamed }: HeadlessTask,
): Promise<Paper> {
  const profile = await answer(handlers, 'getProfile', {}, CALLER)
  return isPaperNamed || !profile.ok ? order.paper : (profile.value.paper ?? order.paper)
}

/** Whatever went wrong, a script is told that there is no file. */
export const tellNothingSaved = (message: string): string =>
  /No file was saved/.test(message) ? message : `${message} No file was saved.`
