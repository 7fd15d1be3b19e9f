/**
 * A JournalApi that keeps its journal in memory and answers as the main process does: input parsed by the contract,
 * replies in envelopes. For tests of the page.
 */
import type { SuggestionDecision } from '../../shared/advice/suggestions/decision.ts'
import { SNOOZE_DAYS, type Warning } from '../../shared/advice/warning-signs/warnings.ts'
import { computePatterns } from '../../shared/analysis/patterns.ts'
import { buildPerCall } from '../../shared/call-names.ts'
import {
  type Call,
  type Caller,
  contract,
  type Failure,
  type Handlers,
  type Input,
  type JournalApi,
  type Output,
  type Reply,
  type Status,
} from '../../shared/contract.ts'
import { type CheckIn, findCheckInProblems } from '../../shared/kinds/check-in.ts'
import type { Entry, EntryDraft } from '../../shared/kinds/entry.ts'
import { findTimeProblems, type Problem } from '../../shared/kinds/entry-time.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import { emptyProfile, type Profile } from '../../shared/kinds/profile.ts'
import { addDays } from '../../shared/time/calendar-date.ts'
import { journalDayBounds, MS_PER_DAY, wallClockMs } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { createFakeBrowsing, type FakeState } from './fake-browsing.ts'
import { createFakeKeeping } from './fake-keeping.ts'

export interface FakeJournalOptions {
  /** UTC milliseconds; read anew at every call. */
  now: () => number
  timeZone: string
  status?: Partial<Status>
  entries?: readonly Entry[]
  shoes?: readonly Shoe[]
  checkIns?: readonly CheckIn[]
  profile?: Profile
  /** Cards as the main process would have raised them, each at its time; no rule is asked here. */
  warnings?: readonly Warning[]
  /** As the main process would say; true unless told. */
  mayTellStatinTrials?: boolean
  /** Answers that are not computed here, such as those of `getOverview` and `getReport`. */
  handlers?: Partial<Handlers>
}

export interface FakeJournal {
  readonly api: JournalApi
  /** What the journal holds, without the trash, in the order in which it was written. */
  readonly entries: () => readonly Entry[]
  readonly checkIns: () => readonly CheckIn[]
  readonly shoes: () => readonly Shoe[]
  /** Every call that was made, in order. */
  readonly calls: readonly { readonly call: Call; readonly input: unknown }[]
  /** The next `call` is answered with this failure and changes nothing. */
  /** @param isMeant tells which of several such calls is to fail: the next one, if not given */
  readonly failNext: (call: Call, failure: Failure, isMeant?: (input: unknown) => boolean) => void
}

class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

function refuseIf(problems: readonly Problem[]) {
  const [first] = problems
  if (first) throw new Refusal({ code: 'invalid-input', message: first.message, problems })
}

const PAGE: Caller = { pageId: 1 }

const isSame = (a: CheckIn, b: CheckIn) => a.date === b.date && a.kind === b.kind

