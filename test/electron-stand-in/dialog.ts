/**
 * `dialog`: native dialogs. Every call is recorded. Tests answer by replacing a function of `dialog`, as they do on
 * Electron. Otherwise zenity shows the dialog, or the page's own prompt where zenity is missing; without a display every
 * dialog is dismissed at once.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type {
  Dialog,
  FileFilter,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import { present, refuse, refuseUnknown } from './absence.ts'
import { app } from './app.ts'
import { getBrowser } from './browser.ts'
import { record } from './records.ts'
import { openWindows } from './registry.ts'

/** Arguments of a dialog: the parent window is optional and comes first. */
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

interface FileQuestion {
  readonly title: string
  /** Further arguments of zenity. */
  readonly words: readonly string[]
  readonly filters: readonly FileFilter[]
  readonly suggestion: string
}

/** @returns the chosen paths; empty when dismissed or without a display */
async function askForFiles({ title, words, filters, suggestion }: FileQuestion): Promise<string[]> {
  if (getBrowser().headless) return []
  const kinds = filters.map(
    ({ name, extensions }) => `--file-filter=${name} | ${extensions.map(ending => `*.${ending}`).join(' ')}`,
  )
  const chosen = await askZenity([
    '--file-selection',
    `--title=${title}`,
    `--filename=${suggestion}`,
    '--separator=\n',
    ...kinds,
    ...words,
  ])
  if (chosen !== undefined) return chosen === null ? [] : chosen.split('\n')
  const typed = await askPage('prompt', title, suggestion)
  return typeof typed === 'string' && typed !== '' ? [resolve(getUsualFolder(), typed)] : []
}

/** Folder against which a typed name without a path is resolved. */
function getUsualFolder(): string {
  const downloads = app.getPath('downloads')
  return existsSync(downloads) ? downloads : app.getPath('home')
}

const fileOptions = ['title', 'defaultPath', 'filters', 'properties']

async function showSaveDialog(...given: Given<SaveDialogOptions>): Promise<SaveDialogReturnValue> {
  const options = getOptions(given)
  refuseUnknown('dialog.showSaveDialog', options, fileOptions)
  const { title = 'Save', defaultPath = 'untitled', filters = [], properties = [] } = options
  for (const property of properties)
    if (property !== 'dontAddToRecent') refuse(`dialog.showSaveDialog property '${property}'`)
  const suggestion = resolve(getUsualFolder(), defaultPath)
  const [file = ''] = await askForFiles({
    title,
    words: ['--save', '--confirm-overwrite'],
    filters,
    suggestion,
  })
  const isAgreed = file !== '' && (!existsSync(file) || (await mayReplace(file)))
  const answer = { canceled: !isAgreed, filePath: isAgreed ? file : '' }
  record('dialog', 'showSaveDialog', options, answer)
  return answer
}

/** Overwrite confirmation. Repeats zenity's own, because the page's prompt, used without zenity, has none. */
async function mayReplace(file: string): Promise<boolean> {
  return (await askPage('confirm', `There is a file of this name already. Replace it?\n\n${file}`)) === true
}

// The last one is of Windows alone, and changes nothing here.
const openProperties = ['openFile', 'openDirectory', 'multiSelections', 'createDirectory', 'dontAddToRecent']

async function showOpenDialog(...given: Given<OpenDialogOptions>): Promise<OpenDialogReturnValue> {
  const options = getOptions(given)
  refuseUnknown('dialog.showOpenDialog', options, fileOptions)
  const { title = 'Open', defaultPath, filters = [], properties = ['openFile'] } = options
  for (const property of properties)
    if (!openProperties.includes(property)) refuse(`dialog.showOpenDialog property '${property}'`)
  const filePaths = await askForFiles({
    title,
    words: [
      ...(properties.includes('openDirectory') ? ['--directory'] : []),
      ...(properties.includes('multiSelections') ? ['--multiple'] : []),
    ],
    filters,
    suggestion: resolve(getUsualFolder(), defaultPath ?? ''),
  })
  const answer = { canceled: filePaths.length === 0, filePaths }
  record('dialog', 'showOpenDialog', options, answer)
  return answer
}

const messageOptions = [
  'type',
  'title',
  'message',
  'detail',
  'buttons',
  'defaultId',
  'cancelId',
  'checkboxChecked',
]

async function showMessageBox(...given: Given<MessageBoxOptions>): Promise<MessageBoxReturnValue> {
  const options = getOptions(given)
  refuseUnknown('dialog.showMessageBox', options, messageOptions)
  const response = await askForButton(options)
  const answer = { response, checkboxChecked: options.checkboxChecked ?? false }
  record('dialog', 'showMessageBox', options, answer)
  return answer
}

/** @returns index of the button; when dismissed `cancelId`, else the button named Cancel or No, else 0 */
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
  /** Printed to stderr, as Electron does without a display. */
  showErrorBox(title: string, content: string): void {
    record('dialog', 'showErrorBox', { title, content })
    console.error(`${title}\n${content}`)
  },
} satisfies Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>

export const dialog = present<Dialog>('dialog', implementation)
