/** Exports of other programs through recognition, scan and interpretation, as an import runs them. */
import { openHistoryFiles } from '../../main/services/history/open-files.ts'
import type { HistoryReader } from '../../main/services/history/reader.ts'
import { recogniseExport } from '../../main/services/history/readers.ts'
import type { Answers, HistoryContext, Interpretation } from '../../shared/history/history.ts'
import { type EntryDraft, entryDraft } from '../../shared/kinds/entry.ts'
import { builtInLists } from '../../shared/kinds/journal-lists.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { clockTime, momentAt } from '../../shared/time/time-zone.ts'

export const historyContext: HistoryContext = {
  now: momentAt('2026-11-20', '16:00', 'Europe/London'),
  timeZone: 'Europe/London',
  lists: builtInLists,
  ownFactors: [],
}

export interface ReadHistory extends Interpretation {
  readonly reader: string
}

/** @throws CallFailure as the reader does */
export async function readHistory(paths: readonly string[], answers: Answers): Promise<ReadHistory> {
  const { reader, interpret } = await scanHistory(paths)
  return { reader: reader.id, ...interpret(answers) }
}

/** Scan of a file that is interpreted with several answers. */
export async function scanHistory(paths: readonly string[]): Promise<{
  readonly reader: HistoryReader<unknown>
  readonly interpret: (answers: Answers, context?: HistoryContext) => Interpretation
}> {
  const files = await openHistoryFiles(paths)
  try {
    const reader = await recogniseExport(files)
    if (reader === null) throw new Error('No reader recognises this.')
    const scan = await reader.scan(files, () => undefined)
    return {
      reader,
      interpret: (answers, context = historyContext) => reader.interpret(scan, answers, context),
    }
  } finally {
    await files.close()
  }
}

/** Local date and clock, kind, and the answered fields of a draft, which has to be valid. */
export function describeDraft(draft: EntryDraft): string {
  const { kind, at, offsetMinutes, note, ...fields } = entryDraft.parse(draft)
  const start = { at, offsetMinutes }
  const answered = Object.entries(fields).flatMap(([name, value]) => {
    if (value === null || value === false) return []
    return [
      name === 'wakeAt'
        ? `wakeAt ${clockTime({ at: Number(value), offsetMinutes })}`
        : `${name} ${value === true ? 'yes' : String(value)}`,
    ]
  })
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${Math.abs(offsetMinutes) / 60}`
  return [`${calendarDate(start)} ${clockTime(start)} ${offset}`, kind, ...answered, note]
    .filter(part => part !== '')
    .join(', ')
}
