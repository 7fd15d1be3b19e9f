/** Queries and mutations of the screens. Data stays fresh until a `changed` event names a part it read: `query-reads.ts`. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type CrampFilter, getFilterKey } from '../../shared/analysis/cramp-filter.ts'
import type { Day, Input } from '../../shared/contract.ts'
import type { CheckIn } from '../../shared/kinds/check-in.ts'
import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import type { Shoe, ShoeDraft } from '../../shared/kinds/footwear.ts'
import { builtInLists, createLists, type JournalLists } from '../../shared/kinds/journal-lists.ts'
import type {
  FactorCheckIn,
  NewOwnFactor,
  OwnFactor,
  OwnFactorChange,
} from '../../shared/kinds/own-factor.ts'
import type { OwnThing, OwnThingDraft } from '../../shared/kinds/own-thing.ts'
import type { Period } from '../../shared/kinds/period.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import type { ReportSource } from '../../shared/report/kept.ts'
import type { CalendarDate } from '../../shared/time/calendar-date.ts'
import { DEFAULT_DAY_START_MINUTES } from '../../shared/time/moment.ts'
import { useJournalClient } from './journal-client.ts'

/** Decision to store; `decidedAt` is null for now, and the previous time when an undo restores one. */
export type NewDecision = Omit<Input<'decideSuggestion'>, 'suggestion'>

/** Arguments in the query keys below `journal`, by query name. */
export interface QueryArguments {
  now: []
  'recent-nights': []
  warnings: []
  'journal-answers': []
  medication: []
  'shoe-wear': []
  day: [date: CalendarDate, dayStartMinutes: number]
  'day-questions': [date: CalendarDate]
  overview: [fromDate: CalendarDate, toDate: CalendarDate, filterKey: string]
  patterns: [fromDate: CalendarDate, toDate: CalendarDate, filterKey: string]
  findings: [today: CalendarDate, filterKey: string]
  'finding-checks': [key: string, filterKey: string]
  report: [source: ReportSource | null]
  found: unknown[]
  trash: []
  entry: [id: number]
  'deleted-entry': [id: number]
  'cramp-calendar': [year: number]
  'factor-dates': [factorId: number | null, year: number]
  experiments: unknown[]
  sources: []
  'history-sheet': [source: number | null]
  'compared-days': []
}

export const queryKeys = {
  status: ['status'],
  profile: ['profile'],
  shoes: ['shoes'],
  ownFactors: ['own-factors'],
  factorNames: ['factor-names'],
  crampShortcut: ['cramp-shortcut'],
  about: ['about'],
  licences: ['licences'],
  ownThings: ['own-things'],
  /** Prefix of all queries computed from entries, check-ins and shoes. */
  journal: ['journal'],
  now: ['journal', 'now'],
  recentNights: ['journal', 'recent-nights'],
  warnings: ['journal', 'warnings'],
  journalAnswers: ['journal', 'journal-answers'],
  medication: ['journal', 'medication'],
  shoeWear: ['journal', 'shoe-wear'],
  decisions: ['decisions'],
  suspects: ['suspects'],
  ruleChange: ['rule-change'],
  day: (date: CalendarDate, dayStartMinutes: number) => ['journal', 'day', date, dayStartMinutes],
  dayQuestions: (date: CalendarDate) => ['journal', 'day-questions', date],
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
  findingChecks: (key: string, filter: CrampFilter) => [
    'journal',
    'finding-checks',
    key,
    getFilterKey(filter),
  ],
  report: (source: ReportSource | null) => ['journal', 'report', source],
  keptReports: ['kept-reports'],
  backups: ['backups'],
  sources: ['journal', 'sources'],
  historySheet: (source: number | null) => ['journal', 'history-sheet', source],
  comparedDays: ['journal', 'compared-days'],
} as const

