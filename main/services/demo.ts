/** Fills an empty journal with the demo's half year. */

import { FILE_VERSION } from '../../shared/archive/journal-file.ts'
import { makeShownDemo } from '../../shared/demo/demo-journal.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import type { Services } from './services.ts'
import { importJournal } from './transfer/transfer.ts'

/** Does nothing unless the journal is empty: changes made in an earlier demo are kept. */
export function fillWithDemo({ store: journal, clock, warnings }: Services): void {
  if (!journal.entries.isEmpty()) return
  const timeZone = clock.timeZone()
  const now = clock.now()
  const demo = makeShownDemo({ now, timeZone })
  importJournal(journal, {
    format: 'unknot-journal',
    version: FILE_VERSION,
    // The demo reminds of nothing, so that it does not ask about it.
    profile: { ...demo.profile, reminderAsked: true },
    shoes: [...demo.shoes],
    ownFactors: [],
    factorCheckIns: [],
    ownThings: [],
    entries: demo.entries.map(entry => ({ ...entry, deletedAt: null })),
    checkIns: demo.checkIns.map(checkIn => ({ ...checkIn, checkedAt: now })),
    warnings: [],
    suggestionDecisions: [],
    experiments: [],
    suspects: [...demo.suspects],
    coins: [],
    sources: [],
    erasedKeys: [],
    shownCheckpoints: [],
  })
  // Raises the cards that daily reviews would have raised.
  warnings.reviewRecent(momentOfInstant(now, timeZone))
}
