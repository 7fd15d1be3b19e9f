/** Entries that cannot stand beside another of their kind: the journal has one of them a date, a night, or a time. */
import type { Entry, EntryDraft } from '../../../shared/kinds/entry.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { calendarDate, crampDay, type Moment, MS_PER_DAY, wallClockMs } from '../../../shared/time/moment.ts'
import { refuseIf } from '../../files/failures.ts'
import type { Journal } from '../../store/journal-store.ts'

export type Rivalry = 'running-clock' | 'same-day' | 'same-night'

/**
 * Why `draft` cannot be in the journal as it is; null when nothing stands against it.
 *
 * @param id the entry's own, if it has one already
 */
export function findRivalry(
  { entries, crampState }: Pick<Journal, 'entries' | 'crampState'>,
  draft: EntryDraft,
  id?: number,
): Rivalry | null {
  const hasAnother = (dateOf: (moment: Moment) => CalendarDate) => {
    const wallMs = wallClockMs(draft)
    return entries
      .listOfKind(draft.kind, wallMs - MS_PER_DAY, wallMs + MS_PER_DAY)
      .some(other => other.id !== id && dateOf(other) === dateOf(draft))
  }
  if (draft.kind === 'cramp' && draft.ongoing && ![undefined, id].includes(crampState.getOngoingId()))
    return 'running-clock'
  if (draft.kind === 'day' && hasAnother(calendarDate)) return 'same-day'
  if (draft.kind === 'night' && hasAnother(crampDay)) return 'same-night'
  return null
}

const rivalWords: Record<Rivalry, string> = {
  'running-clock': 'the clock of another cramp is running',
  'same-day': 'there is now another entry for its day',
  'same-night': 'there is now another entry for its night',
}

/** Takes an entry out of the trash, unless it cannot be beside what was written down since; undefined when it is not in there. */
export function takeOutBesideOthers(journal: Journal, id: number): Entry | undefined {
  const deleted = journal.trash.get(id)
  if (deleted === undefined) return undefined
  const { entry } = deleted
  const rivalry = findRivalry(journal, entry, id)
  if (rivalry !== null) {
    const date = calendarDate(entry)
    const message = `The entry of ${date} cannot come back: ${rivalWords[rivalry]}. Nothing was changed.`
    refuseIf([{ field: 'ids', message }])
  }
  return journal.trash.takeOut(id)
}
