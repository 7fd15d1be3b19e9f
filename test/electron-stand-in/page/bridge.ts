/**
 * Bridge end in one of a page's two worlds: its own or the preload's isolated one.
 *
 * The worlds share only the document. DOM events reach the other world synchronously, so a call over the
 * bridge returns its value at once, as over Electron's contextBridge.
 * `makeBridge` uses only its arguments and the DOM, because its source text is injected into pages.
 */
import type { CodecHooks, makeCodec as MakeCodec, Tagged } from '../codec.ts'

export interface Bridge {
  /** Hands a value to the other world under a name. Functions and promises in it keep working there. */
  offer(name: string, value: unknown): void
}

type Message =
  | { type: 'call'; turn: number; id: number; values: unknown }
  | { type: 'return'; turn: number; succeeded: boolean; value: unknown }
  | { type: 'settle'; id: number; succeeded: boolean; value: unknown }
  | { type: 'offer'; name: string; value: unknown }

/**
 * @param channel a name that the page's own scripts cannot guess
 * @param onOffer takes what the other world offers
 */
export function makeBridge(
  makeCodec: typeof MakeCodec,
  channel: string,
  mine: 'page' | 'preload',
  onOffer: (name: string, value: unknown) => void,
): Bridge {
  const theirs = mine === 'page' ? 'preload' : 'page'
  const functions = new Map<number, (...values: unknown[]) => unknown>()
  const ids = new WeakMap<object, number>()
  const theirFunctions = new Map<number, (...values: unknown[]) => unknown>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>()
  const returned = new Map<number, Extract<Message, { type: 'return' }>>()
  let count = 0

  function post(message: Message): void {
    window.dispatchEvent(new CustomEvent(`${channel}-${theirs}`, { detail: JSON.stringify(message) }))
  }

  const hooks: CodecHooks = {
    encode(value) {
      if (typeof value === 'function')
        return { $: 'function', v: getId(value as (...values: unknown[]) => unknown) }
      if (!(value instanceof Promise)) return undefined
      const id = ++count
      value.then(
        result => tellSettled(id, true, result),
        error => tellSettled(id, false, error),
      )
      return { $: 'promise', v: id }
    },
    decode(tagged: Tagged) {
      const id = tagged.v as number
      if (tagged.$ === 'promise')
        return new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
      let theirFunction = theirFunctions.get(id)
      if (!theirFunction) {
        theirFunction = (...values) => call(id, values)
        theirFunctions.set(id, theirFunction)
      }
      return theirFunction
    },
  }
  const codec = makeCodec(hooks)

  function getId(target: (...values: unknown[]) => unknown): number {
    let id = ids.get(target)
    if (id === undefined) {
      id = ++count
      ids.set(target, id)
      functions.set(id, target)
    }
    return id
  }

  function tellSettled(id: number, succeeded: boolean, outcome: unknown): void {
    try {
      post({ type: 'settle', id, succeeded, value: codec.encode(outcome) })
    } catch (error) {
      post({ type: 'settle', id, succeeded: false, value: codec.encode(error) })
    }
  }

  function call(id: number, values: unknown[]): unknown {
    const turn = ++count
    post({ type: 'call', turn, id, values: codec.encode(values) })
    const answer = returned.get(turn)
    returned.delete(turn)
    if (!answer) throw new Error('The other world did not answer')
    const value = codec.decode(answer.value)
    if (!answer.succeeded) throw value
    return value
  }

  function answerCall({ turn, id, values }: Extract<Message, { type: 'call' }>): void {
    try {
      const value = functions.get(id)?.(...(codec.decode(values) as unknown[]))
      post({ type: 'return', turn, succeeded: true, value: codec.encode(value) })
    } catch (error) {
      post({ type: 'return', turn, succeeded: false, value: codec.encode(error) })
    }
  }

  function settle({ id, succeeded, value }: Extract<Message, { type: 'settle' }>): void {
    const promise = promises.get(id)
    promises.delete(id)
    if (succeeded) promise?.resolve(codec.decode(value))
    else promise?.reject(codec.decode(value))
  }

  window.addEventListener(`${channel}-${mine}`, event => {
    event.stopImmediatePropagation()
    const message: Message = JSON.parse((event as CustomEvent<string>).detail)
    if (message.type === 'call') answerCall(message)
    else if (message.type === 'return') returned.set(message.turn, message)
    else if (message.type === 'settle') settle(message)
    else onOffer(message.name, codec.decode(message.value))
  })

  return { offer: (name, value) => post({ type: 'offer', name, value: codec.encode(value) }) }
}
