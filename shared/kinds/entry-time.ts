/**
 * The rules about time that need to know what time it is now. Pure functions of (draft, now): the form calls them with
 * the page's clock, the main process with its own.
 */
import { MS_PER_DAY } from '../time/moment.ts'
import type { Kind } from './define-kind.ts'
import type { Entry, EntryDraft } from './entry.ts'
import { kindsByName } from './kinds.ts'

/** Clocks of two devices differ a little; more than this ahead is a mistake. */
export const FUTURE_TOLERANCE_MS = 5 * 60_000

/** An entry saved later than this was written from memory. */
export const FROM_MEMORY_AFTER_MS = 7 * 24 * 3_600_000

/** True of an entry saved so long after it happened. A change of a medicine is known from its packet. */
export const isFromMemory = ({ kind, at, loggedAt }: Pick<Entry, 'kind' | 'at' | 'loggedAt'>): boolean =>
  kind !== 'medication' && loggedAt - at > FROM_MEMORY_AFTER_MS

export interface Problem {
  /** Path of the field, `sites.0.muscle`. */
  readonly field: string
  /** A sentence that says what to enter. */
  readonly message: string
}

/** Problems of the times of a draft, seen from `now` (UTC milliseconds). */
export function findTimeProblems(draft: EntryDraft, now: number): Problem[] {
  const kind: Kind = kindsByName[draft.kind]
  const latest = now + FUTURE_TOLERANCE_MS
  // A whole-day entry lies at noon, which may be hours ahead on the morning of that day.
  const limit = kind.isWholeDay?.(draft) ? now + MS_PER_DAY : latest
  const problems: Problem[] = []
  if ((kind.earliestAt?.(draft) ?? draft.at) > limit)
    problems.push({ field: 'at', message: 'This is in the future. Enter a time that has passed.' })
  const values: Readonly<Record<string, unknown>> = draft
  for (const [name, field] of Object.entries(kind.fields))
    if (field.type === 'end' && Number(values[name]) > latest)
      problems.push({ field: name, message: field.future })
  return problems
}
