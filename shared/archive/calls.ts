/** What the page may ask about keeping the journal: backups, copies, files in and out. Part of the contract. */
import { z } from 'zod'
import { MAX_PASSPHRASE_LENGTH } from '../kinds/limits.ts'
import { backupList, backupPreview, backupRef } from './backup.ts'
import { importChoices, importPreview, passphrase } from './import-plan.ts'

const nothing = z.strictObject({})

/** The least that is worth typing each time: somebody who has the file can try as often as they like. */
const LEAST_PASSPHRASE_LENGTH = 8
const TOO_SHORT = `Use at least ${LEAST_PASSPHRASE_LENGTH} characters. A few words that do not belong together are good.`

/** What a copy is locked with; null for one that anybody can read. */
export const newPassphrase = z
  .string()
  .min(LEAST_PASSPHRASE_LENGTH, TOO_SHORT)
  .max(MAX_PASSPHRASE_LENGTH, `Shorten the passphrase to ${MAX_PASSPHRASE_LENGTH} characters.`)
  .nullable()

/** The word that is typed before everything is erased. */
export const ERASE_WORD = 'erase'

/** Where something was saved; null when the person changed their mind. */
const savedPlace = z.strictObject({ path: z.string().nullable() })

export const keepingCalls = {
  listBackups: { access: 'reads', input: nothing, output: backupList },
  backUpNow: { access: 'writes', input: nothing, output: backupList },
  /** Asks for a folder to which backups are brought as well. */
  chooseBackupFolder: { access: 'writes', input: nothing, output: backupList },
  /** From now on backups are made in the standard place only. What lies in the other folder stays there. */
  forgetBackupFolder: { access: 'writes', input: nothing, output: backupList },
  /** Asks for any file to restore; null when the person changed their mind. */
  chooseBackupFile: { access: 'writes', input: nothing, output: backupRef.nullable() },
  previewBackup: {
    access: 'reads',
    input: z.strictObject({ backup: backupRef, passphrase }),
    output: backupPreview,
  },
  /** Puts a backup in the journal's place, after a copy of what is there now. */
  restoreBackup: {
    access: 'writes',
    input: z.strictObject({ backup: backupRef, passphrase }),
    output: nothing,
  },
  /** Begins an empty journal where only its backups are left. These stay. */
  beginAnew: { access: 'writes', input: nothing, output: nothing },

  /** Saves the whole journal, as its file or as JSON, where the person wants it. */
  saveCopy: {
    access: 'writes',
    input: z.strictObject({ format: z.enum(['journal', 'json']), passphrase: newPassphrase }),
    output: savedPlace,
  },
  /** Saves the journal as it is open here, also once its file is gone from its place. */
  saveOpenJournal: { access: 'writes', input: nothing, output: savedPlace },
  /** Saves a table for each kind where the person wants it: into a new folder, or locked into one file. */
  saveTables: { access: 'writes', input: z.strictObject({ passphrase: newPassphrase }), output: savedPlace },

  /** Asks for the files to import; no names when the person changed their mind. */
  chooseImport: { access: 'writes', input: nothing, output: z.strictObject({ names: z.array(z.string()) }) },
  /** Says what importing the chosen files would do. Changes nothing. */
  previewImport: { access: 'reads', input: importChoices, output: importPreview },
  /** Imports the chosen files as the plan of that token says: all of it, or nothing. */
  runImport: {
    access: 'writes',
    input: importChoices.extend({ token: z.string().max(64) }),
    output: importPreview,
  },

  /** Removes the journal and its backups, and begins an empty journal. */
  eraseEverything: {
    access: 'writes',
    input: z.strictObject({
      confirmation: z.literal(ERASE_WORD, { error: `Type ${ERASE_WORD} to confirm.` }),
      /** Also the backups in the folder of the person's choice. */
      ownFolder: z.boolean(),
    }),
    output: nothing,
  },
} as const
