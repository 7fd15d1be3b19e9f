import type { Handlers } from '../../../shared/contract.ts'
import { createSuspectService, type SuspectDeps } from '../../services/analysis/suspect-service.ts'
import type { JournalStore } from '../../store/journal-store.ts'

type SuspectCalls = Pick<Handlers, 'listSuspects' | 'nameSuspect' | 'withdrawSuspect'>

export function createSuspectHandlers(journal: JournalStore, deps: SuspectDeps): SuspectCalls {
  const suspects = createSuspectService(journal, deps)
  return {
    listSuspects: () => suspects.list(),
    nameSuspect: ({ exposure }) => suspects.name(exposure),
    withdrawSuspect: ({ exposure }) => suspects.withdraw(exposure),
  }
}
