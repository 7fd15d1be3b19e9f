/**
 * The analysis in a thread of its own, so that neither the page nor the main process waits for it. Reads the journal
 * once, through a connection that cannot write, and answers one order after another from what it has read.
 */
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { selectCounted, selectStudied } from '../../../shared/analysis/cramp-filter.ts'
import type { Diary } from '../../../shared/analysis/diary/diary.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { compareMedicineChanges } from '../../../shared/analysis/medicine-changes.ts'
import type { EntryOf } from '../../../shared/kinds/entry.ts'
import { createJournalStore } from '../../store/journal-store.ts'
import type { FindingsMessage, FindingsOrder, FindingsSource } from './findings-messages.ts'

const port = parentPort
if (port === null) throw new Error('this file runs as a worker thread')
const tell = (message: FindingsMessage) => port.postMessage(message)

const { path, offWeekdays, dayStartMinutes, timeZone }: FindingsSource = workerData
const { diary, cramps, medication } = readDiary()
/** Without a filter no day is unknown, and these are all that were answered. */
const answered = diary.answeredCrampDays

port.on('message', ({ today, filter }: FindingsOrder) => {
  const findings = findFindings(
    { ...diary, ...selectStudied(cramps, answered, filter) },
    { today, onProgress: (done, total) => tell({ kind: 'progress', done, total }) },
  )
  const counted = { ...diary, ...selectCounted(cramps, answered, filter) }
  tell({
    kind: 'done',
    findings,
    medicines: compareMedicineChanges(counted, medication),
  })
})

/** What the analysis needs of the journal. Ten years of entries themselves are given back to the memory. */
function readDiary(): { diary: Diary; cramps: EntryOf<'cramp'>[]; medication: EntryOf<'medication'>[] } {
  const db = new Sqlite(path, { readonly: true })
  try {
    const { entries, checkIns, shoes } = createJournalStore(db)
    const all = entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
    return {
      diary: createDiary({
        entries: all,
        checkIns: checkIns.listArchived(),
        shoes: shoes.list(),
        offWeekdays,
        dayStartMinutes,
        timeZone,
      }),
      cramps: all.filter(entry => entry.kind === 'cramp'),
      medication: all.filter(entry => entry.kind === 'medication'),
    }
  } finally {
    db.close()
  }
}
