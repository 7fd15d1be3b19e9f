/** Event subscriber of the page: parses each message once and passes it to the listeners of its name. */
import type { EventApi } from '../../shared/contract.ts'
import { type EventName, type EventPayload, events } from '../../shared/events.ts'

export interface EventClient {
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void
}

type Listeners = { readonly [Name in EventName]: Set<(payload: EventPayload<Name>) => void> }

const isEventName = (name: unknown): name is EventName =>
  typeof name === 'string' && Object.hasOwn(events, name)

export function createEventClient({ subscribe }: EventApi): EventClient {
  const listeners: Listeners = {
    changed: new Set(),
    progress: new Set(),
    intentQueued: new Set(),
    finishDay: new Set(),
  }

  function dispatch<Name extends EventName>(name: Name, payload: unknown) {
    // Cast: TypeScript widens the parsed value to all payloads, though the name selects schema and listeners alike.
    const parsed = events[name].parse(payload) as EventPayload<Name>
    for (const listener of listeners[name]) listener(parsed)
  }

  subscribe(message => {
    const { name, payload }: { name?: unknown; payload?: unknown } = Object(message)
    if (isEventName(name)) dispatch(name, payload)
  })
  return {
    on: (name, listener) => {
      listeners[name].add(listener)
      return () => void listeners[name].delete(listener)
    },
  }
}