export function createFakeJournal(options: FakeJournalOptions): FakeJournal {
  const { now, timeZone } = options
  const state: FakeState = { entries: [...(options.entries ?? [])], trash: [] }
  let shoes: Shoe[] = [...(options.shoes ?? [])]
  let checkIns: CheckIn[] = [...(options.checkIns ?? [])]
  let warnings: Warning[] = [...(options.warnings ?? [])]
  let decisions: SuggestionDecision[] = []
  let profile = options.profile ?? emptyProfile
  let status: Status = {
    version: '0.1.0',
    demo: false,
    welcomed: true,
    journal: { state: 'open', path: '/home/sam/unknot/journal.db', inPlace: true },
    ...options.status,
  }
  let lastId = Math.max(0, ...state.entries.map(entry => entry.id), ...shoes.map(shoe => shoe.id))
  const calls: { call: Call; input: unknown }[] = []
  const failures = new Map<Call, { failure: Failure; isMeant: (input: unknown) => boolean }>()

  function find(id: number): Entry {
    const entry = state.entries.find(stored => stored.id === id)
    if (!entry) throw new Refusal({ code: 'not-found', message: 'This entry is no longer in the journal.' })
    return entry
  }

  function refuseSecondClock(draft: EntryDraft, id?: number) {
    const running = state.entries.find(entry => entry.kind === 'cramp' && entry.ongoing)
    if (draft.kind === 'cramp' && draft.ongoing && running !== undefined && running.id !== id)
      refuseIf([{ field: 'ongoing', message: 'The clock of another cramp is running. End that one first.' }])
  }

  function getWearing(): Entry | null {
    const latest = state.entries
      .filter(entry => entry.kind === 'footwear')
      .filter(entry => entry.at <= now())
      .toSorted((a, b) => a.at - b.at)
      .at(-1)
    return latest && latest.takenOffAt === null && latest.at > now() - MS_PER_DAY ? latest : null
  }

  function takeOffBefore(at: number) {
    state.entries = state.entries.map(entry =>
      entry.kind === 'footwear' && entry.takenOffAt === null && entry.at <= at && entry.at > at - MS_PER_DAY
        ? { ...entry, takenOffAt: Math.max(at, entry.at + 60_000) }
        : entry,
    )
  }

  const unanswered = (call: Call) => () => {
    throw new Error(`the fake journal was given no answer for ${call}`)
  }

  const browsing = createFakeBrowsing(state, now, () => checkIns)
  function addEntry(draft: EntryDraft): Entry {
    refuseIf(findTimeProblems(draft, now()))
    refuseSecondClock(draft)
    if (draft.kind === 'footwear' && draft.takenOffAt === null) takeOffBefore(draft.at)
    const entry: Entry = { ...draft, id: ++lastId, loggedAt: now(), editedAt: null }
    state.entries = [...state.entries, entry]
    return entry
  }

  const handlers: Handlers = {
    getStatus: () => status,
    acknowledgeWelcome: () => {
      status = { ...status, welcomed: true }
      return {}
    },
    getProfile: () => profile,
    changeProfile: changed => {
      profile = changed
      return profile
    },
    getDay: ({ date, dayStartMinutes }) => {
      const { fromWallMs, toWallMs } = journalDayBounds(date, dayStartMinutes)
      return {
        date,
        entries: state.entries
          .filter(entry => wallClockMs(entry) >= fromWallMs && wallClockMs(entry) < toWallMs)
          .toSorted((a, b) => wallClockMs(a) - wallClockMs(b)),
        checkIns: checkIns.filter(
          given => given.date === date || (given.kind === 'cramp' && given.date === addDays(date, -1)),
        ),
        shoes,
        wearing: getWearing(),
        usualDrinks: listMostFrequent(
          state.entries
            .filter(entry => entry.kind === 'fluid')
            .map(({ drink, volumeMl, alcoholPercent, caffeineMg }) => ({
              drink,
              volumeMl,
              alcoholPercent,
              caffeineMg,
            })),
        ),
        usualShoeIds: listMostFrequent(
          state.entries.filter(entry => entry.kind === 'footwear').map(entry => entry.shoeId),
        ),
        usualStretch:
          state.entries.filter(entry => entry.kind === 'stretch').findLast(({ beforeBed }) => beforeBed) ??
          null,
        medicines: state.entries
          .filter(entry => entry.kind === 'medication')
          .map(entry => entry.medicineClass),
      }
    },
    getNow: () => {
      const cramps = state.entries.filter(entry => entry.kind === 'cramp').toSorted((a, b) => b.at - a.at)
      return {
        ongoing: cramps.find(({ ongoing }) => ongoing) ?? null,
        unfinished: cramps.filter(({ ongoing, needsDetails }) => !ongoing && needsDetails),
        lastSites: cramps.find(({ sites }) => sites.length > 0)?.sites ?? [],
        gaps: [],
        mayTellStatinTrials: options.mayTellStatinTrials ?? true,
        warnings: warnings.filter(
          ({ acknowledgedAt, raisedAt, snoozedUntil }) =>
            acknowledgedAt === null && raisedAt <= now() && (snoozedUntil ?? 0) <= now(),
        ),
      }
    },
    addEntry,
    addEntries: drafts => drafts.map(addEntry),
    changeEntry: ({ id, draft }) => {
      const { loggedAt } = find(id)
      refuseIf(findTimeProblems(draft, now()))
      refuseSecondClock(draft, id)
      const changed: Entry = { ...draft, id, loggedAt, editedAt: now() }
      state.entries = state.entries.map(entry => (entry.id === id ? changed : entry))
      return changed
    },
    deleteEntry: ({ id }) => {
      find(id)
      return browsing.deleteEntries({ ids: [id] }, PAGE)
    },
    restoreEntry: ({ id }) => {
      const deleted = state.trash.find(({ entry }) => entry.id === id)
      if (!deleted) throw new Refusal({ code: 'not-found', message: 'This entry is no longer in the trash.' })
      browsing.restoreEntries({ ids: [id] }, PAGE)
      return deleted.entry
    },
    ...browsing,
    setCheckIn: ({ complete, ...checkIn }) => {
      if (complete) refuseIf(findCheckInProblems(checkIn, momentOfInstant(now(), timeZone)))
      checkIns = checkIns.filter(given => !isSame(given, checkIn))
      if (complete) checkIns = [...checkIns, checkIn]
      return {}
    },
    listWarnings: () => warnings,
    acknowledgeWarning: ({ id, acknowledged }) => {
      const acknowledgedAt = acknowledged ? now() : null
      warnings = warnings.map(one => (one.id === id ? { ...one, acknowledgedAt } : one))
      return {}
    },
    snoozeWarning: ({ id, snoozed }) => {
      const snoozedUntil = snoozed ? now() + SNOOZE_DAYS * MS_PER_DAY : null
      warnings = warnings.map(one => (one.id === id ? { ...one, snoozedUntil } : one))
      return {}
    },
    listSuggestionDecisions: () => decisions,
    decideSuggestion: decided => {
      const decision = { ...decided, decidedAt: decided.decidedAt ?? now() }
      decisions = [...decisions.filter(({ suggestion }) => suggestion !== decided.suggestion), decision]
      return decision
    },
    reopenSuggestion: reopened => {
      decisions = decisions.filter(({ suggestion }) => suggestion !== reopened.suggestion)
      return {}
    },
    listMedication: () =>
      state.entries.filter(entry => entry.kind === 'medication').toSorted((a, b) => a.at - b.at),
    listShoes: () => shoes,
    addShoe: draft => {
      const shoe: Shoe = { ...draft, id: ++lastId }
      shoes = [...shoes, shoe]
      return shoe
    },
    changeShoe: changed => {
      shoes = shoes.map(shoe => (shoe.id === changed.id ? changed : shoe))
      return changed
    },
    getOverview: unanswered('getOverview'),
    getPatterns: ({ filter, ...period }) =>
      computePatterns({
        dayStartMinutes: 0,
        period,
        filter,
        entries: state.entries,
        checkIns,
        shoes,
        offWeekdays: profile.offWeekdays,
        timeZone,
      }),
    getFindings: unanswered('getFindings'),
    cancelFindings: () => ({}),
    listExperiments: () => [],
    getExperimentNow: () => ({ experiment: null }),
    planExperiment: unanswered('planExperiment'),
    answerExperimentDay: unanswered('answerExperimentDay'),
    resumeExperiment: unanswered('resumeExperiment'),
    stopExperiment: unanswered('stopExperiment'),
    startExperiment: unanswered('startExperiment'),
    withdrawExperiment: unanswered('withdrawExperiment'),
    saveChartPicture: unanswered('saveChartPicture'),
    saveChartNumbers: unanswered('saveChartNumbers'),
    copyChartPicture: () => ({}),
    copyChartNumbers: () => ({}),
    getReport: unanswered('getReport'),
    saveReport: unanswered('saveReport'),
    printReport: unanswered('printReport'),
    stopReport: () => ({}),
    listKeptReports: () => [],
    getKeptReport: unanswered('getKeptReport'),
    getPrintJob: unanswered('getPrintJob'),
    announceReportReady: () => ({}),
    ...createFakeKeeping(),
    ...options.handlers,
  }

  function expose<C extends Call>(call: C) {
    return async (input: Input<C>): Promise<Reply<C>> => {
      calls.push({ call, input })
      const planned = failures.get(call)
      const isPlanned = planned?.isMeant(input) === true
      const failure = isPlanned ? planned.failure : findShapeFailure(call, input)
      if (isPlanned) failures.delete(call)
      if (failure) return { ok: false, failure }
      try {
        const value: Output<C> = await handlers[call](input, PAGE)
        return { ok: true, value }
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, failure: error.failure }
        throw error
      }
    }
  }

  return {
    api: buildPerCall<JournalApi>(expose),
    entries: () => state.entries,
    checkIns: () => checkIns,
    shoes: () => shoes,
    calls,
    failNext: (call, failure, isMeant = () => true) => {
      failures.set(call, { failure, isMeant })
    },
  }
}

function findShapeFailure(call: Call, input: unknown): Failure | undefined {
  const parsed = contract[call].input.safeParse(input)
  if (parsed.success) return undefined
  const problems = parsed.error.issues.map(issue => ({
    field: issue.path.join('.'),
    message: issue.message,
  }))
  return {
    code: 'invalid-input',
    message: problems[0]?.message ?? 'This cannot be stored as it is.',
    problems,
  }
}

/** The distinct values, most frequent first. */
function listMostFrequent<Value>(values: readonly Value[]): Value[] {
  const counted = new Map<string, { value: Value; count: number }>()
  for (const value of values) {
    const key = JSON.stringify(value)
    counted.set(key, { value, count: (counted.get(key)?.count ?? 0) + 1 })
  }
  return [...counted.values()].toSorted((a, b) => b.count - a.count).map(({ value }) => value)
}

/** An entry as the journal stores it, written down when it happened. */
export function makeEntry(id: number, draft: EntryDraft): Entry {
  return { ...draft, id, loggedAt: draft.at, editedAt: null }
}
