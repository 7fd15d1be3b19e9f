import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import type { Unlikely } from '../../shared/kinds/question.ts'
import { findUnlikely } from '../../shared/kinds/unlikely.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { journalDay } from '../../shared/time/moment.ts'
import { useClock } from '../data/clock.ts'
import { useDayStart, useProfile, useReadDay } from '../data/queries.ts'

/** Finds what is unlikely about a draft, with the rest of its day counted in. `original` is the entry it changes. */
export function useFindUnlikely(): (draft: EntryDraft, original: Entry | null) => Promise<Unlikely[]> {
  const clock = useClock()
  const profile = useProfile().data ?? emptyProfile
  const dayStartMinutes = useDayStart()
  const readDay = useReadDay()
  return async (draft, original) => {
    const date = journalDay(draft, dayStartMinutes)
    // The hour before a day's first hour may matter as well.
    const days = await Promise.all([readDay(addDays(date, -1)), readDay(date)])
    const entries = days.flatMap(day => day.entries)
    return findUnlikely(draft, {
      now: clock.now(),
      others: entries.filter(({ id }) => id !== original?.id),
      profile,
      medicines: new Set(days.flatMap(day => day.medicines)),
    })
  }
}
