/** `session`: permissions, request filter, downloads and stored data of pages. */
import type {
  DownloadItem,
  OnBeforeRequestListenerDetails,
  Session,
  WebRequest,
  WebRequestFilter,
} from 'electron'
import { emitCancellable, present, refuse, refuseUnknown, StrictEmitter } from './absence.ts'
import { toInner } from './addresses.ts'
import { type Browser, getBrowser } from './browser.ts'
import { findContents, openContents } from './registry.ts'
import type { WebContents } from './web-contents.ts'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type DisplayMediaHandler = NonNullable<Parameters<Session['setDisplayMediaRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void

// -------------------------------------------------------------------- permissions
let requestHandler: RequestHandler | null = null
let checkHandler: CheckHandler | null = null
let displayMediaHandler: DisplayMediaHandler | null = null

/** Electron's permissions that are put before the app, with Chromium's names of each. */
const askedFor: Record<string, readonly string[]> = {
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  // Chromium has no permission for this: the page's call itself is held back until the app has answered.
  'display-capture': [],
  fullscreen: [],
  pointerLock: [],
  openExternal: [],
}

/** Chromium's other permissions: denied without asking the app. */
const refusedAlways = [
  'accelerometer',
  'background-fetch',
  'background-sync',
  'display-capture',
  'idle-detection',
  'keyboard-lock',
  'local-fonts',
  'local-network-access',
  'midi',
  'nfc',
  'payment-handler',
  'persistent-storage',
  'screen-wake-lock',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'window-management',
]

/** Denies every permission in Chromium as the initial state. */
export async function refusePermissions(browser: Browser): Promise<void> {
  const names = [...refusedAlways, ...Object.values(askedFor).flat()]
  await Promise.all(
    names.map(name =>
      browser.connection.send('Browser.setPermission', { permission: { name }, setting: 'denied' }),
    ),
  )
}

/** Permission request of a page, put before the app's handler. Without a handler it is granted, as in Electron. */
export async function askPermission(
  contents: WebContents,
  permission: string,
  details: object,
): Promise<boolean> {
  const handler = requestHandler
  const facts = { ...details, isMainFrame: true, requestingUrl: contents.getURL() }
  const granted =
    !handler ||
    (await new Promise<boolean>(resolve => {
      handler(contents.shown, permission as Parameters<RequestHandler>[1], resolve, facts)
    }))
  await setPermission(contents, permission, granted)
  if (granted && permission === 'display-capture') await askDisplayMedia(contents)
  return granted
}

/** Screen-capture request, put before the app's handler. Chromium itself refuses the capture here. */
async function askDisplayMedia({ mainFrame }: WebContents): Promise<void> {
  const handler = displayMediaHandler
  if (!handler) return
  const request = {
    frame: mainFrame,
    securityOrigin: mainFrame.origin,
    videoRequested: true,
    audioRequested: false,
    userGesture: true,
  }
  const streams = await new Promise(resolve => handler(request, resolve))
  if (streams) refuse('capturing the display')
}

/** Result of `navigator.permissions.query`: the check handler's; granted without a handler, as in Electron. */
export async function checkPermission(contents: WebContents, permission: string): Promise<boolean> {
  const facts = { isMainFrame: true, requestingUrl: contents.getURL() }
  const granted =
    !checkHandler ||
    checkHandler(contents.shown, permission as Parameters<CheckHandler>[1], contents.mainFrame.origin, facts)
  await setPermission(contents, permission, granted)
  return granted
}

/** Origin of the page inside Chromium: `https://….stand-in.invalid` for `app://`. */
const originOf = (contents: WebContents) => new URL(toInner(contents.getURL())).origin

async function setPermission(contents: WebContents, permission: string, granted: boolean): Promise<void> {
  const origin = originOf(contents)
  if (!(permission in askedFor) && granted) refuse(`granting the permission '${permission}'`)
  await Promise.all(
    (askedFor[permission] ?? []).map(name =>
      getBrowser().connection.send('Browser.setPermission', {
        permission: { name },
        setting: granted ? 'granted' : 'denied',
        ...(origin === 'null' ? {} : { origin }),
      }),
    ),
  )
}

// -------------------------------------------------------------------- requests
let beforeRequest: { filter: WebRequestFilter; listener: BeforeRequest } | undefined

/** @returns whether the app's `webRequest.onBeforeRequest` lets the request go on */
export async function allowRequest(details: OnBeforeRequestListenerDetails): Promise<boolean> {
  const { filter, listener } = beforeRequest ?? {}
  if (!filter || !listener || !matchesFilter(filter, details)) return true
  const { cancel, redirectURL } = await new Promise<Electron.CallbackResponse>(resolve =>
    listener(details, resolve),
  )
  if (redirectURL) refuse('webRequest redirectURL')
  return !cancel
}

function matchesFilter(
  filter: WebRequestFilter,
  { url, resourceType }: OnBeforeRequestListenerDetails,
): boolean {
  const matches = (pattern: string) => toExpression(pattern).test(url)
  if (filter.types && !filter.types.some(type => type === resourceType)) return false
  return filter.urls.some(matches) && !filter.excludeUrls?.some(matches)
}

/** A match pattern of Chromium's: `https://*.example.org/*`, `<all_urls>`. */
function toExpression(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/
  const escaped = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replace(/^\*:/, 'https?:').replaceAll('*', '.*')}$`)
}

const webRequest: Pick<WebRequest, 'onBeforeRequest'> = {
  onBeforeRequest(first: WebRequestFilter | BeforeRequest | null, second?: BeforeRequest | null) {
    const isFilter = typeof first === 'object' && first !== null
    const filter = isFilter ? first : { urls: ['<all_urls>'] }
    const listener = isFilter ? second : first
    beforeRequest = listener ? { filter, listener } : undefined
  },
}

// -------------------------------------------------------------------- downloads
/** Reports downloads to the app, which may prevent them. */
export async function watchDownloads(browser: Browser): Promise<void> {
  browser.connection.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename, frameId }) => {
    const cancel = () => void browser.connection.send('Browser.cancelDownload', { guid }).catch(() => {})
    const item = present<DownloadItem>('DownloadItem', {
      getURL: () => url,
      getFilename: () => suggestedFilename,
      cancel,
    })
    const contents = findContents(frameId) ?? [...openContents.values()][0]
    if (!emitCancellable(session, 'will-download', {}, item, contents?.shown)) cancel()
  })
  await browser.connection.send('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true })
}

// -------------------------------------------------------------------- the one session
class StandInSession extends StrictEmitter {
  readonly webRequest = present<WebRequest>('session.webRequest', webRequest)

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler
  }

  setDisplayMediaRequestHandler(handler: DisplayMediaHandler | null): void {
    displayMediaHandler = handler
  }

  /** No-op: pages cannot reach devices (USB, HID, serial) here, whatever the handler returns. */
  setDevicePermissionHandler(): void {}

  /** Clears stored data of the origins that have an open page; data of other origins stays. */
  async clearData(options?: object): Promise<void> {
    refuseUnknown('session.clearData', options, [])
    const loaded = [...openContents.values()].filter(contents => contents.getURL() !== '')
    const byOrigin = new Map(loaded.map(contents => [originOf(contents), contents]))
    byOrigin.delete('null')
    await Promise.all(
      Array.from(byOrigin, ([origin, { page }]) =>
        page?.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }),
      ),
    )
  }

  /** Accepts false alone: Chromium has no spelling checker here. */
  setSpellCheckerEnabled(enable: boolean): void {
    if (enable) refuse('session.setSpellCheckerEnabled(true)')
  }

  setSpellCheckerLanguages(languages: string[]): void {
    if (languages.length > 0) refuse('session.setSpellCheckerLanguages of any language')
  }
}

const session = new StandInSession()
export const defaultSession = present<Session>('session', session)
export const sessionModule = present<typeof Electron.session>('session', { defaultSession })
