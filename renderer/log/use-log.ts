/** Writes of a day's page to the journal, each with an undo message. */
import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import { draftOf } from '../../shared/kinds/entry.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { journalDay } from '../../shared/time/moment.ts'
import { formatDate } from '../data/format.ts'
import { useAddEntry, useChangeEntry, useDayStart, useDeleteEntry, useRestoreEntry } from '../data/queries.ts'
import { showError } from '../ui/components/messages.ts'
import { useOfferUndo } from '../ui/components/Undo.tsx'
import { nameEntry } from './entry-text.ts'
import { useTextOptions } from './use-text-options.ts'

export interface Log {
  /** Stores a draft without a form. Resolves to false, with a message, when that failed. */
  readonly add: (draft: EntryDraft) => Promise<boolean>
  readonly change: (entry: Entry, draft: EntryDraft, message: string) => Promise<void>
  readonly delete: (entry: Entry) => Promise<void>
  /** Offers the undo of an entry that a form has stored; `before` is its previous state, null if it is new. */
  readonly tellSaved: (entry: Entry, before: Entry | null) => void
  readonly isBusy: boolean
}

/** @param date the day in view: the message names the day of an entry that is not on it. Null if all days are in view. */
export function useLog(date: CalendarDate | null, shoes: readonly Shoe[]): Log {
  const addEntry = useAddEntry()
  const changeEntry = useChangeEntry()
  const deleteEntry = useDeleteEntry()
  const restoreEntry = useRestoreEntry()
  const dayStartMinutes = useDayStart()
  const options = useTextOptions(shoes)
  const offerUndo = useOfferUndo()

  function sayWhere(entry: Entry): string {
    const day = journalDay(entry, dayStartMinutes)
    return date === null || day === date ? '' : ` You will find it under ${formatDate(day, 'full')}.`
  }

  function tellSaved(entry: Entry, before: Entry | null) {
    const name = nameEntry(entry, options)
    if (before === null)
      offerUndo({
        message: `Logged ${name}.${sayWhere(entry)}`,
        undo: () => deleteEntry.mutateAsync(entry.id),
        undone: `Took back ${name}.`,
      })
    else
      offerUndo({
        message: `Changed ${name}.${sayWhere(entry)}`,
        undo: () => changeEntry.mutateAsync({ id: before.id, draft: draftOf(before) }),
        undone: 'It is back to how it was.',
      })
  }

  return {
    add: async draft => {
      try {
        tellSaved(await addEntry.mutateAsync(draft), null)
        return true
      } catch (error) {
        showError(error)
        return false
      }
    },
    change: async (entry, draft, message) => {
      try {
        await changeEntry.mutateAsync({ id: entry.id, draft })
        offerUndo({
          message,
          undo: () => changeEntry.mutateAsync({ id: entry.id, draft: draftOf(entry) }),
          undone: 'It is back to how it was.',
        })
      } catch (error) {
        showError(error)
      }
    },
    delete: async entry => {
      const name = nameEntry(entry, options)
      try {
        await deleteEntry.mutateAsync(entry.id)
        offerUndo({
          message: `Deleted ${name}.`,
          undo: () => restoreEntry.mutateAsync(entry.id),
          undone: `Brought back ${name}.`,
        })
      } catch (error) {
        showError(error)
      }
    },
    tellSaved,
    isBusy: addEntry.isPending || changeEntry.isPending,
  }
}
