/** The analysis of an open journal where the test runs, in place of the worker threads. */
import type { FindingsService } from '../../main/services/analysis/findings-service.ts'
import type { PatternsService } from '../../main/services/analysis/patterns-service.ts'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import type { JournalStore } from '../../main/store/journal-store.ts'
import { selectCounted, selectStudied } from '../../shared/analysis/cramp-filter.ts'
import { createDiary } from '../../shared/analysis/diary-of-journal.ts'
import { findFindings } from '../../shared/analysis/findings.ts'
import { compareMedicineChanges } from '../../shared/analysis/medicine-changes.ts'
import { computePatterns } from '../../shared/analysis/patterns.ts'

const readAll = ({ entries }: JournalStore) =>
  entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)

/** A findings service that is ready at the first question. */
export function createDirectFindings(journal: JournalStore): FindingsService {
  const { checkIns, shoes } = journal
  return {
    get: (_revision, { offWeekdays, dayStartMinutes, timeZone }, { today, filter }) => {
      const entries = readAll(journal)
      const diary = createDiary({
        entries,
        checkIns: checkIns.listArchived(),
        shoes: shoes.list(),
        offWeekdays,
        dayStartMinutes,
        timeZone,
      })
      const cramps = entries.filter(entry => entry.kind === 'cramp')
      const answered = diary.answeredCrampDays
      return {
        state: 'ready',
        findings: findFindings({ ...diary, ...selectStudied(cramps, answered, filter) }, { today }),
        medicines: compareMedicineChanges(
          { ...diary, ...selectCounted(cramps, answered, filter) },
          entries.filter(entry => entry.kind === 'medication'),
        ),
      }
    },
    cancel: async () => {},
  }
}

/** Patterns of a refused journal are those of an empty one. */
export function createDirectPatterns(opened: JournalStore | JournalRefused): PatternsService {
  const read = () =>
    opened instanceof JournalRefused
      ? { entries: [], checkIns: [], shoes: [] }
      : {
          entries: readAll(opened),
          checkIns: opened.checkIns.listArchived(),
          shoes: opened.shoes.list(),
        }
  return {
    get: async ({ period, filter, offWeekdays, dayStartMinutes, timeZone }) =>
      computePatterns({ period, filter, offWeekdays, dayStartMinutes, timeZone, ...read() }),
    cancel: async () => {},
  }
}
