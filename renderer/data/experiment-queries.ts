/** What the screens ask and tell the journal about experiments. */
import { useQuery } from '@tanstack/react-query'
import type { DesignName } from '../../shared/experiments/design.ts'
import type { TrialId } from '../../shared/experiments/trials.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { getToday, useNow } from './clock.ts'
import { useJournalClient } from './journal-client.ts'
import { queryKeys, useChange, useDayStart } from './queries.ts'

/** Below the journal's key: what is logged changes rates, results, and whether an experiment may go on. */
const experimentsKey = [...queryKeys.journal, 'experiments'] as const

/** The journal's current day: what is planned for a day is another query when the day changes. */
const useCurrentDay = () => getToday(useNow(), useDayStart())

export function useExperiments() {
  const journal = useJournalClient()
  const day = useCurrentDay()
  return useQuery({
    queryKey: [...experimentsKey, 'list', day],
    queryFn: () => journal.listExperiments({}),
  })
}

/** The experiment that is going on, about to begin or just over; null without one. */
export function useExperimentNow() {
  const journal = useJournalClient()
  const day = useCurrentDay()
  return useQuery({
    queryKey: [...experimentsKey, 'now', day],
    queryFn: async () => (await journal.getExperimentNow({})).experiment,
  })
}

export function useTrialPlan(subject: TrialId) {
  const journal = useJournalClient()
  const day = useCurrentDay()
  return useQuery({
    queryKey: [...experimentsKey, 'plan', subject, day],
    queryFn: () => journal.planExperiment({ subject }),
  })
}

export function useStartExperiment() {
  const journal = useJournalClient()
  return useChange((start: { subject: TrialId; design: DesignName }) => journal.startExperiment(start))
}

export function useWithdrawExperiment() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.withdrawExperiment({ id }))
}

export function useStopExperiment() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.stopExperiment({ id }))
}

export function useResumeExperiment() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.resumeExperiment({ id }))
}

export function useAnswerExperimentDay() {
  const journal = useJournalClient()
  return useChange((answer: { id: number; date: CalendarDate; kept: boolean | null }) =>
    journal.answerExperimentDay(answer),
  )
}
