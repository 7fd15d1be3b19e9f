/**
 * Judges the rows of a journal that comes from outside by the schemas that every entry must pass. Reads all of it, and so
 * takes about a second for ten years: only in a thread of its own.
 */
import type { Database } from 'better-sqlite3'
import { checkJournalFile } from '../../../shared/archive/journal-file.ts'
import { JournalRefused } from '../../store/journal-refused.ts'
import { createJournalStore } from '../../store/journal-store.ts'
import { exportJournal } from '../transfer/transfer.ts'

/** No entry is in the future of this: a clock that was wrong is no reason to refuse a backup. */
const END_OF_TIME = { at: Date.UTC(2200, 0, 1), offsetMinutes: 0 }

/**
 * @param db open, with the newest schema
 * @throws JournalRefused when a row could not have been stored through the program
 */
export function judgeRows(db: Database, path: string): void {
  const problem = findOddRow(db)
  if (problem !== undefined) throw new JournalRefused('changed', path, problem)
}

function findOddRow(db: Database): string | undefined {
  const stored = db.prepare<[], number>('select count(*) from entry').pluck().get()
  let file: ReturnType<typeof exportJournal>
  try {
    file = exportJournal(createJournalStore(db))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  if (file.entries.length !== stored) return 'There are entries of no kind, or without what their kind has.'
  const checked = checkJournalFile(file, END_OF_TIME, { mostProblems: 1 })
  if (checked.ok) return undefined
  const [first] = checked.problems
  return `${first?.path}: ${first?.message}`
}
