/** Services of one open journal. Each is constructed once, here, and handed to the handlers and to other services. */
import type { Clock } from '../../shared/time/clock.ts'
import type { JournalStore } from '../store/journal-store.ts'
import { createEntryService } from './entries/entry-service.ts'
import { createOwnFactorService } from './entries/own-factor-service.ts'
import { createExperimentService, drawRandomSeed } from './experiments/experiment-service.ts'
import { createExperimentViews } from './experiments/experiment-views.ts'
import { createWarningService } from './warnings/warning-service.ts'

export type Services = ReturnType<typeof createServices>

/** @param drawSeed overridden in tests only */
export function createServices(store: JournalStore, clock: Clock, drawSeed = drawRandomSeed) {
  const warnings = createWarningService(store)
  const experimentViews = createExperimentViews(store, clock, warnings)
  return {
    store,
    clock,
    warnings,
    entryService: createEntryService(store, clock, warnings),
    ownFactorService: createOwnFactorService(store, clock),
    experimentViews,
    experimentService: createExperimentService(store, experimentViews, drawSeed),
  }
}
