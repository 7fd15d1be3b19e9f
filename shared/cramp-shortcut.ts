/** Global shortcut that starts the clock of a cramp from any program; off unless the person turns it on. */
import { z } from 'zod'

/**
 * Keys on offer, as Electron writes them. Function keys, since letters with Ctrl and Alt type characters on many keyboards.
 */
export const crampShortcutKeys = [
  'CommandOrControl+Shift+F9',
  'CommandOrControl+Shift+F8',
  'CommandOrControl+Shift+F7',
] as const
export type CrampShortcutKeys = (typeof crampShortcutKeys)[number]

const crampShortcut = z.strictObject({
  /**
   * `waiting`: the system has taken the keys, but they have not been pressed yet; some systems report success and pass
   * nothing on. `works`: they have arrived once. `refused`: the system did not take them, or another program has them.
   */
  state: z.enum(['off', 'waiting', 'works', 'refused']),
  keys: z.enum(crampShortcutKeys).nullable(),
  /** Command line that does the same, for the keyboard settings of the system. */
  command: z.string(),
})
export type CrampShortcut = z.infer<typeof crampShortcut>

export const crampShortcutCalls = {
  getCrampShortcut: { access: 'reads', input: z.strictObject({}), output: crampShortcut },
  /** Registers the keys and waits for a press of them; null turns the shortcut off. */
  setCrampShortcut: {
    access: 'writes',
    input: z.strictObject({ keys: z.enum(crampShortcutKeys).nullable() }),
    output: crampShortcut,
  },
} as const
