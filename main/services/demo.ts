/** Fills an empty journal with the demo's half year. */

import { FILE_VERSION } from '../../shared/archive/journal-file.ts'
import { makeShownDemo } from '../../shared/demo/demo-journal.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import type { Services } from './services.ts'
import { importJournal } from './transfer/transfer.ts'

/** Does nothing when the journal holds an entry already: the demo of an earlier start is kept as it was left. */
export function fillWithDemo({ store: journal, clock, warnings }: Services): void {
  if (!journal.entries.isEmpty()) return
  const timeZone = clock.timeZone()
  const now = clock.now()
  const demo = makeShownDemo({ now, timeZone })
  importJournal(journal, {
    format: 'unknot-journal',
    version: FILE_VERSION,
    profile: demo.profile,
    shoes: [...demo.shoes],
    entries: demo.entries.map(entry => ({ ...entry, deletedAt: null })),
    checkIns: demo.checkIns.map(checkIn => ({ ...checkIn, checkedAt: now })),
    warnings: [],
    suggestionDecisions: [],
    experiments: [],
  })
  // As if it had been written day by day: what the rules see in it is there from the first look.
  warnings.reviewRecent(momentOfInstant(now, timeZone))
}
