/**
 * Files dropped on the window. Their paths come from the preload, on a channel that is no call of the contract: a page
 * cannot name a path, and the system gives the preload none for a file that a script has made.
 */
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import { DROP_CHANNEL } from '../../shared/call-names.ts'
import type { IntentQueue } from './intents.ts'

/** Paths taken of one drop; more than an import accepts, so that it can say so. */
const MAX_DROPPED = 1_000
const paths = z.array(z.string().max(32_768))

export interface DropDeps {
  readonly intents: Pick<IntentQueue, 'add'>
  /** True for the program's own pages; other senders are rejected. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean
}

export function registerDrops(ipcMain: Pick<IpcMain, 'handle'>, { intents, isTrusted }: DropDeps): void {
  ipcMain.handle(DROP_CHANNEL, (event, given: unknown) => {
    if (!isTrusted(event)) throw new Error('refused')
    // Empty for what is no file of the disk, such as a picture dragged from a browser.
    const dropped = paths
      .parse(given)
      .filter(path => path !== '')
      .slice(0, MAX_DROPPED)
    if (dropped.length > 0) intents.add({ kind: 'files', paths: dropped })
  })
}
