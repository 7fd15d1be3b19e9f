/** `WebFrameMain` of a page's main frame, which the app sees as the sender of a message. */
import type { WebFrameMain } from 'electron'
import { present } from './absence.ts'
import type { WebContents } from './web-contents.ts'

/** Origin as Electron gives it: not opaque for custom schemes, unlike Node's URL. */
function getOrigin(url: string): string {
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
