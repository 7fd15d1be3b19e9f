import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Size of a file, or of all files of a folder, in bytes. */
export function sizeOf(path: string): number {
  const status = lstatSync(path)
  if (!status.isDirectory()) return status.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

export const describeSize = (path: string): string => `${(sizeOf(path) / 1e6).toFixed(1)} MB`
