/** Calls and messages between pages and the main process. */
import { EventEmitter } from 'node:events'
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { present } from './absence.ts'
import { makeCodec } from './codec.ts'
import type { FromPage } from './page/messages.ts'

type Handler = Parameters<IpcMain['handle']>[1]

/** IPC channels of the main process: one instance for all pages (`ipcMain`), one per page (`webContents.ipc`). */
export class Channels extends EventEmitter {
  readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...values) => {
      this.removeHandler(channel)
      return handler(event, ...values)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

const codec = makeCodec()
const channels = new Channels()
export const ipcMain = present<IpcMain>('ipcMain', channels)

/**
 * Runs the handler of a call.
 * @returns the encoded value
 * @throws with the sentence that Electron gives the page, which holds no more of the error than its message
 */
export async function answerCall(
  { channel, values }: Extract<FromPage, { type: 'invoke' }>,
  event: IpcMainInvokeEvent,
  own: Channels,
): Promise<unknown> {
  const handler = own.handlers.get(channel) ?? channels.handlers.get(channel)
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return codec.encode(await handler(event, ...(codec.decode(values) as unknown[])))
  } catch (error) {
    if (handler) console.error(`Error occurred in handler for '${channel}':`, error)
    throw new Error(`Error invoking remote method '${channel}': ${error}`)
  }
}

export function deliverMessage(
  { channel, values }: Extract<FromPage, { type: 'send' }>,
  event: IpcMainEvent,
  own: Channels,
): void {
  const decoded = codec.decode(values) as unknown[]
  own.emit(channel, event, ...decoded)
  channels.emit(channel, event, ...decoded)
}
