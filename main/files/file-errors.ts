/**
 * Error codes of the file system and SQLite, translated into sentences for the person. No other file has such
 * sentences.
 */

/** Operation that failed. One code can need different sentences: EACCES on reading is not EACCES on saving. */
export type FileUse = 'save' | 'back-up' | 'read' | 'remove' | 'journal'

const always: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'You have used all the disk space you are allowed.',
  EFBIG: 'The file would be larger than is allowed here.',
  EIO: 'The disk reports an error. Check the disk.',
  EROFS: 'This disk is read-only.',
  ENXIO: 'The disk is no longer there.',
  ENODEV: 'The disk is no longer there.',
  ETIMEDOUT: 'The network folder does not answer.',
  EHOSTDOWN: 'The network folder does not answer.',
  ENOTCONN: 'The network folder does not answer.',
  ESTALE: 'The network folder does not answer.',
  EMFILE: 'Too many files are open on this computer. Close other programs and try again.',
  ENFILE: 'Too many files are open on this computer. Close other programs and try again.',
  ENOMEM: 'This needs more memory than is available.',
  ENAMETOOLONG: 'This name is too long. Choose a shorter one.',
  ELOOP: 'Links lead in a circle here, so there is no file. Choose another place.',
  EINVAL: 'This name is not possible here. Choose another one.',
  EILSEQ: 'This name is not possible here. Choose another one.',
  ERR_INVALID_ARG_VALUE: 'This name is not possible here. Choose another one.',
  ENOTDIR: 'This is not a folder. Choose another one.',
  EBUSY: 'The file is open in another program. Close it there and try again.',
  ETXTBSY: 'The file is open in another program. Close it there and try again.',
  SQLITE_FULL: 'The disk is full.',
  SQLITE_IOERR: 'The disk reports an error. Check the disk.',
  SQLITE_READONLY: 'The file is write-protected.',
  SQLITE_BUSY: 'Another program has the journal open. Close it there and try again.',
  SQLITE_LOCKED: 'Another program has the journal open. Close it there and try again.',
  SQLITE_CORRUPT: 'The journal’s file is damaged.',
  SQLITE_NOTADB: 'The journal’s file is damaged.',
  SQLITE_NOMEM: 'This needs more memory than is available.',
}

const forUse: Readonly<Record<FileUse, Readonly<Record<string, string>>>> = {
  save: {
    EACCES: 'You are not allowed to write to this folder. Choose another one.',
    EPERM: 'You are not allowed to write this file. Choose another name or folder.',
    EROFS: 'This disk is read-only. Choose another one.',
    EBUSY: 'The file is open in another program. Close it there, or choose another name.',
    ENOENT: 'This folder is no longer there. Choose another one.',
    EISDIR: 'There is a folder with that name. Choose another name.',
    EEXIST: 'There is a folder with that name. Choose another name.',
    ENOTEMPTY: 'There is a folder with that name. Choose another name.',
  },
  'back-up': {
    EACCES: 'Unknot is not allowed to write to the backup folder.',
    EPERM: 'Unknot is not allowed to write to the backup folder.',
    EROFS: 'The backup disk is read-only.',
    ENOENT: 'The backup folder is no longer there.',
    EEXIST: 'There is a file where the backup folder should be.',
    ENOTDIR: 'There is a file where the backup folder should be.',
    SQLITE_CANTOPEN: 'The backup folder or the journal cannot be opened.',
  },
  read: {
    EACCES: 'You are not allowed to read this file.',
    EPERM: 'You are not allowed to read this file.',
    ENOENT: 'This file is no longer there. Choose it again.',
    EISDIR: 'This is a folder. Choose a file in it.',
  },
  remove: {
    EACCES: 'Unknot is not allowed to remove a file.',
    EPERM: 'Unknot is not allowed to remove a file.',
  },
  journal: {
    EACCES: 'You are not allowed to use the journal’s file.',
    EPERM: 'You are not allowed to use the journal’s file.',
    ENOENT: 'The journal’s file is no longer there.',
    SQLITE_CANTOPEN: 'The journal’s file cannot be opened.',
  },
}

const unknown: Readonly<Record<FileUse, string>> = {
  save: 'The file could not be written',
  'back-up': 'The backup could not be written',
  read: 'The file could not be read',
  remove: 'A file could not be removed',
  journal: 'The journal could not be read or written',
}

/** Code of a Node or SQLite error; undefined for any other error. */
export function getErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Codes that mean "disk full" on Linux: SQLite could not extend or sync the WAL index. */
const FULL_IN_DISGUISE = /^SQLITE_IOERR_SHM(SIZE|OPEN|MAP)$/

/** @returns the sentence, or undefined for an unknown error */
export function findFileErrorSentence(error: unknown, use: FileUse): string | undefined {
  const code = getErrorCode(error)
  if (code === undefined) return undefined
  if (FULL_IN_DISGUISE.test(code)) return always.SQLITE_FULL
  // Extended codes fall back to their primary code: SQLITE_IOERR_WRITE to SQLITE_IOERR.
  const [group = code] = /^SQLITE_[A-Z]+/.exec(code) ?? []
  return forUse[use][code] ?? forUse[use][group] ?? always[code] ?? always[group]
}

/** Sentence for any error; an unknown one is described by its operation and code. */
export function describeFileError(error: unknown, use: FileUse = 'save'): string {
  const code = getErrorCode(error)
  return findFileErrorSentence(error, use) ?? `${unknown[use]}${code === undefined ? '' : ` (${code})`}.`
}

/** True for failures of the target that is written to; false for faults of the input. */
export const isWriteFailure = (error: unknown): boolean =>
  /^(ENOSPC|EDQUOT|EFBIG|EROFS|SQLITE_(FULL|IOERR|READONLY).*)$/.test(getErrorCode(error) ?? '')
