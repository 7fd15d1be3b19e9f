/**
 * The rules about time that need to know what time it is now. Pure functions of (draft, now): the form calls them with
 * the page's clock, the main process with its own.
 */
import type { Entry, EntryDraft } from './entry.ts'

/** Clocks of two devices differ a little; more than this ahead is a mistake. */
export const FUTURE_TOLERANCE_MS = 5 * 60_000

/** What was written down later than this is told from memory. */
export const FROM_MEMORY_AFTER_MS = 7 * 24 * 3_600_000

/** Whether somebody wrote it down so long after it happened. A change of a medicine stands on its packet. */
export const isFromMemory = ({ kind, at, loggedAt }: Pick<Entry, 'kind' | 'at' | 'loggedAt'>): boolean =>
  kind !== 'medication' && loggedAt - at > FROM_MEMORY_AFTER_MS

export interface Problem {
  /** Path of the field, `sites.0.muscle`. */
  readonly field: string
  /** A sentence that says what to enter. */
  readonly message: string
}

/** What is wrong with the times of a draft, seen from `now` (UTC milliseconds). */
export function findTimeProblems(draft: EntryDraft, now: number): Problem[] {
  const latest = now + FUTURE_TOLERANCE_MS
  // A whole-day entry stands at noon, which may be hours ahead on the morning of that day.
  const isWholeDay = draft.kind === 'day' || (draft.kind === 'activity' && draft.wholeDay)
  const limit = isWholeDay ? now + 24 * 3_600_000 : latest
  const problems: Problem[] = []
  if (draft.at > limit)
    problems.push({ field: 'at', message: 'This is in the future. Enter a time that has passed.' })
  if (draft.kind === 'footwear' && draft.takenOffAt !== null && draft.takenOffAt > latest)
    problems.push({
      field: 'takenOffAt',
      message: 'This is in the future. Leave it empty while the shoe is still on.',
    })
  if (draft.kind === 'night' && draft.wakeAt !== null && draft.wakeAt > latest)
    problems.push({ field: 'wakeAt', message: 'This is in the future. Leave it empty until you get up.' })
  return problems
}
