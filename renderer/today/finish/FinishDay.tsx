import { Button } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { getDayToFinish } from '../../../shared/kinds/finish-day.ts'
import type { DayQuestions } from '../../../shared/kinds/finish-day-calls.ts'
import { calendarDateField } from '../../../shared/kinds/schemas.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { useNow } from '../../data/clock.ts'
import { FINISH_PARAMETER } from '../../data/paths.ts'
import { useDayQuestions, useDayStart } from '../../data/queries.ts'
import { useShortcuts } from '../../ui/components/shortcuts.ts'
import { FinishSheet } from './FinishSheet.tsx'
import { nameFinishedDay } from './question-words.ts'
import { KeyCap } from './sheet-keys.tsx'

export interface FinishState {
  /** Day whose sheet is open; null while it is shut. */
  readonly date: CalendarDate | null
  readonly set: (date: CalendarDate | null) => void
}

/** State of the sheet. An address that names a day, as of a notification, opens it once. */
export function useFinishState(): FinishState {
  const [date, set] = useState<CalendarDate | null>(null)
  const [params, setParams] = useSearchParams()
  const named = params.get(FINISH_PARAMETER)
  useEffect(() => {
    if (named === null) return
    const day = calendarDateField.safeParse(named)
    if (day.success) set(day.data)
    setParams({}, { replace: true })
  }, [named, setParams])
  return { date, set }
}

export interface FinishDayProps {
  state: FinishState
  /** The day in view. */
  date: CalendarDate
  today: CalendarDate
}

/** The sheet that finishes a day, and its key: on Today for the day that is due as long as something is left on it, else for the day in view. */
export function FinishDay({ state, date, today }: FinishDayProps) {
  const due = getDayToFinish(useNow(), useDayStart()).date
  // Read beforehand, so that the keys after the first find their questions.
  const isDueDone = countQuestions(useDayQuestions(date === today ? due : date).data) === 0
  const ofKey = date === today && !isDueDone ? due : date
  useShortcuts({ finishDay: () => state.set(ofKey) })
  return <FinishSheet date={state.date} today={today} onClose={() => state.set(null)} onReopen={state.set} />
}

/** Number of open questions; undefined until it is known. */
const countQuestions = (open: DayQuestions | undefined) => open && open.questions.length + open.factors.length

/** Button on Today that opens the sheet: from late afternoon on, and for yesterday until noon. */
export function FinishButton({ state, today }: Omit<FinishDayProps, 'date'>) {
  const { date, isOffered } = getDayToFinish(useNow(), useDayStart())
  const { data } = useDayQuestions(date)
  if (!isOffered || !countQuestions(data)) return null
  return (
    <Button
      leftSection={<IconChecks size={18} aria-hidden />}
      rightSection={<KeyCap name="E" />}
      onClick={() => state.set(date)}
    >
      Finish {nameFinishedDay(date, today)}
    </Button>
  )
}
