/** Services of one open journal. Each is constructed once, here, and handed to the handlers and to other services. */
import type { Clock } from '../../shared/time/clock.ts'
import type { JournalStore } from '../store/journal-store.ts'
import { createClosetService } from './entries/closet-service.ts'
import { createEntryService } from './entries/entry-service.ts'
import { createOwnFactorService } from './entries/own-factor-service.ts'
import { createOwnThingService } from './entries/own-thing-service.ts'
import { createCoinService } from './experiments/coin-service.ts'
import { createCoinViews } from './experiments/coin-views.ts'
import { createExperimentService, drawRandomSeed } from './experiments/experiment-service.ts'
import { createExperimentViews } from './experiments/experiment-views.ts'
import { createSheetService } from './history/sheet-service.ts'
import { createSourceService } from './history/source-service.ts'
import { createWarningService } from './warnings/warning-service.ts'

export type Services = ReturnType<typeof createServices>

/** @param drawSeed overridden in tests only */
export function createServices(store: JournalStore, clock: Clock, drawSeed = drawRandomSeed) {
  const warnings = createWarningService(store)
  const experimentViews = createExperimentViews(store, clock, warnings)
  const coinViews = createCoinViews(store, experimentViews)
  const experimentService = createExperimentService(store, experimentViews, coinViews, drawSeed)
  const entryService = createEntryService(store, clock, warnings)
  return {
    store,
    clock,
    warnings,
    entryService,
    sourceService: createSourceService(store, clock, entryService),
    sheetService: createSheetService(store, clock, warnings),
    closetService: createClosetService(store),
    ownFactorService: createOwnFactorService(store, clock),
    ownThingService: createOwnThingService(store, clock),
    experimentViews,
    experimentService,
    coinViews,
    coinService: createCoinService(store, { views: coinViews, experimentViews, experimentService, drawSeed }),
  }
}
