/**
 * Validates every row of a foreign journal by the schemas of its kind. Takes about a second for ten years, so it runs
 * in a worker only.
 */
import type { Database } from 'better-sqlite3'
import { checkJournalFile } from '../../../shared/archive/journal-file.ts'
import { JournalRefused } from '../../store/journal-refused.ts'
import { createJournalStore } from '../../store/journal-store.ts'
import { exportJournal } from '../transfer/transfer.ts'

/** Upper limit of "now" for validation, so that a clock that was set wrong does not make a backup unusable. */
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
