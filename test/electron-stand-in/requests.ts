/**
 * Request interception: every request of a page is paused here. Navigations go to the app's guards, requests to its
 * `webRequest`, and requests for its own schemes to its protocol handlers.
 */
import type { OnBeforeRequestListenerDetails } from 'electron'
import { emitCancellable } from './absence.ts'
import { toInnerPolicy, toOuter } from './addresses.ts'
import type { Protocol, Session } from './cdp.ts'
import { findProtocolHandler } from './protocol.ts'
import { allowRequest } from './session.ts'
import type { WebContents } from './web-contents.ts'

type Paused = Protocol.Fetch.requestPausedPayload
type ResourceType = OnBeforeRequestListenerDetails['resourceType']

const resourceTypes: Record<string, ResourceType> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
}

let count = 0

export async function answerRequest(contents: WebContents, page: Session, paused: Paused): Promise<void> {
  const { requestId } = paused
  try {
    if (paused.resourceType === 'Document' && !allowNavigation(contents, paused)) {
      await page.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    } else if (!(await allowRequest(toDetails(contents, paused)))) {
      await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    } else {
      await serve(page, paused)
    }
  } catch (error) {
    if (contents.isDestroyed()) return
    console.error(`The request ${toOuter(paused.request.url)} failed:`, error)
    // The page may have dropped the request in the meantime.
    await page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => {})
  }
}

function toDetails(
  contents: WebContents,
  { request, frameId, resourceType }: Paused,
): OnBeforeRequestListenerDetails {
  const isMainFrame = frameId === contents.targetId
  const isDocument = resourceType === 'Document'
  return {
    id: ++count,
    url: toOuter(request.url),
    method: request.method,
    webContentsId: contents.id,
    webContents: contents.shown,
    frame: isMainFrame ? contents.mainFrame : null,
    resourceType: isDocument
      ? isMainFrame
        ? 'mainFrame'
        : 'subFrame'
      : (resourceTypes[resourceType] ?? 'other'),
    referrer: toOuter(request.headers.Referer ?? ''),
    // biome-ignore lint/plugin: Electron takes it from the system, whatever the app is told.
    timestamp: Date.now(),
    uploadData: [],
  }
}

/** Navigation guard. Only navigations begun by the page reach the app's listeners; the app's own `loadURL` does not. */
function allowNavigation(contents: WebContents, paused: Paused): boolean {
  const isMainFrame = paused.frameId === contents.targetId
  if (paused.redirectedRequestId !== undefined) return askRedirect(contents, paused, isMainFrame)
  // frameRequestedNavigation precedes the paused request in the same CDP session, so the set is up to date here.
  // Sub-frames are navigated by the page alone.
  if (isMainFrame && !contents.takeRequestedNavigation(paused.request.url)) return true
  return askNavigation(
    contents,
    toOuter(paused.request.url + (paused.request.urlFragment ?? '')),
    isMainFrame,
  )
}

/** Redirect guard, for navigations of the page and of the app alike. */
function askRedirect(contents: WebContents, { request }: Paused, isMainFrame: boolean): boolean {
  const url = toOuter(request.url)
  const frame = isMainFrame ? contents.mainFrame : null
  return emitCancellable(
    contents,
    'will-redirect',
    { url, isSameDocument: false, isMainFrame, frame },
    url,
    false,
    isMainFrame,
    1,
    1,
  )
}

export function askNavigation(contents: WebContents, url: string, isMainFrame: boolean): boolean {
  const details = { url, isSameDocument: false, isMainFrame, frame: isMainFrame ? contents.mainFrame : null }
  if (!emitCancellable(contents, 'will-frame-navigate', details)) return false
  return !isMainFrame || emitCancellable(contents, 'will-navigate', details, url, false, true, 1, 1)
}

async function serve(page: Session, { requestId, request }: Paused): Promise<void> {
  const url = toOuter(request.url)
  const handler = findProtocolHandler(new URL(url).protocol.slice(0, -1))
  if (!handler) {
    await page.send('Fetch.continueRequest', { requestId })
    return
  }
  const entries = request.postDataEntries ?? []
  const body = Buffer.concat(entries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')))
  const response = await handler(
    new Request(url, {
      method: request.method,
      headers: request.headers,
      ...(body.length > 0 ? { body } : {}),
    }),
  )
  if (response.type === 'error') {
    await page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
    return
  }
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'content-security-policy' ? toInnerPolicy(value) : value,
  }))
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}
