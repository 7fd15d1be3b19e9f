/** The folder of the person's own choice for backups. Kept beside the journal, not in it: a restore must not change it. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { writeWhole } from '../report/files.ts'

const setting = z.strictObject({ folder: z.string().nullable() })

export interface FolderSetting {
  /** Null when there is only the standard place. */
  get(): string | null
  set(folder: string | null): Promise<void>
}

/** @param path the setting's file; one that cannot be read counts as none */
export function createFolderSetting(path: string): FolderSetting {
  let folder = read(path)
  return {
    get: () => folder,
    set: async chosen => {
      await writeWhole(path, JSON.stringify({ folder: chosen }))
      folder = chosen
    },
  }
}

function read(path: string): string | null {
  try {
    return setting.parse(JSON.parse(readFileSync(path, 'utf8'))).folder
  } catch {
    return null
  }
}
