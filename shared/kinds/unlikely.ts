/**
 * Questions about drafts that are possible and still unlikely: a form asks them, and saves the draft all the same. (The
 * schemas refuse what is impossible.) Each kind asks about its own fields; questions about time and about check-ins are
 * here. Where a limit is one for a whole day, the other entries of that day count.
 *
 * Questions about amounts name no number where the person may have chosen another unit than the journal's.
 */
import { journalDay, MS_PER_DAY } from '../time/moment.ts'
import type { Kind } from './define-kind.ts'
import type { Entry, EntryDraft } from './entry.ts'
import { FROM_MEMORY_AFTER_MS } from './entry-time.ts'
import { type EntryKind, kindsByName } from './kinds.ts'
import type { MedicineClass } from './medicines.ts'
import type { Profile } from './profile.ts'
import { ask, type Unlikely } from './question.ts'

export interface UnlikelyFacts {
  /** UTC milliseconds. */
  readonly now: number
  /**
   * The other entries of the draft's day and of the hour around it, or more; not the entry that is being changed.
   */
  readonly others: readonly Entry[]
  readonly profile: Pick<Profile, 'conditions' | 'dayStartMinutes'>
  /** Classes of medicine taken at the time of the draft (`medication-courses.ts`). */
  readonly medicines: ReadonlySet<MedicineClass>
}

/** Questions about a draft that the schemas accept. */
export function findUnlikely(draft: EntryDraft, facts: UnlikelyFacts): Unlikely[] {
  const { now, profile, medicines } = facts
  const { dayStartMinutes, conditions } = profile
  const kind: Kind = kindsByName[draft.kind]
  const others = facts.others.filter(other => other.kind === draft.kind)
  const day = journalDay(draft, dayStartMinutes)
  const sameDay = others.filter(other => journalDay(other, dayStartMinutes) === day)
  const ofKind = kind.ask?.(draft, { others, sameDay, conditions, medicines }) ?? []
  return [...findUnlikelyTime(draft, now), ...ofKind]
}

const TEN_YEARS_MS = 3652.5 * MS_PER_DAY

function findUnlikelyTime(draft: EntryDraft, now: number): Unlikely[] {
  const ago = now - draft.at
  if (ago > TEN_YEARS_MS) return [ask('at', 'This was more than ten years ago. Is the year right?')]
  if (draft.kind === 'cramp' && ago > FROM_MEMORY_AFTER_MS)
    return [ask('at', 'This was more than a week ago. Are you writing it from memory?')]
  return []
}

/**
 * Questions about "that is everything for today".
 *
 * @param ofTheDay the entries of the date that is checked in
 */
export function findUnlikelyCheckIn(name: EntryKind, ofTheDay: readonly Entry[]): Unlikely[] {
  const kind: Kind = kindsByName[name]
  return kind.askCheckIn?.(ofTheDay.filter(entry => entry.kind === name)) ?? []
}
