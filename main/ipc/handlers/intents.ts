import { basename } from 'node:path'
import type { Handlers } from '../../../shared/contract.ts'
import type { Intent } from '../../../shared/intents.ts'
import { findPurpose } from '../../services/transfer/file-purpose.ts'
import type { IntentQueue, QueuedIntent } from '../intents.ts'
import type { Pages } from '../pages.ts'

export interface IntentDeps {
  readonly intents: Pick<IntentQueue, 'take'>
  readonly pages: Pick<Pages, 'files'>
}

export function createIntentHandlers({ intents, pages }: IntentDeps): Pick<Handlers, 'takeIntents'> {
  function toIntent(queued: QueuedIntent, pageId: number): Intent {
    if (queued.kind === 'command') return queued
    const { paths } = queued
    const kind = findPurpose(paths)
    const token = pages.files.issue(pageId, kind, paths)
    return kind === 'restore'
      ? { kind, file: token }
      : { kind, chosen: { files: token, names: paths.map(path => basename(path)) } }
  }
  return { takeIntents: (_input, { pageId }) => intents.take().map(queued => toIntent(queued, pageId)) }
}
