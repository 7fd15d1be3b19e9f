/**
 * Report without a window or a display, for scripts: runs the same calls as the report's screen, with arguments in
 * place of clicks. Works while another instance has the journal open.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'
import type { Handlers } from '../../shared/contract.ts'
import type { Paper } from '../../shared/locale/conventions.ts'
import { writeUnprintableSentence } from '../../shared/report/printable.ts'
import { answer } from '../ipc/calls.ts'
import type { HeadlessTask } from './headless-task.ts'

/** Caller id of the command line; ids of pages start at 1. */
const CALLER = { pageId: 0 }

/** Gives this process its own Chromium folder: a running instance has locked the usual one. */
export function separateSessionData(app: Pick<App, 'getPath' | 'setPath'>): void {
  app.setPath('sessionData', join(app.getPath('userData'), 'report-session'))
}

/** Error sentence when there is no journal; undefined when there is. A report never creates one. */
export function findMissingJournal(path: string, isDemo: boolean): string | undefined {
  return isDemo || existsSync(path) ? undefined : `There is no journal at ${path}. No file was saved.`
}

/**
 * @param warn called with a sentence about content that the saved file lacks
 * @returns the sentence to exit with, or undefined when the file was saved
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

/** Paper of the report, by precedence: `--paper`, the profile, the system's region. */
async function choosePaper(
  handlers: Partial<Handlers>,
  { order, isPaperNamed }: HeadlessTask,
): Promise<Paper> {
  const profile = await answer(handlers, 'getProfile', {}, CALLER)
  return isPaperNamed || !profile.ok ? order.paper : (profile.value.paper ?? order.paper)
}

/** Ends every error with "No file was saved", so that a script's log states the outcome. */
export const tellNothingSaved = (message: string): string =>
  /No file was saved/.test(message) ? message : `${message} No file was saved.`
