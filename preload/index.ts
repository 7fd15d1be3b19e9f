/** Preload script. Exposes the contract's calls, main's events and the computer's time and region to the page. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { buildPerCall, EVENT_CHANNEL } from '../shared/call-names.ts'
import type { EventApi, JournalApi } from '../shared/contract.ts'
import { readSurroundings } from '../shared/surroundings.ts'
import { takeDroppedFiles } from './dropped-files.ts'

contextBridge.exposeInMainWorld(
  'unknot',
  buildPerCall<JournalApi>(call => (input, job) => ipcRenderer.invoke(call, input, job)),
)

// Exposes only `subscribe` instead of `ipcRenderer`: the page can listen to main's events, and to nothing else.
contextBridge.exposeInMainWorld('unknotEvents', {
  subscribe: listener => {
    const hear = (_event: IpcRendererEvent, message: unknown) => listener(message)
    ipcRenderer.on(EVENT_CHANNEL, hear)
    return () => void ipcRenderer.off(EVENT_CHANNEL, hear)
  },
} satisfies EventApi)

takeDroppedFiles()

contextBridge.exposeInMainWorld('unknotSurroundings', readSurroundings(process.argv))
