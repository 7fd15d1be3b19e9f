/** The Chrome DevTools Protocol over the pipe that Chromium opens on its file descriptors 3 and 4. */
import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Commands = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues
export type Events = Protocol.Events

/** CDP session with the browser as a whole, or with one page. */
export interface Session {
  /** @throws when Chromium refuses the command or has gone */
  send<C extends keyof Commands>(command: C, parameters?: Commands[C]): Promise<Results[C]>
  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void
}

interface Waiting {
  command: string
  resolve(result: never): void
  reject(reason: Error): void
}

interface Message {
  id?: number
  sessionId?: string
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
}

export class Connection implements Session {
  private readonly input: Writable
  private readonly waiting = new Map<number, Waiting>()
  private readonly emitters = new Map<string, EventEmitter>()
  private count = 0
  private ended = false

  constructor(input: Writable, output: Readable) {
    this.input = input
    // Write errors after Chromium's exit are ignored: `end` rejects the open commands.
    input.on('error', () => {})
    let parts: Buffer[] = []
    output.on('data', (data: Buffer) => {
      let chunk = data
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0)) {
        parts.push(chunk.subarray(0, end))
        this.receive(JSON.parse(Buffer.concat(parts).toString('utf8')))
        parts = []
        chunk = chunk.subarray(end + 1)
      }
      if (chunk.length > 0) parts.push(chunk)
    })
  }

  send<C extends keyof Commands>(command: C, parameters?: Commands[C]): Promise<Results[C]> {
    return this.sendTo(undefined, command, parameters)
  }

  on<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.emitter('').on(event, listener)
  }

  off<E extends keyof Events>(event: E, listener: (payload: Events[E]) => void): void {
    this.emitter('').off(event, listener)
  }

  /** Opens a CDP session with one page. */
  async attach(targetId: string): Promise<Session> {
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true })
    return {
      send: (command, parameters) => this.sendTo(sessionId, command, parameters),
      on: (event, listener) => void this.emitter(sessionId).on(event, listener),
    }
  }

  /** Exit of Chromium: rejects every command that is still waiting for its result. */
  end(): void {
    this.ended = true
    for (const { command, reject } of this.waiting.values())
      reject(new Error(`${command}: Chromium has gone`))
    this.waiting.clear()
  }

  private sendTo<C extends keyof Commands>(
    sessionId: string | undefined,
    command: C,
    parameters?: Commands[C],
  ): Promise<Results[C]> {
    if (this.ended) return Promise.reject(new Error(`${command}: Chromium has gone`))
    return new Promise((resolve, reject) => {
      const id = ++this.count
      this.waiting.set(id, { command, resolve, reject })
      this.input.write(`${JSON.stringify({ id, method: command, params: parameters ?? {}, sessionId })}\0`)
    })
  }

  private receive(message: Message): void {
    if (message.id === undefined) {
      if (message.method) this.emitter(message.sessionId ?? '').emit(message.method, message.params)
      return
    }
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.command}: ${message.error.message}`))
    else waiting?.resolve(message.result as never)
  }

  private emitter(sessionId: string): EventEmitter {
    let emitter = this.emitters.get(sessionId)
    if (!emitter) {
      emitter = new EventEmitter()
      emitter.setMaxListeners(0)
      this.emitters.set(sessionId, emitter)
    }
    return emitter
  }
}
