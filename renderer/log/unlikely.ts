import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import type { Unlikely } from '../../shared/kinds/question.ts'
import { findUnlikely } from '../../shared/kinds/unlikely.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { journalDay } from '../../shared/time/moment.ts'
import { useClock } from '../data/clock.ts'
import { useDayStart, useProfile, useReadDay } from '../data/queries.ts'

/** Plausibility check of a draft against the other entries of its day. `original` is the entry it changes. */
export function useFindUnlikely(): (draft: EntryDraft, original: Entry | null) => Promise<Unlikely[]> {
  const clock = useClock()
  const profile = useProfile().data ?? emptyProfile
  const dayStartMinutes = useDayStart()
  const readDay = useReadDay()
  return async (draft, original) => {
    const date = journalDay(draft, dayStartMinutes)
    // Some checks look at the hour before, which may belong to the previous day.
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
