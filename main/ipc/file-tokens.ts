/**
 * Capability tokens for files. A dialog or a drop issues one for the paths that the person chose, and the page redeems it in
 * a later call; no call accepts a path. A token works for one page, for one purpose, until the page chooses again or is gone.
 */
import { randomUUID } from 'node:crypto'
import { CallFailure } from '../files/failures.ts'

/** Use that the person chose the files for. A token of one use is refused for another. */
type FilePurpose = 'import' | 'restore' | 'history' | 'show'

export interface FileTokens {
  /** Replaces the token that the page had for this purpose. */
  issue(pageId: number, purpose: FilePurpose, paths: readonly string[]): string
  /** @throws CallFailure `not-found` unless this very token was issued to the page for this purpose */
  redeem(pageId: number, purpose: FilePurpose, token: string): readonly string[]
  /** Revokes every token of a page. */
  revoke(pageId: number): void
}

interface Grant {
  readonly token: string
  readonly paths: readonly string[]
}

const refusals: Readonly<Record<FilePurpose, string>> = {
  import: 'Choose the files again. Nothing was read.',
  restore: 'Choose the file again. Nothing was changed.',
  history: 'Choose the file or folder again. Nothing was imported.',
  show: 'Save the report again to open it from here.',
}

export function createFileTokens(): FileTokens {
  const grants = new Map<number, Map<FilePurpose, Grant>>()
  return {
    issue(pageId, purpose, paths) {
      const token = randomUUID()
      const own = grants.get(pageId) ?? new Map<FilePurpose, Grant>()
      grants.set(pageId, own.set(purpose, { token, paths: [...paths] }))
      return token
    },
    redeem(pageId, purpose, token) {
      const grant = grants.get(pageId)?.get(purpose)
      if (grant === undefined || grant.token !== token)
        throw new CallFailure({ code: 'not-found', message: refusals[purpose] })
      return grant.paths
    },
    revoke: pageId => void grants.delete(pageId),
  }
}
