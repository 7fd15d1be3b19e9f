/** Services of one open journal. Each is constructed once here, and handed to the handlers and to other services. */
import type { Clock } from '../../shared/time/clock.ts'
import type { JournalStore } from '../store/journal-store.ts'
import { createExperimentViews } from './experiments/experiment-views.ts'
import { createWarningService } from './warnings/warning-service.ts'

export type Services = ReturnType<typeof createServices>

export function createServices(store: JournalStore, clock: Clock) {
  const warnings = createWarningService(store)
  return { store, warnings, experimentViews: createExperimentViews(store, clock, warnings) }
}
