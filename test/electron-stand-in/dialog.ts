/**
 * `dialog`: questions to the person. Every call is recorded. Tests answer by replacing a function of `dialog`, as they
 * do on Electron. Otherwise zenity asks where there is a display, or else the page itself; and without a display, where
 * nobody can answer, a dialog ends as if it had been dismissed.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import { present } from './absence.ts'
import { app } from './app.ts'
import { getBrowser } from './browser.ts'
import { record } from './records.ts'
import { openWindows } from './registry.ts'

/** Dialogs take a window first, or not. */
type Given<Options> = [options: Options] | [window: Electron.BaseWindow, options: Options]
const getOptions = <Options>(given: Given<Options>): Options => (given.length === 2 ? given[1] : given[0])

/** @returns the words printed, null when dismissed, undefined when there is no zenity */
function askZenity(words: string[]): Promise<string | null | undefined> {
  return new Promise(answer => {
    execFile('zenity', words, (error, output) => {
      if (!error) answer(output.trim())
      else answer(error.code === 'ENOENT' ? undefined : null)
    })
  })
}

/** Asks with the page's own confirm() or prompt(), which Chromium shows over the page. */
async function askPage(kind: 'confirm' | 'prompt', ...words: string[]): Promise<unknown> {
  const [window] = [...openWindows.values()].filter(window => window.isVisible())
  return window?.contents.executeJavaScript(`${kind}(${words.map(word => JSON.stringify(word)).join(', ')})`)
}

async function askForFile(title: string, words: string[], suggestion: string): Promise<string | null> {
  if (getBrowser().headless) return null
  const chosen = await askZenity(['--file-selection', `--title=${title}`, ...words])
  if (chosen !== undefined) return chosen
  const typed = await askPage('prompt', title, suggestion)
  return typeof typed === 'string' && typed !== '' ? resolve(getUsualFolder(), typed) : null
}

/** Where a name without a folder belongs. */
function getUsualFolder(): string {
  const downloads = app.getPath('downloads')
  return existsSync(downloads) ? downloads : app.getPath('home')
}

async function showSaveDialog(...given: Given<SaveDialogOptions>): Promise<SaveDialogReturnValue> {
  const options = getOptions(given)
  const suggestion = resolve(getUsualFolder(), options.defaultPath ?? 'untitled')
  const file = await askForFile(options.title ?? 'Save', ['--save', `--filename=${suggestion}`], suggestion)
  const answer = { canceled: file === null, filePath: file ?? '' }
  record('dialog', 'showSaveDialog', options, answer)
  return answer
}

async function showOpenDialog(...given: Given<OpenDialogOptions>): Promise<OpenDialogReturnValue> {
  const options = getOptions(given)
  const words = options.properties?.includes('openDirectory') ? ['--directory'] : []
  const file = await askForFile(options.title ?? 'Open', words, options.defaultPath ?? '')
  const answer = { canceled: file === null, filePaths: file === null ? [] : [file] }
  record('dialog', 'showOpenDialog', options, answer)
  return answer
}

async function showMessageBox(...given: Given<MessageBoxOptions>): Promise<MessageBoxReturnValue> {
  const options = getOptions(given)
  const response = await askForButton(options)
  const answer = { response, checkboxChecked: options.checkboxChecked ?? false }
  record('dialog', 'showMessageBox', options, answer)
  return answer
}

/** @returns the number of the button; dismissed, it is `cancelId`, or else that of a button named Cancel or No */
async function askForButton(options: MessageBoxOptions): Promise<number> {
  const { message, detail = '', buttons = ['OK'], defaultId = 0 } = options
  const named = buttons.findIndex(button => /^(cancel|no)$/i.test(button))
  const cancelId = options.cancelId ?? Math.max(named, 0)
  if (getBrowser().headless) return cancelId
  const choice = `OK: ${buttons[defaultId]}${buttons.length > 1 ? `, Cancel: ${buttons[cancelId]}` : ''}`
  const agreed = await askPage('confirm', [message, detail, choice].filter(Boolean).join('\n\n'))
  return agreed ? defaultId : cancelId
}

const implementation = {
  showSaveDialog,
  showOpenDialog,
  showMessageBox,
  /** Electron, too, prints it where there is no display. */
  showErrorBox(title: string, content: string): void {
    record('dialog', 'showErrorBox', { title, content })
    console.error(`${title}\n${content}`)
  },
} satisfies Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>

export const dialog = present<Dialog>('dialog', implementation)
