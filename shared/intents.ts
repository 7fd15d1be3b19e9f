/**
 * Intents: what the person asks of the program from outside of its page. Commands of the menus, of the dock or jump list,
 * or of the command line, and files dropped on the window or opened on the desktop. main queues them, and the page takes
 * them once it can carry them out, so that none is lost while a window opens.
 */
import { z } from 'zod'
import { chosenFiles } from './archive/calls.ts'
import { fileToken } from './archive/file-token.ts'

/** Commands of the menus. Those that are also keyboard shortcuts of the page have the shortcut's name. */
export const menuCommands = [
  'crampNow',
  'addEntry',
  'quickAdd',
  'import',
  'saveCopy',
  'printReport',
  'undo',
  'today',
  'journal',
  'insights',
  'plan',
  'report',
  'settings',
  'largerText',
  'smallerText',
  'usualText',
  'list',
  'purpose',
  'threats',
  'licences',
  'about',
] as const
export type MenuCommand = (typeof menuCommands)[number]

const intent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), command: z.enum(menuCommands) }),
  /** Files to show the preview of: nothing of them reaches the journal unasked. */
  z.strictObject({ kind: z.literal('import'), chosen: chosenFiles }),
  /** Copy of a whole journal, to show the preview of. */
  z.strictObject({ kind: z.literal('restore'), file: fileToken }),
])
export type Intent = z.infer<typeof intent>

export const intentCalls = {
  /** Takes the intents that have come since the last call, oldest first. */
  takeIntents: { access: 'writes', input: z.strictObject({}), output: z.array(intent) },
} as const
