/**
 * `globalShortcut`: keeps what is registered, where a test can press it. The desktop's keys do not reach the stand-in; a
 * test that needs a refusal replaces `register`.
 */
import type { GlobalShortcut } from 'electron'
import { present } from './absence.ts'
import { readAccelerator } from './accelerator.ts'

const pressed = () => {
  const shortcuts = globalThis.electronStandIn?.globalShortcuts
  if (!shortcuts) throw new Error('The records of the stand-in for Electron are missing')
  return shortcuts
}

const implementation: Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll' | 'isRegistered'> = {
  register(accelerator, callback) {
    readAccelerator(accelerator)
    if (pressed().has(accelerator)) return false
    pressed().set(accelerator, callback)
    return true
  },
  unregister: accelerator => void pressed().delete(accelerator),
  unregisterAll: () => pressed().clear(),
  isRegistered: accelerator => pressed().has(accelerator),
}

export const globalShortcut = present<GlobalShortcut>('globalShortcut', implementation)
