/**
 * What the screens ask the journal, and what becomes stale when something is written. Answers stay fresh until then:
 * nobody but this page changes the journal.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type CrampFilter, getFilterKey } from '../../shared/analysis/cramp-filter.ts'
import type { Day, Input } from '../../shared/contract.ts'
import type { CheckIn } from '../../shared/kinds/check-in.ts'
import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import type { Shoe, ShoeDraft } from '../../shared/kinds/footwear.ts'
import type { Period } from '../../shared/kinds/period.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import type { ReportSource } from '../../shared/report/kept.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { DEFAULT_DAY_START_MINUTES, MS_PER_MINUTE, MS_PER_SECOND } from '../../shared/time/moment.ts'
import { useJournalClient } from './journal-client.ts'

/** A decision; `decidedAt` is null for now, and else what an undo puts back. */
export type NewDecision = Omit<Input<'decideSuggestion'>, 'suggestion'>

export const queryKeys = {
  status: ['status'],
  profile: ['profile'],
  shoes: ['shoes'],
  /** Everything that is computed from entries, check-ins and shoes hangs below this key. */
  journal: ['journal'],
  now: ['journal', 'now'],
  warnings: ['journal', 'warnings'],
  medication: ['journal', 'medication'],
  decisions: ['decisions'],
  day: (date: CalendarDate, dayStartMinutes: number) => ['journal', 'day', date, dayStartMinutes],
  overview: (period: Period, filter: CrampFilter) => [
    'journal',
    'overview',
    period.fromDate,
    period.toDate,
    getFilterKey(filter),
  ],
  patterns: (period: Period, filter: CrampFilter) => [
    'journal',
    'patterns',
    period.fromDate,
    period.toDate,
    getFilterKey(filter),
  ],
  findings: (today: CalendarDate, filter: CrampFilter) => [
    'journal',
    'findings',
    today,
    getFilterKey(filter),
  ],
  report: (source: ReportSource | null) => ['journal', 'report', source],
  keptReports: ['kept-reports'],
} as const

/** How long it takes at most until it shows that the journal's file is gone from its place, and that it is back. */
const PLACE_STALE_MS = MS_PER_MINUTE
const LOST_PLACE_STALE_MS = 3 * MS_PER_SECOND

export function useStatus() {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.status,
    queryFn: () => journal.getStatus({}),
    refetchInterval: ({ state: { data } }) =>
      data?.journal.state === 'open' && !data.journal.inPlace ? LOST_PLACE_STALE_MS : PLACE_STALE_MS,
  })
}

export function useProfile() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.profile, queryFn: () => journal.getProfile({}) })
}

/** Minutes after midnight at which the person's day starts. */
export function useDayStart(): number {
  return useProfile().data?.dayStartMinutes ?? DEFAULT_DAY_START_MINUTES
}

function useDayOptions() {
  const journal = useJournalClient()
  const dayStartMinutes = useDayStart()
  return (date: CalendarDate) => ({
    queryKey: queryKeys.day(date, dayStartMinutes),
    queryFn: () => journal.getDay({ date, dayStartMinutes }),
  })
}

export function useDay(date: CalendarDate) {
  return useQuery(useDayOptions()(date))
}

/** The same, once it is wanted. */
export function useDayWhen(date: CalendarDate, isWanted: boolean) {
  return useQuery({ ...useDayOptions()(date), enabled: isWanted })
}

/** Reads a day when it is needed, rather than while it is shown. */
export function useReadDay(): (date: CalendarDate) => Promise<Day> {
  const client = useQueryClient()
  const optionsOf = useDayOptions()
  return date => client.fetchQuery(optionsOf(date))
}

/** What becomes true by the clock alone, such as that a day is over, shows after this long at the latest. */
export const NOW_STALE_MS = 10 * MS_PER_MINUTE

/** What every screen shows of this moment: the cramp that is going on, what is unfinished, the warning cards. */
export function useNowState() {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.now,
    queryFn: () => journal.getNow({}),
    refetchInterval: NOW_STALE_MS,
  })
}

/** Whether the trials of statins may be shown on this screen; not until the journal has said so. */
export function useMayTellStatinTrials(): boolean {
  return useNowState().data?.mayTellStatinTrials ?? false
}

export function useMedication() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.medication, queryFn: () => journal.listMedication({}) })
}

