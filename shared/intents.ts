/**
 * Intents: what the person asks of the program from outside of its page. Commands of the menus, of the dock or jump list,
 * or of the command line, and files dropped on the window or opened on the desktop. main queues them, and the page takes
 * them once it can carry them out, so that none is lost while a window opens.
 */
import { z } from 'zod'
import { openedFiles } from './archive/calls.ts'

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
  ...openedFiles.options,
])
export type Intent = z.infer<typeof intent>

export const intentCalls = {
  /** Takes the intents that have come since the last call, oldest first. */
  takeIntents: { access: 'writes', input: z.strictObject({}), output: z.array(intent) },
} as const