export function useStatus() {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.status,
    queryFn: () => journal.getStatus({}),
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

/** `useDay` that reads only while `isWanted`. */
export function useDayWhen(date: CalendarDate, isWanted: boolean) {
  return useQuery({ ...useDayOptions()(date), enabled: isWanted })
}

/** Reads a day on demand, without a subscription. */
export function useReadDay(): (date: CalendarDate) => Promise<Day> {
  const client = useQueryClient()
  const optionsOf = useDayOptions()
  return date => client.fetchQuery(optionsOf(date))
}

/** Present state shown on every screen: the ongoing cramp, unfinished cramps, warning cards. */
export function useNowState() {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.now,
    queryFn: () => journal.getNow({}),
  })
}

/** The last weeks night by night. */
export function useRecentNights() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.recentNights, queryFn: () => journal.getRecentNights({}) })
}

/** Permission to show statin trials; false until it has loaded. */
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

/** Use of each shoe, over all its wearings. */
export function useShoeWear() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.shoeWear, queryFn: () => journal.listShoeWear({}) })
}

/** Names of all own factors, deleted ones included. */
export function useFactorNames() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.factorNames, queryFn: () => journal.listFactorNames({}) })
}

/** The person's own factors, archived ones last. */
export function useOwnFactors() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.ownFactors, queryFn: () => journal.listOwnFactors({}) })
}

/** The person's own drinks, activities, reliefs and symptoms, archived ones included. */
export function useOwnThings() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.ownThings, queryFn: () => journal.listOwnThings({}) })
}

/** Lists of this journal; the built-in ones until the person's own things are there. */
export function useLists(): JournalLists {
  const { data } = useOwnThings()
  return useMemo(() => (data === undefined ? builtInLists : createLists(data)), [data])
}

/** Overview charts. The previous data stays in view while another period or filter loads. */
export function useOverview(period: Period, filter: CrampFilter) {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.overview(period, filter),
    // The data includes its filter, because placeholder data belongs to the previous one.
    queryFn: async () => ({ ...(await journal.getOverview({ ...period, filter })), filter }),
    placeholderData: previous => previous,
  })
}

/** Data of the smaller charts. The previous data stays in view while another period or filter loads. */
export function usePatterns(period: Period, filter: CrampFilter) {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.patterns(period, filter),
    // The signal aborts when the screen is left or the key changes, which cancels the job.
    queryFn: async ({ signal }) => ({
      ...(await journal.getPatterns({ ...period, filter }, { signal })),
      filter,
    }),
    placeholderData: previous => previous,
  })
}

/** Mutation meta of `useChange`; the app's query client hides error messages once such a mutation succeeds. */
export const CHANGES_JOURNAL = { changesJournal: true } as const

/** Mutation of the journal. It is pending until the mounted queries have read what changed. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  return useMutation({ mutationFn: change, meta: CHANGES_JOURNAL })
}

export function useAcknowledgeWelcome() {
  const journal = useJournalClient()
  return useChange(() => journal.acknowledgeWelcome({}))
}

export function useChangeProfile() {
  const journal = useJournalClient()
  return useChange((profile: Profile) => journal.changeProfile(profile))
}

export function useAddEntry() {
  const journal = useJournalClient()
  return useChange((draft: EntryDraft): Promise<Entry> => journal.addEntry(draft))
}

/** Stores several entries in one transaction. */
export function useAddEntries() {
  const journal = useJournalClient()
  return useChange((drafts: readonly EntryDraft[]): Promise<Entry[]> => journal.addEntries([...drafts]))
}

export function useChangeEntry() {
  const journal = useJournalClient()
  return useChange((change: { id: number; draft: EntryDraft }): Promise<Entry> => journal.changeEntry(change))
}

export function useDeleteEntry() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.deleteEntry({ id }))
}

export function useRestoreEntry() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.restoreEntry({ id }))
}

/** Open questions of a journal day. */
export function useDayQuestions(date: CalendarDate) {
  const journal = useJournalClient()
  return useQuery({
    queryKey: queryKeys.dayQuestions(date),
    queryFn: () => journal.getDayQuestions({ date }),
  })
}

/** Gives or takes back several check-ins in one transaction. */
export function useSetCheckIns() {
  const journal = useJournalClient()
  return useChange((answers: { checkIns: CheckIn[]; complete: boolean }) => journal.setCheckIns(answers))
}

