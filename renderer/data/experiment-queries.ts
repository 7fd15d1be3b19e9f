/** Queries and mutations of experiments. */
import { useQuery } from '@tanstack/react-query'
import type { Input } from '../../shared/contract.ts'
import type { CoinChoice } from '../../shared/experiments/coin-experiment.ts'
import { isEveningOf } from '../../shared/experiments/coin-view.ts'
import type { DesignName } from '../../shared/experiments/design.ts'
import type { OwnChange } from '../../shared/experiments/own-action.ts'
import type { PlanSubject } from '../../shared/experiments/plan.ts'
import type { TrialId } from '../../shared/experiments/trials.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { getToday, useNow } from './clock.ts'
import { useJournalClient } from './journal-client.ts'
import { queryKeys, useChange, useDayStart } from './queries.ts'

/** Below the journal's key, because logged entries change rates, results and the eligibility of an experiment. */
const experimentsKey = [...queryKeys.journal, 'experiments'] as const

/** Current journal day. Part of the query keys, since plans depend on it. */
const useCurrentDay = () => getToday(useNow(), useDayStart())

export function useExperiments() {
  const journal = useJournalClient()
  const day = useCurrentDay()
  return useQuery({
    queryKey: [...experimentsKey, 'list', day],
    queryFn: () => journal.listExperiments({}),
  })
}

/** Experiment that is running, about to start or just over; null without one. */
export function useExperimentNow() {
  const journal = useJournalClient()
  const day = useCurrentDay()
  return useQuery({
    queryKey: [...experimentsKey, 'now', day],
    queryFn: async () => (await journal.getExperimentNow({})).experiment,
  })
}

export function useTrialPlan(subject: PlanSubject, change?: OwnChange) {
  const journal = useJournalClient()
  const day = useCurrentDay()
  return useQuery({
    queryKey: [...experimentsKey, 'plan', subject, change, day],
    queryFn: () => journal.planExperiment({ subject, ...(change !== undefined && { change }) }),
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

/** Journal day and if its evening has begun: when they change, another coin is shown. */
function useCoinTime() {
  const now = useNow()
  const day = getToday(now, useDayStart())
  return [day, isEveningOf(day, now)] as const
}

export function useCoinExperiments() {
  const journal = useJournalClient()
  const time = useCoinTime()
  return useQuery({
    queryKey: [...experimentsKey, 'coins', ...time],
    queryFn: () => journal.listCoins({}),
  })
}

/** Experiment with coins that is running, about to start or just over; null without one. */
export function useCoinsNow() {
  const journal = useJournalClient()
  const time = useCoinTime()
  return useQuery({
    queryKey: [...experimentsKey, 'coins-now', ...time],
    queryFn: async () => (await journal.getCoinsNow({})).coins,
  })
}

export function useStartCoins() {
  const journal = useJournalClient()
  return useChange((choice: CoinChoice) => journal.startCoins(choice))
}

export function useWithdrawCoins() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.withdrawCoins({ id }))
}

export function useStopCoins() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.stopCoins({ id }))
}

export function useResumeCoins() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.resumeCoins({ id }))
}

export function useAnswerCoins() {
  const journal = useJournalClient()
  return useChange((answer: Input<'answerCoins'>) => journal.answerCoins(answer))
}
