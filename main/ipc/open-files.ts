/** Files that the person chose or dropped, recognised by their content, as a page gets them: with a token in place of paths. */
import { basename } from 'node:path'
import type { OpenedFiles } from '../../shared/archive/calls.ts'
import { findPurpose } from '../services/transfer/file-purpose.ts'
import type { FileTokens } from './file-tokens.ts'

/** @param locked purpose of a locked file whose name says nothing */
export function openFiles(
  tokens: Pick<FileTokens, 'issue'>,
  pageId: number,
  paths: readonly string[],
  locked?: 'import' | 'restore',
): OpenedFiles {
  const kind = findPurpose(paths, locked)
  const token = tokens.issue(pageId, kind, paths)
  return kind === 'restore'
    ? { kind, file: token }
    : { kind, chosen: { files: token, names: paths.map(path => basename(path)) } }
}
