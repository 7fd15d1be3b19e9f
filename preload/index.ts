/** What the page gets of the outside world: one function per call of the contract, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import { buildPerCall } from '../shared/call-names.ts'
import type { JournalApi } from '../shared/contract.ts'

contextBridge.exposeInMainWorld(
  'unknot',
  buildPerCall<JournalApi>(call => input => ipcRenderer.invoke(call, input)),
)
