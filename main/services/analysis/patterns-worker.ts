/**
 * The patterns of one period in a thread of its own: ten years of drinks take longer to read than a window may stand
 * still. Reads the journal through a connection that cannot write, answers once and ends.
 */
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { getPeriodBefore } from '../../../shared/analysis/cramp-places.ts'
import {
  computePatterns,
  LOOK_BACK_DAYS,
  type Patterns,
  patternKinds,
} from '../../../shared/analysis/patterns.ts'
import type { Entry } from '../../../shared/kinds/entry.ts'
import { addDays, type CalendarDate, dateOfDayNumber, dayNumber } from '../../../shared/time/calendar-date.ts'
import { createJournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'
import type { PatternsOrder } from './patterns-service.ts'

const order: PatternsOrder = workerData
parentPort?.postMessage(answer(order))

function answer({ path, offWeekdays, dayStartMinutes, timeZone, filter, period }: PatternsOrder): Patterns {
  const db = new Sqlite(path, { readonly: true })
  try {
    const { entries, checkIns, shoes } = createJournalStore(db)
    const { toDate } = period
    const lookBack = addDays(period.fromDate, -LOOK_BACK_DAYS)
    const before = getPeriodBefore(period)?.fromDate ?? period.fromDate
    return computePatterns({
      period,
      filter,
      offWeekdays,
      timeZone,
      entries: patternKinds.flatMap((kind): Entry[] => {
        const fromDate = kind === 'cramp' ? before : lookBack
        return entries.listOfKind(kind, ...getPeriodBounds({ fromDate, toDate }))
      }),
      checkIns: checkIns.listAround({ fromDate: findEarlier(before, lookBack), toDate }),
      dayStartMinutes,
      shoes: shoes.list(),
    })
  } finally {
    db.close()
  }
}

function findEarlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return dateOfDayNumber(Math.min(dayNumber(one), dayNumber(other)))
}
