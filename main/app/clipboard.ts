/** The system's clipboard, on which the page itself may not write. */
import { ClipboardItem, clipboard } from 'electron'
import type { SystemClipboard } from '../ipc/handlers/charts.ts'

/** Each call replaces the clipboard's content, and rejects when the system refuses it. */
export const systemClipboard: SystemClipboard = {
  writeText: async text => clipboard.writeText(text),
  writePicture: async png =>
    clipboard.write([new ClipboardItem({ 'image/png': new Blob([png], { type: 'image/png' }) })]),
}
