/**
 * Script for a page's own world, run before the page's scripts: exposes the preload's API, and intercepts the calls that
 * Electron puts before the main process (new windows, permissions).
 * `prepareOwnWorld` uses only its arguments and the DOM, because its source text is injected into pages.
 */
import type { makeCodec as MakeCodec } from '../codec.ts'
import type { makeBridge as MakeBridge } from './bridge.ts'
import type { MainCalls } from './messages.ts'

export function prepareOwnWorld(
  makeCodec: typeof MakeCodec,
  makeBridge: typeof MakeBridge,
  channel: string,
  mainCallsName: string,
): void {
  let mainCalls: MainCalls | undefined
  makeBridge(makeCodec, channel, 'page', (name, value) => {
    if (name === mainCallsName) mainCalls = value as MainCalls
    else Object.defineProperty(window, name, { value: freeze(value), enumerable: true })
  })

  function getMainCalls(): MainCalls {
    if (!mainCalls) throw new Error('The preload world of the stand-in for Electron is missing')
    return mainCalls
  }

  function freeze(value: unknown): unknown {
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      for (const inner of Object.values(value)) freeze(inner)
    }
    return typeof value === 'object' || typeof value === 'function' ? Object.freeze(value) : value
  }

  // ------------------------------------------------------------------ new windows
  // window.open never reaches Chromium: closing a refused window over CDP would leave Playwright waiting for it.
  window.open = (url, frameName, features) => {
    getMainCalls().open(
      String(new URL(url ?? 'about:blank', document.baseURI)),
      frameName ?? '',
      features ?? '',
    )
    return null
  }

  function followLink(event: MouseEvent): void {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    if (!link?.href || event.defaultPrevented || event.button > 1) return
    const elsewhere =
      !['', '_self', '_parent', '_top'].includes(link.target) ||
      event.button === 1 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    const leaves = !/^(https?|file|blob|data|javascript|about):/i.test(link.href)
    if (!elsewhere && !leaves) return
    event.preventDefault()
    if (elsewhere) getMainCalls().open(link.href, link.target.startsWith('_') ? '' : link.target, '')
    else getMainCalls().leave(link.href)
  }
  window.addEventListener('click', followLink)
  window.addEventListener('auxclick', followLink)

  // ------------------------------------------------------------------ permissions
  // The main process sets Chromium's own permission; the page's call then goes on to Chromium, so the page gets
  // Chromium's result, granted or refused.
  type Callable = (...values: never[]) => unknown

  function askBefore(
    owner: object | undefined,
    method: string,
    permission: string,
    details?: Callable,
  ): void {
    const original: unknown = owner && Reflect.get(owner, method)
    if (!owner || typeof original !== 'function') return
    const asking = async function (this: unknown, ...values: never[]) {
      await getMainCalls().ask(permission, details?.(...values) ?? {})
      return Reflect.apply(original, this, values)
    }
    Object.defineProperty(owner, method, { value: asking, writable: true, configurable: true })
  }

  askBefore(globalThis.Notification, 'requestPermission', 'notifications')
  askBefore(
    globalThis.MediaDevices?.prototype,
    'getUserMedia',
    'media',
    (constraints?: MediaStreamConstraints) => ({
      mediaTypes: [...(constraints?.audio ? ['audio'] : []), ...(constraints?.video ? ['video'] : [])],
    }),
  )
  askBefore(globalThis.MediaDevices?.prototype, 'getDisplayMedia', 'display-capture')
  askBefore(globalThis.Clipboard?.prototype, 'read', 'clipboard-read')
  askBefore(globalThis.Clipboard?.prototype, 'readText', 'clipboard-read')
  askBefore(globalThis.Clipboard?.prototype, 'write', 'clipboard-sanitized-write')
  askBefore(globalThis.Clipboard?.prototype, 'writeText', 'clipboard-sanitized-write')

  const geolocation = globalThis.Geolocation?.prototype
  askBefore(geolocation, 'getCurrentPosition', 'geolocation')
  if (geolocation) watchPositions(geolocation)

  /** `watchPosition` must return an id synchronously, before Chromium has given its own: ids of this page map to those. */
  function watchPositions(owner: Geolocation): void {
    const { watchPosition, clearWatch } = owner
    const watches = new Map<number, number | 'cleared' | 'asking'>()
    owner.watchPosition = function (this: Geolocation, ...values) {
      const id = watches.size + 1
      watches.set(id, 'asking')
      getMainCalls()
        .ask('geolocation', {})
        .then(() => {
          if (watches.get(id) === 'asking') watches.set(id, Reflect.apply(watchPosition, this, values))
        })
      return id
    }
    owner.clearWatch = function (this: Geolocation, id) {
      const watch = watches.get(id)
      if (typeof watch === 'number') Reflect.apply(clearWatch, this, [watch])
      watches.set(id, 'cleared')
    }
  }

  // Fullscreen and pointer lock have no permission in Chromium that could be set: a refusal is thrown here.
  function askOrRefuse(owner: object, method: string, permission: string): void {
    const original: unknown = Reflect.get(owner, method)
    if (typeof original !== 'function') return
    const asking = async function (this: unknown, ...values: never[]) {
      if (await getMainCalls().ask(permission, {})) return Reflect.apply(original, this, values)
      throw new TypeError('Permissions check failed')
    }
    Object.defineProperty(owner, method, { value: asking, writable: true, configurable: true })
  }
  askOrRefuse(Element.prototype, 'requestFullscreen', 'fullscreen')
  askOrRefuse(Element.prototype, 'requestPointerLock', 'pointerLock')

  const query = globalThis.Permissions?.prototype.query
  if (query) {
    Permissions.prototype.query = async function (this: Permissions, descriptor) {
      const names: Record<string, string> = {
        camera: 'media',
        microphone: 'media',
        'clipboard-write': 'clipboard-sanitized-write',
      }
      await getMainCalls().check(names[descriptor.name] ?? descriptor.name)
      return Reflect.apply(query, this, [descriptor])
    }
  }
}
