/** Calls of the contract for backups, copies, export and import. */
import { z } from 'zod'
import { MAX_PASSPHRASE_LENGTH } from '../kinds/limits.ts'
import { backupList, backupPreview, backupRef } from './backup.ts'
import { fileToken } from './file-token.ts'
import { importChoices, importPreview, passphrase } from './import-plan.ts'

const nothing = z.strictObject({})

/** Minimum length, in characters. A copied file can be attacked with unlimited guesses. */
const LEAST_PASSPHRASE_LENGTH = 8
const TOO_SHORT = `Use at least ${LEAST_PASSPHRASE_LENGTH} characters. A few words that do not belong together are good.`

/** Passphrase that seals a copy; null for an unsealed one. */
export const newPassphrase = z
  .string()
  .min(LEAST_PASSPHRASE_LENGTH, TOO_SHORT)
  .max(MAX_PASSPHRASE_LENGTH, `Shorten the passphrase to ${MAX_PASSPHRASE_LENGTH} characters.`)
  .nullable()

/** Confirmation word, typed before everything is erased. */
export const ERASE_WORD = 'erase'

/** Path of the saved file; null if the dialog was cancelled. */
const savedPlace = z.strictObject({ path: z.string().nullable() })

/** Files that the person chose: their token for the calls that read them, and their names without folders. */
const chosenFiles = z.strictObject({ files: fileToken, names: z.array(z.string()) })
export type ChosenFiles = z.infer<typeof chosenFiles>

/**
 * Files that were chosen or dropped, by what their content is: the journal's own tables and texts, a copy of a whole
 * journal, or history of another program. Each leads to a preview: nothing reaches the journal unasked.
 */
export const openedFiles = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('import'), chosen: chosenFiles }),
  z.strictObject({ kind: z.literal('restore'), file: fileToken }),
  z.strictObject({ kind: z.literal('history'), chosen: chosenFiles }),
])
export type OpenedFiles = z.infer<typeof openedFiles>

const importOrder = importChoices.extend({ files: fileToken })

export const keepingCalls = {
  listBackups: { access: 'reads', input: nothing, output: backupList },
  backUpNow: { access: 'writes', input: nothing, output: backupList },
  /** Opens a dialog for a second folder that receives every backup. */
  chooseBackupFolder: { access: 'writes', input: nothing, output: backupList },
  /** Stops copying backups to the second folder; existing copies stay there. */
  forgetBackupFolder: { access: 'writes', input: nothing, output: backupList },
  /** Opens a dialog for a file to restore; null if it was cancelled. */
  chooseBackupFile: { access: 'writes', input: nothing, output: backupRef.nullable() },
  previewBackup: {
    access: 'reads',
    input: z.strictObject({ backup: backupRef, passphrase }),
    output: backupPreview,
  },
  /** Replaces the journal by a backup, after a safety copy. */
  restoreBackup: {
    access: 'writes',
    input: z.strictObject({ backup: backupRef, passphrase }),
    output: nothing,
  },
  /** Starts an empty journal if only backups are left. The backups stay. */
  beginAnew: { access: 'writes', input: nothing, output: nothing },

  /** Saves the whole journal, as SQLite or as JSON, to a path chosen in a dialog. */
  saveCopy: {
    access: 'writes',
    input: z.strictObject({ format: z.enum(['journal', 'json']), passphrase: newPassphrase }),
    output: savedPlace,
  },
  /** Saves the open journal, even if its file has been moved or deleted. */
  saveOpenJournal: { access: 'writes', input: nothing, output: savedPlace },
  /** Saves one CSV table per kind: into a new folder, or sealed into one file. */
  saveTables: { access: 'writes', input: z.strictObject({ passphrase: newPassphrase }), output: savedPlace },

  /** Opens a dialog for files, or for a folder, to bring in; null if it was cancelled. */
  chooseImport: {
    access: 'writes',
    input: z.strictObject({ what: z.enum(['files', 'folder']) }),
    output: openedFiles.nullable(),
  },
  /** Plans the import of the chosen files. Read-only. */
  previewImport: { access: 'reads', input: importOrder, output: importPreview },
  /** Imports the chosen files in one transaction, if the plan still has this token. */
  runImport: {
    access: 'writes',
    input: importOrder.extend({ token: z.string().max(64) }),
    output: importPreview,
  },

  /** Deletes the journal and its backups, and starts an empty journal. */
  eraseEverything: {
    access: 'writes',
    input: z.strictObject({
      confirmation: z.literal(ERASE_WORD, { error: `Type ${ERASE_WORD} to confirm.` }),
      /** Deletes this installation's backups in the second folder as well. */
      ownFolder: z.boolean(),
    }),
    output: nothing,
  },
} as const
