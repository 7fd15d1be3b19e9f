/** What the page gets of the outside world: one function per call of the contract, and what main told it of the computer. */
import { contextBridge, ipcRenderer } from 'electron'
import { buildPerCall } from '../shared/call-names.ts'
import type { JournalApi } from '../shared/contract.ts'
import { readSurroundings } from '../shared/surroundings.ts'

contextBridge.exposeInMainWorld(
  'unknot',
  buildPerCall<JournalApi>(call => input => ipcRenderer.invoke(call, input)),
)

contextBridge.exposeInMainWorld('unknotSurroundings', readSurroundings(process.argv))
