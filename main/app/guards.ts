/** Page sandbox: refuses network access, navigation, permissions and downloads, for every page of the program. */
import type { App, CommandLine, IpcMainInvokeEvent, Session } from 'electron'
import { isOwnPage } from './page-origin.ts'

/** Allows WebRTC over UDP only through a proxy that carries UDP, and there is none. */
const WEBRTC_POLICY = 'disable_non_proxied_udp'

/** Switches that each take precedence over `proxy-server`. */
const OTHER_PROXY_SWITCHES = ['no-proxy-server', 'proxy-auto-detect', 'proxy-pac-url']

/**
 * Cuts off Chromium's network stack, below the guards of the page: WebRTC, preconnects and DNS look-ups pass neither
 * the content security policy nor `webRequest`. Every connection goes to a proxy that does not exist, no name resolves,
 * and WebRTC sends nothing over UDP. To be called before the app is ready.
 *
 * @param devServer Vite's address while developing, when loopback addresses alone are reached directly
 */
export function closeNetwork(commandLine: CommandLine, devServer: string | undefined): void {
  for (const name of OTHER_PROXY_SWITCHES) commandLine.removeSwitch(name)
  commandLine.appendSwitch('proxy-server', 'http://127.0.0.1:1')
  // Chromium bypasses the proxy for loopback addresses unless told otherwise.
  commandLine.appendSwitch('proxy-bypass-list', devServer === undefined ? '<-loopback>' : '')
  commandLine.appendSwitch(
    'host-resolver-rules',
    devServer === undefined ? 'MAP * ~NOTFOUND' : 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  )
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', WEBRTC_POLICY)
}

/** Refuses new windows, navigation away from the program's pages, and embedded pages. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWebRTCIPHandlingPolicy(WEBRTC_POLICY)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', event => {
      if (!isOwnPage(app.isPackaged, event.url)) event.preventDefault()
    })
    contents.on('will-frame-navigate', event => {
      if (!isOwnPage(app.isPackaged, event.url)) event.preventDefault()
    })
    contents.on('will-redirect', event => {
      if (!isOwnPage(app.isPackaged, event.url)) event.preventDefault()
    })
    contents.on('will-attach-webview', event => event.preventDefault())
    // Unless it is prevented, Electron gives a page the first Bluetooth device in reach.
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault()
      choose('')
    })
  })
}

const LOCAL_PROTOCOLS = new Set(['data:', 'blob:', 'devtools:'])

/** Refuses every permission, every download, and every request that would leave the computer. */
export function guardSession(session: Session, isPackaged: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, give) => give(null))
  // Files are saved by the main process, where the person was asked for a place; a page has none to offer.
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({
      cancel: !(
        isOwnPage(isPackaged, url) ||
        LOCAL_PROTOCOLS.has(URL.parse(url)?.protocol ?? '') ||
        isHotReload(isPackaged, url)
      ),
    })
  })
}

/** Vite's hot-reload socket, on the page's own host; never in a packaged program. */
function isHotReload(isPackaged: boolean, url: string): boolean {
  return !isPackaged && isOwnPage(isPackaged, url.replace(/^ws/, 'http'))
}

/** Main frames of the program's own pages are trusted; every other sender is not. */
export function isTrustedCaller(event: IpcMainInvokeEvent, isPackaged: boolean): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === event.sender.mainFrame && isOwnPage(isPackaged, frame.url)
}
