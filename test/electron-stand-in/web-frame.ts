/** The main frame of a page, as senders of messages are shown to the app. */
import type { WebFrameMain } from 'electron'
import { present } from './absence.ts'
import type { WebContents } from './web-contents.ts'

/** Electron's origin of an address: that of a scheme of the app's own is not opaque, as Node's URL would have it. */
export function getOrigin(url: string): string {
  if (!url) return 'null'
  const { protocol, host, origin } = new URL(url)
  return origin === 'null' && host ? `${protocol}//${host}` : origin
}

export function makeMainFrame(contents: WebContents): WebFrameMain {
  const frame = {
    get url() {
      return contents.getURL()
    },
    get origin() {
      return getOrigin(contents.getURL())
    },
    get top(): WebFrameMain {
      return shown
    },
    get framesInSubtree(): WebFrameMain[] {
      return [shown]
    },
    parent: null,
    detached: false,
    frameTreeNodeId: contents.id,
    routingId: 1,
    processId: contents.id,
    name: '',
    isDestroyed: () => contents.isDestroyed(),
    send: (channel: string, ...values: unknown[]) => contents.send(channel, ...values),
    executeJavaScript: (code: string, userGesture?: boolean) => contents.executeJavaScript(code, userGesture),
  }
  const shown = present<WebFrameMain>('WebFrameMain', frame)
  return shown
}
