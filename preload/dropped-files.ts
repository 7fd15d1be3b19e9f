/** Files dropped on the window: their paths go to main, and the page learns what becomes of them from main. */
import { ipcRenderer, webUtils } from 'electron'
import { DROP_CHANNEL } from '../shared/call-names.ts'

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true

/** Takes dropped files, anywhere in the window; text that is dragged is left to the page. */
export function takeDroppedFiles(): void {
  // Unless it is prevented, the window refuses the drop.
  window.addEventListener('dragover', event => {
    if (holdsFiles(event)) event.preventDefault()
  })
  window.addEventListener('drop', event => {
    if (!holdsFiles(event)) return
    event.preventDefault()
    // A script of the page can dispatch an event, though its files would have no path.
    if (!event.isTrusted) return
    const files = [...(event.dataTransfer?.files ?? [])]
    void ipcRenderer.invoke(
      DROP_CHANNEL,
      files.map(file => webUtils.getPathForFile(file)),
    )
  })
}
