/**
 * Guards for missing API: a member, event or option that the stand-in lacks throws at once and names itself, because an
 * ignored call would let a spec pass here and fail on Electron.
 */
import { EventEmitter } from 'node:events'

/** @throws always */
export function refuse(name: string): never {
  throw new Error(`${name} is not in the stand-in for Electron`)
}

/** Property names that runtimes, debuggers and test tools look up on any object to learn its type; never refused. */
const probes = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'nodeName', 'asymmetricMatch', '$$typeof'])

/**
 * Shows `target` to the app as Electron's `T`, of which it need not have every member: asking for one that it lacks
 * throws by name. This is the one place where the stand-in's types are widened to Electron's.
 */
export function present<T extends object>(name: string, target: object): T {
  const guarded = new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || probes.has(key))
        return Reflect.get(object, key, receiver)
      return refuse(`${name}.${key}`)
    },
    set(object, key, value, receiver) {
      if (typeof key === 'string' && !(key in object)) return refuse(`${name}.${key}`)
      return Reflect.set(object, key, value, receiver)
    },
  })
  return guarded as T
}

/** Placeholder for an Electron module that is missing as a whole: importing it works, using it throws with its name. */
export function absent(name: string): object {
  const throws = (): never => refuse(name)
  return new Proxy(class {}, {
    get: (_, key) => (typeof key === 'symbol' || probes.has(key) ? undefined : refuse(`${name}.${key}`)),
    set: (_, key) => refuse(`${name}.${String(key)}`),
    apply: throws,
    construct: throws,
  })
}

/** Throws by name when an option is given that the stand-in would have to ignore. */
export function refuseUnknown(what: string, options: object | undefined, known: readonly string[]): void {
  for (const key of Object.keys(options ?? {})) {
    if (!known.includes(key)) refuse(`${what} option '${key}'`)
  }
}

/** An emitter that only takes listeners for events it does emit. */
export class StrictEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    this.setMaxListeners(0)
    const known = new Set<string | symbol>([...events, 'newListener', 'removeListener'])
    this.on('newListener', (event: string | symbol) => {
      if (!known.has(event)) refuse(`${name} event '${String(event)}'`)
    })
  }
}

/**
 * Emits an event whose listeners may call `preventDefault`.
 * @returns whether the default may go ahead
 */
export function emitCancellable(
  target: EventEmitter,
  event: string,
  details: object,
  ...rest: unknown[]
): boolean {
  let prevented = false
  const payload = {
    ...details,
    preventDefault() {
      prevented = true
    },
    get defaultPrevented() {
      return prevented
    },
  }
  target.emit(event, payload, ...rest)
  return !prevented
}
