/** The folder of the person's own choice for backups. Kept beside the journal, not in it: a restore must not change it. */
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { backupOrigin } from '../../../shared/archive/backup.ts'
import { writeWhole } from '../../files/write-whole.ts'

const setting = z.strictObject({ folder: z.string().nullable(), origin: backupOrigin })
type Setting = z.infer<typeof setting>

export interface OwnFolder {
  readonly path: string
  /** Tells this installation's copies from those of others that are brought to the same folder. */
  readonly origin: string
}

export interface FolderSetting {
  /** Null when there is only the standard place. */
  get(): OwnFolder | null
  set(path: string | null): Promise<void>
  /** Forgets the choice, and begins anew: the copies that stay in the folder are another's from now on. */
  forget(): void
}

/** @param path the setting's file; one that cannot be read counts as none */
export function createFolderSetting(path: string): FolderSetting {
  let { folder, origin } = read(path)
  return {
    get: () => (folder === null ? null : { path: folder, origin }),
    set: async chosen => {
      await writeWhole(path, JSON.stringify({ folder: chosen, origin } satisfies Setting))
      folder = chosen
    },
    forget: () => {
      rmSync(path, { force: true })
      ;({ folder, origin } = beginSetting())
    },
  }
}

const beginSetting = (): Setting => ({ folder: null, origin: randomBytes(4).toString('hex') })

function read(path: string): Setting {
  try {
    return setting.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return beginSetting()
  }
}
