/** Benchmark journals: the demo's person over several years, with every drink logged. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { importJournal } from '../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { openJournal } from '../../../main/store/open.ts'
import { DEMO_SEED, type DemoJournal, makeDemoJournal } from '../../../shared/demo/demo-journal.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { statedAt, timeZone } from '../../e2e/surroundings.ts'

const WEEKS_PER_YEAR = 52

export const today = calendarDate(momentOfInstant(statedAt, timeZone))

/** Journal of `years` years up to yesterday, about 10,000 entries per year. */
export function makeYears(years: number): DemoJournal {
  return makeDemoJournal({
    lastDate: addDays(today, -1),
    timeZone,
    seed: DEMO_SEED,
    weeks: years * WEEKS_PER_YEAR,
    detail: 'every-sip',
  })
}

/** Creates a data folder with `demo` as its journal. @returns path of the journal's file */
export function storeJournal(userData: string, demo: DemoJournal | null): string {
  mkdirSync(userData, { recursive: true })
  const path = join(userData, 'journal.sqlite')
  const journal = createJournalStore(openJournal(path))
  const now = statedAt
  if (demo !== null)
    importJournal(journal, {
      format: 'unknot-journal',
      version: 2,
      profile: demo.profile,
      shoes: [...demo.shoes],
      entries: demo.entries.map(entry => ({ ...entry, deletedAt: null })),
      checkIns: demo.checkIns.map(checkIn => ({ ...checkIn, checkedAt: now })),
      warnings: [],
      suggestionDecisions: [],
      experiments: [],
      suspects: [...demo.suspects],
      shownCheckpoints: [],
      ownFactors: [],
      factorCheckIns: [],
      ownThings: [],
      sources: [],
      erasedKeys: [],
      coins: [],
    })
  journal.profile.acknowledgeWelcome(now)
  journal.close()
  return path
}
