/**
 * Script for a page's isolated world: gives the preload its `require`, carries its calls to the main process, and
 * reports title, bounds, colour scheme, unhandled keys and unhandled right-clicks of the page.
 * `preparePreloadWorld` uses only its arguments and the DOM, because its source text is injected into pages.
 */
import type { makeCodec as MakeCodec } from '../codec.ts'
import type { makeBridge as MakeBridge } from './bridge.ts'
import type { Bounds, ContextPlace, FromPage, MainCalls, ToPage } from './messages.ts'

export interface Names {
  mainCallsName: string
  binding: string
  receiver: string
  askedFiles: string
  pathPlaceholder: string
}

type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: object,
  global: typeof globalThis,
) => void

type Listener = (event: object, ...values: unknown[]) => void

/** @param processFacts the `process` that sandboxed preloads see */
export function preparePreloadWorld(
  makeCodec: typeof MakeCodec,
  makeBridge: typeof MakeBridge,
  channel: string,
  names: Names,
  processFacts: object,
  preload?: Preload,
): void {
  const codec = makeCodec()
  const carry = Reflect.get(globalThis, names.binding) as (text: string) => void
  const send = (message: FromPage) => carry(JSON.stringify(message))
  const bridge = makeBridge(makeCodec, channel, 'preload', () => {})

  function present(name: string, target: object): object {
    return new Proxy(target, {
      get(object, key) {
        if (
          typeof key === 'symbol' ||
          key in object ||
          ['then', 'toJSON', '__esModule', 'default'].includes(key)
        ) {
          return Reflect.get(object, key)
        }
        throw new Error(`${name}.${key} is not in the stand-in for Electron`)
      },
    })
  }

  // ------------------------------------------------------------------ calls to the main process
  const waiting = new Map<number, { resolve(value: never): void; reject(reason: Error): void }>()
  let count = 0

  function call<Result>(makeMessage: (id: number) => FromPage): Promise<Result> {
    return new Promise((resolve, reject) => {
      const id = ++count
      waiting.set(id, { resolve, reject })
      send(makeMessage(id))
    })
  }

  function receive(text: string): void {
    const message: ToPage = JSON.parse(text)
    if (message.type === 'event') {
      hear(message.channel, codec.decode(message.values) as unknown[])
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    const value = codec.decode(message.value) as never
    if (message.succeeded) call?.resolve(value)
    else call?.reject(new Error(value))
  }
  Object.defineProperty(globalThis, names.receiver, { value: receive })

  // ------------------------------------------------------------------ ipcRenderer
  let listeners: { channel: string; listener: Listener; once: boolean }[] = []

  function hear(name: string, values: unknown[]): void {
    for (const entry of listeners.filter(({ channel }) => channel === name)) {
      if (entry.once) listeners = listeners.filter(other => other !== entry)
      entry.listener({ sender: ipcRenderer, ports: [], preventDefault() {} }, ...values)
    }
  }

  function on(name: string, listener: Listener): object {
    listeners.push({ channel: name, listener, once: false })
    return ipcRenderer
  }

  function off(name: string, listener: Listener): object {
    const index = listeners.findLastIndex(entry => entry.channel === name && entry.listener === listener)
    listeners = listeners.filter((_, at) => at !== index)
    return ipcRenderer
  }

  const ipcRenderer = present('ipcRenderer', {
    invoke: (name: string, ...values: unknown[]) => {
      const encoded = codec.encode(values)
      return call(id => ({ type: 'invoke', id, channel: name, values: encoded }))
    },
    send: (name: string, ...values: unknown[]) =>
      send({ type: 'send', channel: name, values: codec.encode(values) }),
    on,
    addListener: on,
    off,
    removeListener: off,
    once: (name: string, listener: Listener) => {
      listeners.push({ channel: name, listener, once: true })
      return ipcRenderer
    },
    removeAllListeners: (name?: string) => {
      listeners = name === undefined ? [] : listeners.filter(({ channel }) => channel !== name)
      return ipcRenderer
    },
    listenerCount: (name: string) => listeners.filter(({ channel }) => channel === name).length,
  })

  // ------------------------------------------------------------------ calls offered to the page's own world
  const mainCalls: MainCalls = {
    ask: (permission, details) =>
      call(id => ({ type: 'ask', id, permission, details: codec.encode(details) })),
    check: permission => call(id => ({ type: 'check', id, permission })),
    open: (url, frameName, features) => send({ type: 'open', url, frameName, features }),
    leave: url => send({ type: 'leave', url }),
  }
  bridge.offer(names.mainCallsName, mainCalls)

  // ------------------------------------------------------------------ reports to the main process
  const getBounds = (): Bounds => ({ x: screenX, y: screenY, width: outerWidth, height: outerHeight })
  for (const cause of ['resize', 'focus', 'blur'] as const) {
    window.addEventListener(cause, () => send({ type: 'bounds', cause, bounds: getBounds() }))
  }
  // Chromium sends a page no event when its window is moved: the pointer's return into the page takes its place.
  document.addEventListener('mouseenter', () =>
    send({ type: 'bounds', cause: 'pointer', bounds: getBounds() }),
  )

  const darkness = matchMedia('(prefers-color-scheme: dark)')
  const sendScheme = () => send({ type: 'scheme', dark: darkness.matches })
  darkness.addEventListener('change', sendScheme)
  sendScheme()

  let title = ''
  function sendTitle(): void {
    if (document.title === title) return
    title = document.title
    send({ type: 'title', title })
  }
  window.addEventListener('DOMContentLoaded', () => {
    sendTitle()
    new MutationObserver(sendTitle).observe(document.head, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })

  // Page before menu, as in Electron: a key or right-click that the page handles does not reach the menu. The listener is
  // moved to the end at each event, behind those that the page itself has put on the window.
  function listenLast<Name extends 'keydown' | 'contextmenu'>(
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
  ): void {
    const moveToEnd = () => {
      window.removeEventListener(name, listener)
      window.addEventListener(name, listener)
    }
    window.addEventListener(name, moveToEnd, true)
  }
  listenLast('keydown', answerKey)
  listenLast('contextmenu', event => {
    if (event.defaultPrevented) return
    // In place of Chromium's own menu.
    event.preventDefault()
    send({ type: 'context', place: describePlace(event) })
  })

  function describePlace(event: MouseEvent): ContextPlace {
    const [target] = event.composedPath()
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
    const isText =
      isField && !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(target.type)
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    const { selectionStart, selectionEnd, value } = isText
      ? target
      : { selectionStart: null, selectionEnd: null, value: '' }
    return {
      x: event.clientX,
      y: event.clientY,
      isEditable: isText
        ? !target.readOnly && !target.disabled
        : target instanceof HTMLElement && target.isContentEditable,
      selectionText:
        selectionStart === null || selectionEnd === null
          ? String(getSelection())
          : value.slice(selectionStart, selectionEnd),
      linkURL: link?.href ?? '',
      isPassword: isText && target.type === 'password',
      canUndo: document.queryCommandEnabled('undo'),
      canRedo: document.queryCommandEnabled('redo'),
    }
  }

  function answerKey(event: KeyboardEvent): void {
    const { key, code, ctrlKey: control, metaKey: meta, altKey: alt, shiftKey: shift } = event
    if (event.defaultPrevented || ['Control', 'Meta', 'Alt', 'Shift'].includes(key)) return
    if (!control && !meta && !alt && !/^F\d+$/.test(key) && key !== 'Escape') return
    // Chromium's own shortcuts (print, find, developer tools ...) are not Electron's; those of text fields are.
    const isChromiums = control || meta ? /^([bd-uw+=0-]|F\d+)$/i.test(key) : /^F\d+$/.test(key)
    if (isChromiums) event.preventDefault()
    send({ type: 'key', key: { key, code, control, meta, alt, shift } })
  }

  // ------------------------------------------------------------------ paths of files
  const files: File[] = []
  Object.defineProperty(globalThis, names.askedFiles, { value: files })
  const webUtils = present('webUtils', {
    // Chromium tells a page no path: the main process puts it in the place of this text.
    getPathForFile(file: unknown) {
      if (!(file instanceof File)) throw new TypeError('getPathForFile expects a File')
      return `${names.pathPlaceholder}${files.push(file) - 1}`
    },
  })

  // ------------------------------------------------------------------ the preload
  const electron = present('electron (in a preload)', {
    contextBridge: present('contextBridge', {
      exposeInMainWorld: (name: string, value: unknown) => bridge.offer(name, value),
    }),
    ipcRenderer,
    webUtils,
  })
  function require(name: string): unknown {
    if (/^electron(\/(renderer|common))?$/.test(name)) return electron
    throw new Error(`module not found: ${name}`) // as a sandboxed preload is told
  }
  const module = { exports: {} }
  preload?.(require, module, module.exports, present('process (in a preload)', processFacts), globalThis)
}
