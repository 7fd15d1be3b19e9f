/** Fills an empty journal with the demo's half year. */

import { FILE_VERSION } from '../../shared/archive/journal-file.ts'
import { makeShownDemo } from '../../shared/demo/demo-journal.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import type { Clock } from '../app/clock.ts'
import type { Journal } from '../store/journal-store.ts'
import { importJournal } from './transfer/transfer.ts'
import { createWarningWatch } from './warnings/warning-watch.ts'

/** Does nothing when the journal holds an entry already: the demo of an earlier start is kept as it was left. */
export function fillWithDemo(journal: Journal, clock: Clock): void {
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
  createWarningWatch(journal).reviewRecent(momentOfInstant(now, timeZone))
}