/** Asks where, and saves a calendar file with a daily reminder. Resolves to its path, or null when cancelled. */
export function useSaveReminderCalendar() {
  const journal = useJournalClient()
  return useMutation({ mutationFn: (hour: number) => journal.saveReminderCalendar({ hour }) })
}

export function useSetCheckIn() {
  const journal = useJournalClient()
  return useChange((answer: CheckIn & { complete: boolean }) => journal.setCheckIn(answer))
}

/** Answers of the symptom check that the journal holds. */
export function useJournalAnswers() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.journalAnswers, queryFn: () => journal.getJournalAnswers({}) })
}

/** Warning cards whose sign is still in the journal, including acknowledged and snoozed ones. */
export function useWarnings() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.warnings, queryFn: () => journal.listWarnings({}) })
}

export function useAcknowledgeWarning() {
  const journal = useJournalClient()
  return useChange((read: { id: number; acknowledged: boolean }) => journal.acknowledgeWarning(read))
}

export function useSnoozeWarning() {
  const journal = useJournalClient()
  return useChange((snooze: { id: number; snoozed: boolean }) => journal.snoozeWarning(snooze))
}

/** Decisions about suggestions, by the suggestion's id. */
export function useDecisions() {
  const journal = useJournalClient()
  return useQuery({ queryKey: queryKeys.decisions, queryFn: () => journal.listSuggestionDecisions({}) })
}

/** Stores the decision about a suggestion; null removes it. */
export function useDecide() {
  const journal = useJournalClient()
  return useChange(
    async ({ suggestion, decided }: { suggestion: string; decided: NewDecision | null }): Promise<void> => {
      if (decided === null) await journal.reopenSuggestion({ suggestion })
      else await journal.decideSuggestion({ ...decided, suggestion })
    },
  )
}

export function useAddShoe() {
  const journal = useJournalClient()
  return useChange((draft: ShoeDraft): Promise<Shoe> => journal.addShoe(draft))
}

export function useChangeShoe() {
  const journal = useJournalClient()
  return useChange((shoe: Shoe) => journal.changeShoe(shoe))
}

export function useDeleteShoe() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.deleteShoe({ id }))
}

/** Moves the wearings of a shoe to another one, and deletes it. */
export function useMergeShoes() {
  const journal = useJournalClient()
  return useChange((shoes: Input<'mergeShoes'>) => journal.mergeShoes(shoes))
}

export function useRestoreShoe() {
  const journal = useJournalClient()
  return useChange((deleted: Input<'restoreShoe'>) => journal.restoreShoe(deleted))
}

export function useAddOwnFactor() {
  const journal = useJournalClient()
  return useChange((factor: NewOwnFactor): Promise<OwnFactor> => journal.addOwnFactor(factor))
}

/** Renames or archives one. */
export function useChangeOwnFactor() {
  const journal = useJournalClient()
  return useChange(({ id, name, archived }: OwnFactorChange) =>
    journal.changeOwnFactor({ id, name, archived }),
  )
}

export function useDeleteOwnFactor() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.deleteOwnFactor({ id }))
}

/** Says that an amount was not taken on a day, or takes that back. */
export function useSetFactorCheckIn() {
  const journal = useJournalClient()
  return useChange((answer: FactorCheckIn & { complete: boolean }) => journal.setFactorCheckIn(answer))
}

export function useRestoreOwnFactor() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.restoreOwnFactor({ id }))
}

export function useAddOwnThing() {
  const journal = useJournalClient()
  return useChange((draft: OwnThingDraft): Promise<OwnThing> => journal.addOwnThing(draft))
}

/** Renames, changes or archives one. */
export function useChangeOwnThing() {
  const journal = useJournalClient()
  return useChange((changed: { readonly id: number; readonly draft: OwnThingDraft }) =>
    journal.changeOwnThing(changed),
  )
}

export function useDeleteOwnThing() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.deleteOwnThing({ id }))
}

export function useRestoreOwnThing() {
  const journal = useJournalClient()
  return useChange((id: number) => journal.restoreOwnThing({ id }))
}
