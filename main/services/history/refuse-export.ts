/** Refusals of an export as a whole: damaged, incomplete or hostile. Rows that cannot be entries are left out instead. */

import { CallFailure } from '../../files/failures.ts'
import { getErrorCode } from '../../files/file-errors.ts'

/** @param message what is wrong, and what to do; nothing has been imported */
export const refuseExport = (message: string): CallFailure =>
  new CallFailure({ code: 'invalid-input', message, problems: [] })

export const INCOMPLETE =
  'This export is incomplete: it ends too early. Nothing was imported. Export it again.'
export const DAMAGED = 'This export is damaged. Nothing was imported. Export it again, or copy it again.'

/** Errors of zlib and yauzl as refusals; errors of the file system and refusals are returned as they are. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof CallFailure) return error
  const code = getErrorCode(error)
  if (code === 'Z_BUF_ERROR') return refuseExport(INCOMPLETE)
  if (code !== undefined && !code.startsWith('Z_')) return error
  if (!(error instanceof Error)) return error
  // yauzl throws plain errors, with no code to tell them apart.
  if (/relative path|absolute path|invalid characters in fileName/.test(error.message))
    return refuseExport(
      'This zip holds names that lead out of its folder. It may be meant to do harm, so nothing was read.',
    )
  if (/encrypt/.test(error.message))
    return refuseExport('This zip is locked with a password. Unpack it, and choose the folder.')
  if (/compression method/.test(error.message))
    return refuseExport(
      'This zip is packed in a way that Unknot cannot read. Unpack it, and choose the folder.',
    )
  if (/End of central directory|overflows file bounds|unexpected EOF|multi-disk/i.test(error.message))
    return refuseExport(INCOMPLETE)
  return refuseExport(DAMAGED)
}
