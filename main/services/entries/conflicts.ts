/**
 * Uniqueness rules of the journal: one day entry per date, one yes, no or score of an own factor per date, one night entry per night,
 * one running cramp.
 */
import { getNightDay } from '../../../shared/kinds/day-hours.ts'
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import { findSameName } from '../../../shared/kinds/own-factor.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { calendarDate, type Moment, MS_PER_DAY, wallClockMs } from '../../../shared/time/moment.ts'
import { refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'

export type Conflict = 'running-clock' | 'same-day' | 'same-night' | 'same-answer' | 'same-name'

/**
 * Uniqueness rule that an existing entry enforces against `draft`, or null.
 *
 * @param id id of the draft if it is stored already, which is excluded from the search
 */
export function findConflict(
  { entries, crampState }: Pick<JournalStore, 'entries' | 'crampState'>,
  draft: EntryDraft,
  id?: number,
): Conflict | null {
  const hasAnother = (
    dateOf: (moment: Moment) => CalendarDate,
    isMeant: (other: Entry) => boolean = () => true,
  ) => {
    const wallMs = wallClockMs(draft)
    return entries
      .listOfKind(draft.kind, wallMs - MS_PER_DAY, wallMs + MS_PER_DAY)
      .some(other => other.id !== id && dateOf(other) === dateOf(draft) && isMeant(other))
  }
  if (draft.kind === 'cramp' && draft.ongoing && ![undefined, id].includes(crampState.getOngoingId()))
    return 'running-clock'
  if (draft.kind === 'day' && hasAnother(calendarDate)) return 'same-day'
  if (draft.kind === 'night' && hasAnother(getNightDay)) return 'same-night'
  if (
    draft.kind === 'own-factor' &&
    draft.amount === null &&
    hasAnother(calendarDate, other => other.kind === 'own-factor' && other.factorId === draft.factorId)
  )
    return 'same-answer'
  return null
}

const conflictWords: Record<Conflict, string> = {
  'running-clock': 'the clock of another cramp is running',
  'same-day': 'there is now another entry for its day',
  'same-night': 'there is now another entry for its night',
  'same-answer': 'there is now another answer for its day',
  'same-name': 'another of your own things has its name now',
}

/** Restores the own factor of an entry, if it was deleted. Returns the conflict that prevents it, or null. */
function bringBackFactor({ ownFactors }: JournalStore, entry: Entry): Conflict | null {
  const factor = entry.kind === 'own-factor' ? ownFactors.get(entry.factorId) : undefined
  if (factor === undefined || factor.deletedAt === null) return null
  if (findSameName(ownFactors.list(), factor.name) !== undefined) return 'same-name'
  ownFactors.bringBack(factor.id)
  return null
}

/**
 * Restores an entry from the trash.
 *
 * @returns undefined when it is not in the trash
 * @throws CallFailure when an entry added since conflicts with it
 */
export function restoreUnlessConflicting(journal: JournalStore, id: number): Entry | undefined {
  const deleted = journal.trash.get(id)
  if (deleted === undefined) return undefined
  const { entry } = deleted
  const conflict = findConflict(journal, entry, id) ?? bringBackFactor(journal, entry)
  if (conflict !== null) {
    const date = calendarDate(entry)
    const message = `The entry of ${date} cannot come back: ${conflictWords[conflict]}. Nothing was changed.`
    refuseIf([{ field: 'ids', message }])
  }
  return journal.trash.takeOut(id)
}
