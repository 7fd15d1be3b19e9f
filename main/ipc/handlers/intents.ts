import type { Handlers } from '../../../shared/contract.ts'
import type { Intent } from '../../../shared/intents.ts'
import type { IntentQueue, QueuedIntent } from '../intents.ts'
import { openFiles } from '../open-files.ts'
import type { Pages } from '../pages.ts'

export interface IntentDeps {
  readonly intents: Pick<IntentQueue, 'take'>
  readonly pages: Pick<Pages, 'files'>
}

export function createIntentHandlers({ intents, pages }: IntentDeps): Pick<Handlers, 'takeIntents'> {
  const toIntent = (queued: QueuedIntent, pageId: number): Intent =>
    queued.kind === 'command' ? queued : openFiles(pages.files, pageId, queued.paths)
  return { takeIntents: (_input, { pageId }) => intents.take().map(queued => toIntent(queued, pageId)) }
}
