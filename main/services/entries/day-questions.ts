import type { Entry } from '../../../shared/kinds/entry.ts'
import {
  type DayQuestion,
  listDayQuestions,
  listFactorQuestions,
  USUAL_LOOK_BACK_DAYS,
} from '../../../shared/kinds/finish-day.ts'
import type { OwnFactor } from '../../../shared/kinds/own-factor.ts'
import { addDays, type CalendarDate } from '../../../shared/time/calendar-date.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import { getPeriodBounds } from '../../store/period-bounds.ts'

interface QuestionsOfDay {
  readonly questions: readonly DayQuestion[]
  /** Own factors without an answer. */
  readonly factors: readonly OwnFactor[]
  /** Entries of the look-back before the day, and of the day. */
  readonly entries: readonly Entry[]
}

/** Open questions of a journal day, with the entries by which they are judged. */
export function readDayQuestions(store: JournalStore, date: CalendarDate, now: Moment): QuestionsOfDay {
  const { dayStartMinutes, trackedKinds } = store.profile.get()
  // One day more: before 05:00 the questions about the night are about the one before.
  const read = { fromDate: addDays(date, -USUAL_LOOK_BACK_DAYS - 1), toDate: addDays(date, 1) }
  const entries = store.entries.listBetween(...getPeriodBounds(read))
  const checkIns = store.checkIns.listAround(read)
  const questions = listDayQuestions({
    date,
    now,
    followed: trackedKinds,
    entries,
    checkIns,
    dayStartMinutes,
  })
  const factors = listFactorQuestions(store.ownFactors.list(), {
    date,
    now,
    entries,
    factorCheckIns: store.factorCheckIns.list(date, date),
    dayStartMinutes,
  })
  return { questions, factors, entries }
}