export function useShoes() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.shoes, queryFn: () => journal.listShoes({}) })
}

/** While another period or filter is asked for, what was shown before stays in view. */
export function useOverview(period: Period, filter: CrampFilter) {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.overview(period, filter),
    // What was shown before is of the filter before: each answer knows its own.
    queryFn: async () => ({ ...(await journal.getOverview({ ...period, filter })), filter }),
    placeholderData: previous => previous,
  })
}

/** The same for the smaller charts. */
export function usePatterns(period: Period, filter: CrampFilter) {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.patterns(period, filter),
    queryFn: async () => ({ ...(await journal.getPatterns({ ...period, filter })), filter }),
    placeholderData: previous => previous,
  })
}

/** Mutation meta of the changes made by `useChange`; the app's query client hides error messages once one of them succeeds. */
export const CHANGES_JOURNAL = { changesJournal: true } as const

/** A change after which `stale` is asked again before the change counts as done, so that no screen shows the old state. */
export function useChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  ...stale: readonly (readonly string[])[]
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    meta: CHANGES_JOURNAL,
    onSuccess: () => Promise.all(stale.map(queryKey => client.invalidateQueries({ queryKey }))),
  })
}

export function useAcknowledgeWelcome() {
  const journal = useJournalClient()
  return useChange(() => journal.acknowledgeWelcome({}), queryKeys.status)
}

export function useChangeProfile() {
  const journal = useJournalClient()
  return useChange((profile: Profile) => journal.changeProfile(profile), queryKeys.profile, queryKeys.journal)
}

export function useAddEntry() {
  const journal = useJournalClient()
  return useChange((draft: EntryDraft): Promise<Entry> => journal.addEntry(draft), queryKeys.journal)
}

/** Stores several entries together: all of them, or none. */
export function useAddEntries() {
  const journal = useJournalClient()
  return useChange(
    (drafts: readonly EntryDraft[]): Promise<Entry[]> => journal.addEntries([...drafts]),
    queryKeys.journal,
  )
}

export function useChangeEntry() {
  const journal = useJournalClient()
  return useChange(
    (change: { id: number; draft: EntryDraft }): Promise<Entry> => journal.changeEntry(change),
    queryKeys.journal,
  )
}

export function useDeleteEntry() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.deleteEntry({ id }), queryKeys.journal)
}

export function useRestoreEntry() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.restoreEntry({ id }), queryKeys.journal)
}

export function useSetCheckIn() {
  const journal = useJournalClient()
  return useChange((answer: CheckIn & { complete: boolean }) => journal.setCheckIn(answer), queryKeys.journal)
}

/** Every card whose sign still stands in the journal, those that were read or put off among them. */
export function useWarnings() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.warnings, queryFn: () => journal.listWarnings({}) })
}

export function useAcknowledgeWarning() {
  const journal = useJournalClient()
  return useChange(
    (read: { id: number; acknowledged: boolean }) => journal.acknowledgeWarning(read),
    queryKeys.now,
    queryKeys.warnings,
  )
}

export function useSnoozeWarning() {
  const journal = useJournalClient()
  return useChange(
    (snooze: { id: number; snoozed: boolean }) => journal.snoozeWarning(snooze),
    queryKeys.now,
    queryKeys.warnings,
  )
}

/** What was decided about suggestions, by the suggestion's id. */
export function useDecisions() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.decisions, queryFn: () => journal.listSuggestionDecisions({}) })
}

/** Decides about a suggestion; with null in place of a decision it becomes one that nothing was decided about. */
export function useDecide() {
  const journal = useJournalClient()
  return useChange(
    async ({ suggestion, decided }: { suggestion: string; decided: NewDecision | null }): Promise<void> => {
      if (decided === null) await journal.reopenSuggestion({ suggestion })
      else await journal.decideSuggestion({ ...decided, suggestion })
    },
    queryKeys.decisions,
  )
}

export function useAddShoe() {
  const journal = useJournalClient()
  return useChange(
    (draft: ShoeDraft): Promise<Shoe> => journal.addShoe(draft),
    queryKeys.shoes,
    queryKeys.journal,
  )
}

export function useChangeShoe() {
  const journal = useJournalClient()
  return useChange((shoe: Shoe) => journal.changeShoe(shoe), queryKeys.shoes, queryKeys.journal)
}
