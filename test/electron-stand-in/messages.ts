/** Dispatcher for messages from pages: one handler per message type. */
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { present } from './absence.ts'
import { BrowserWindow } from './browser-window.ts'
import { makeCodec } from './codec.ts'
import { answerCall, deliverMessage } from './ipc.ts'
import { pressAccelerator } from './menu.ts'
import { setSystemScheme } from './native-theme.ts'
import type { ContextPlace, FromPage, ToPage } from './page/messages.ts'
import { askNavigation } from './requests.ts'
import { askPermission, checkPermission } from './session.ts'
import { shell } from './shell.ts'
import { setMessageDispatcher, type WebContents } from './web-contents.ts'

const codec = makeCodec()

setMessageDispatcher(dispatchMessage)

function dispatchMessage(contents: WebContents, message: FromPage, post: (answer: ToPage) => void): void {
  const answer = (id: number, value: Promise<unknown>) =>
    void value.then(
      encoded => post({ type: 'reply', id, succeeded: true, value: encoded }),
      error => post({ type: 'reply', id, succeeded: false, value: messageOf(error) }),
    )
  switch (message.type) {
    case 'invoke':
      answer(message.id, answerCall(message, makeEvent(contents), contents.ipc))
      break
    case 'send': {
      const values = codec.decode(message.values) as unknown[]
      contents.emit('ipc-message', makeEvent(contents), message.channel, ...values)
      deliverMessage(message, makeEvent(contents), contents.ipc)
      break
    }
    case 'ask': {
      const details = codec.decode(message.details) as object
      answer(message.id, askPermission(contents, message.permission, details))
      break
    }
    case 'check':
      answer(message.id, checkPermission(contents, message.permission))
      break
    case 'open':
      openWindow(contents, message)
      break
    case 'leave':
      void leaveBrowser(contents, message.url)
      break
    case 'title':
      contents.window.onTitleChanged(message.title)
      break
    case 'scheme':
      setSystemScheme(message.dark)
      break
    case 'key':
      pressAccelerator(message.key, contents.window)
      break
    case 'context':
      contents.emit(
        'context-menu',
        present('the event of a right-click', {}),
        toParams(contents, message.place),
      )
      break
    case 'bounds':
      contents.window.onBoundsReported(message.cause, message.bounds)
      break
  }
}

/** Spelling and media are absent: there is no spelling checker here, and no menu for pictures. */
function toParams(contents: WebContents, place: ContextPlace): Electron.ContextMenuParams {
  const { isEditable, isPassword, selectionText, canUndo, canRedo } = place
  const isCopyable = selectionText !== '' && !isPassword
  return present('ContextMenuParams', {
    x: place.x,
    y: place.y,
    frame: contents.mainFrame,
    linkURL: place.linkURL,
    isEditable,
    selectionText,
    misspelledWord: '',
    dictionarySuggestions: [],
    menuSourceType: 'mouse',
    editFlags: {
      canUndo,
      canRedo,
      canCut: isEditable && isCopyable,
      canCopy: isCopyable,
      canPaste: isEditable,
      canDelete: isEditable && selectionText !== '',
      canSelectAll: true,
      canEditRichly: false,
    },
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function makeEvent(contents: WebContents): IpcMainEvent & IpcMainInvokeEvent {
  return present('the event of a message', {
    type: 'frame',
    sender: contents.shown,
    senderFrame: contents.mainFrame,
    frameId: 1,
    processId: contents.id,
    ports: [],
    preventDefault() {},
    defaultPrevented: false,
    reply: (channel: string, ...values: unknown[]) => contents.send(channel, ...values),
  })
}

function openWindow(
  contents: WebContents,
  { url, frameName, features }: Extract<FromPage, { type: 'open' }>,
): void {
  const disposition = features ? 'new-window' : 'foreground-tab'
  const referrer = { url: contents.getURL(), policy: 'strict-origin-when-cross-origin' as const }
  const answer = contents.openHandler?.({ url, frameName, features, disposition, referrer }) ?? {
    action: 'allow',
  }
  if (answer.action === 'deny') return
  const window = new BrowserWindow(answer.overrideBrowserWindowOptions)
  contents.emit('did-create-window', window.shown, { url, frameName, disposition, referrer })
  window.loadURL(url).catch(error => console.error(messageOf(error)))
}

/** External links such as mailto: open on the desktop unless a navigation guard or the permission handler refuses. */
async function leaveBrowser(contents: WebContents, url: string): Promise<void> {
  if (!askNavigation(contents, url, true)) return
  if (await askPermission(contents, 'openExternal', { externalURL: url })) await shell.openExternal(url)
}
