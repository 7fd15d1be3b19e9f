/** The system's clipboard, on which the page itself may not write. */
import { ClipboardItem, clipboard } from 'electron'
import type { SystemClipboard } from '../ipc/handlers/charts.ts'

/** Each call takes the place of what was there before; each rejects when the system does not take what it is given. */
export const systemClipboard: SystemClipboard = {
  writeText: async text => clipboard.writeText(text),
  writePicture: async png =>
    clipboard.write([new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })]),
}
