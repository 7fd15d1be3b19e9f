/**
 * Setting of the custom backup folder. Stored next to the journal instead of in it, since a restore must not change it.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { backupOrigin } from '../../../shared/archive/backup.ts'
import { writeWhole } from '../../files/write-whole.ts'

const setting = z.strictObject({ folder: z.string().nullable(), origin: backupOrigin })
type Setting = z.infer<typeof setting>

export interface OwnFolder {
  readonly path: string
  /** Random id of this installation, which distinguishes its copies from those of others in the same folder. */
  readonly origin: string
}

export interface FolderSetting {
  /** Null when no custom folder is set. */
  get(): OwnFolder | null
  set(path: string | null): Promise<void>
  /** Clears the folder and draws a new `origin`, so that copies left in the folder count as another installation's. */
  forget(): void
}

/** @param path file of the setting; an unreadable one counts as absent */
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
