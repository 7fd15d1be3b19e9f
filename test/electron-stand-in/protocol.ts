/** `protocol`: the app's own schemes, answered by its handlers. */
import type { Protocol } from 'electron'
import { present, refuse } from './absence.ts'
import { getPrivileges, registerSchemes } from './addresses.ts'
import { life } from './life.ts'

type Handler = Parameters<Protocol['handle']>[1]

const handlers = new Map<string, Handler>()

export function findProtocolHandler(scheme: string): Handler | undefined {
  return handlers.get(scheme)
}

const implementation: Pick<
  Protocol,
  'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'
> = {
  registerSchemesAsPrivileged(schemes) {
    if (life.ready)
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    registerSchemes(schemes)
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`)
    const privileges = getPrivileges(scheme)
    // Pages of the scheme are https inside Chromium: only such a scheme behaves the same.
    if (!privileges?.standard || !privileges.secure) {
      refuse(`protocol.handle for a scheme that is not registered as standard and secure ('${scheme}')`)
    }
    handlers.set(scheme, handler)
  },
  unhandle(scheme) {
    handlers.delete(scheme)
  },
  isProtocolHandled: scheme => handlers.has(scheme),
}

export const protocol = present<Protocol>('protocol', implementation)
