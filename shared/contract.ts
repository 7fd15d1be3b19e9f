/**
 * Everything the page may ask of the main process. The handlers, the preload's API and the page's client are all
 * derived from this object; a call that does not stand here does not exist.
 *
 * Every call takes one object, declares whether it reads or writes, and is answered with an envelope, since Electron hands on nothing of an error but its
 * text. Input is parsed when it arrives; output is parsed in the tests.
 */
import { z } from 'zod'
import { aboutCalls } from './about.ts'
import { suggestionDecision } from './advice/suggestions/decision.ts'
import { journalAnswers } from './advice/warning-signs/journal-answers.ts'
import { warning } from './advice/warning-signs/warnings.ts'
import { crampFilter } from './analysis/cramp-filter.ts'
import { finding, findingChecks, foundFindings } from './analysis/finding.ts'
import { overview } from './analysis/overview.ts'
import { patterns } from './analysis/patterns.ts'
import { recentNights } from './analysis/recent-nights.ts'
import { ruleChange } from './analysis/rule-change.ts'
import { naming } from './analysis/suspects.ts'
import { keepingCalls } from './archive/calls.ts'
import { fileToken } from './archive/file-token.ts'
import { crampShortcutCalls } from './cramp-shortcut.ts'
import { experimentCalls } from './experiments/calls.ts'
import { coinCalls } from './experiments/coin-calls.ts'
import { historyCalls } from './history-calls.ts'
import { intentCalls } from './intents.ts'
import { checkIn, trackedKinds } from './kinds/check-in.ts'
import { closetCalls } from './kinds/closet-calls.ts'
import { cramp } from './kinds/cramp.ts'
import { entry, entryDraft } from './kinds/entry.ts'
import { finishDayCalls } from './kinds/finish-day-calls.ts'
import { fluidDraft } from './kinds/fluid.ts'
import { shoe } from './kinds/footwear.ts'
import { medicineClasses } from './kinds/medicines.ts'
import {
  factorCheckIn,
  factorName,
  newOwnFactor,
  ownFactor,
  ownFactorChange,
  usualAmount,
} from './kinds/own-factor.ts'
import { ownThingCalls } from './kinds/own-thing-calls.ts'
import { period } from './kinds/period.ts'
import { profile } from './kinds/profile.ts'
import { calendarDateField, dayStartMinutesField, idField } from './kinds/schemas.ts'
import { stretchDraft } from './kinds/stretch.ts'
import { chartNumbers, chartPicture, copiedNumbers, copiedPicture } from './report/chart-file.ts'
import { keptReport, madeReport, printJob, reportFormats, reportSource } from './report/kept.ts'
import { reportRequest } from './report/order.ts'
import { pageFit } from './report/page-fit.ts'
import { searchCalls } from './search/search-calls.ts'

const nothing = z.strictObject({})

/** Id of a call's work, chosen by the page; unique among the jobs that it waits for. */
export const jobIdSchema = z.string().min(1).max(100)

/** Reasons for not opening a journal. Its file has not been touched in any of these cases. */
export const refusals = [
  'damaged',
  'changed',
  'newer',
  'foreign',
  'unwritable',
  'not-a-file',
  'unreadable',
  'missing',
] as const
export type Refusal = (typeof refusals)[number]

const status = z.strictObject({
  version: z.string(),
  /** A demo journal in a folder of its own: nothing of the person's is shown or changed. */
  demo: z.boolean(),
  /** True once the first-start text has been read. */
  welcomed: z.boolean(),
  journal: z.discriminatedUnion('state', [
    z.strictObject({
      state: z.literal('open'),
      path: z.string(),
      /** False once its file was moved or deleted while it was open: it can be read still, and not written to. */
      inPlace: z.boolean(),
    }),
    z.strictObject({
      state: z.literal('refused'),
      path: z.string(),
      reason: z.enum(refusals),
      /** Technical reason or error message, for a person who is asked to help. */
      detail: z.string(),
    }),
  ]),
})
export type Status = z.infer<typeof status>

/** Most entries that one line can tell of. */
const MOST_AT_ONCE = 20

/** A drink as it can be logged again with one click. */
const usualDrink = fluidDraft.pick({
  drink: true,
  volumeMl: true,
  alcoholPercent: true,
  caffeineMg: true,
})
export type UsualDrink = z.infer<typeof usualDrink>

const day = z.strictObject({
  date: calendarDateField,
  /** The day's entries by time, oldest first. */
  entries: z.array(entry),
  /** The check-ins given for this date, and that of the cramp-day before, which ends at noon of this one. */
  checkIns: z.array(checkIn),
  /** Check-ins of own factors given for this date. */
  factorCheckIns: z.array(factorCheckIn),
  shoes: z.array(shoe),
  /** The footwear that is on now, whatever day is asked for: put on last, not taken off, less than a day ago. */
  wearing: entry.nullable(),
  /** Most frequent first, over the 28 days that end with this one. */
  usualDrinks: z.array(usualDrink),
  /** Most worn first, over the same days. */
  usualShoeIds: z.array(idField),
  /** The last stretching before bed up to then, to be logged again with one click; null while there was none. */
  usualStretch: stretchDraft.pick({ muscles: true, durationMinutes: true }).nullable(),
  /** The last amount of each own factor up to then. */
  usualAmounts: z.array(usualAmount),
  /** Kinds of medicine taken at some time of the day. */
  medicines: z.array(z.enum(medicineClasses.ids)),
})
export type Day = z.infer<typeof day>

const nowState = z.strictObject({
  /** The cramp whose clock is running. */
  ongoing: entry.nullable(),
  /** Cramps whose details wait to be filled in, newest first. */
  unfinished: z.array(entry),
  /** Sites of the last cramp, offered for the next one. */
  lastSites: cramp.fields.sites.schema,
  /** Warning cards that are not acknowledged, and closing lines of cards about a rate, most urgent first. */
  warnings: z.array(warning),
  /** True if the trials of statins may be shown: not with an emergency card or S4, nor where a sign of harm is logged. */
  mayTellStatinTrials: z.boolean(),
  /** The last days of which nothing is known, newest first. */
  gaps: z.array(z.strictObject({ date: calendarDateField, kind: z.enum(trackedKinds) })),
  /** True while the one question about a daily reminder waits for its answer. */
  asksAboutReminder: z.boolean(),
})

/** Path of the saved file; null if the person cancelled. */
const savedFile = z.strictObject({ path: z.string().nullable() })
/** Both null where saving was cancelled. */
const savedReport = savedFile.extend({ file: fileToken.nullable() })

/** Definition of one call. */
interface CallDefinition {
  /**
   * `reads`: leaves the journal and every file as they were, and works under SQLite's `query_only`.
   * `writes`: may change the journal, a file, the clipboard, or work that is under way.
   */
  readonly access: 'reads' | 'writes'
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export const contract = {
  getStatus: { access: 'reads', input: nothing, output: status },
  /** Opens the demo journal in a window of its own, with made-up entries. */
  openDemo: { access: 'writes', input: nothing, output: nothing },
  /** Ends the first start. A journal in which nothing was written then follows cramps and what its suspects need. */
  acknowledgeWelcome: { access: 'writes', input: nothing, output: nothing },

  getProfile: { access: 'reads', input: nothing, output: profile },
  changeProfile: { access: 'writes', input: profile, output: profile },

  getDay: {
    access: 'reads',
    input: z.strictObject({ date: calendarDateField, dayStartMinutes: dayStartMinutesField }),
    output: day,
  },
  /** Current state that every screen shows. */
  getNow: { access: 'reads', input: nothing, output: nowState },
  /** The last weeks night by night, for the sentence on which Today opens. */
  getRecentNights: { access: 'reads', input: nothing, output: recentNights },
  addEntry: { access: 'writes', input: entryDraft, output: entry },
  /** Stores several entries together: all of them, or none. */
  addEntries: {
    access: 'writes',
    input: z.array(entryDraft).min(1).max(MOST_AT_ONCE),
    output: z.array(entry),
  },
  changeEntry: { access: 'writes', input: z.strictObject({ id: idField, draft: entryDraft }), output: entry },
  /** Puts an entry into the trash; `restoreEntry` takes it out again. */
  deleteEntry: { access: 'writes', input: z.strictObject({ id: idField }), output: nothing },
  restoreEntry: { access: 'writes', input: z.strictObject({ id: idField }), output: entry },
  /** Says that a kind is complete for a date, or takes that back. */
  setCheckIn: { access: 'writes', input: checkIn.extend({ complete: z.boolean() }), output: nothing },
  ...finishDayCalls,

  /** Age and counts of the last weeks, for the symptom check. */
  getJournalAnswers: { access: 'reads', input: nothing, output: journalAnswers },
  /** Every warning card whose rule holds, the unacknowledged first. A deleted entry's are not among them. */
  listWarnings: { access: 'reads', input: nothing, output: z.array(warning) },
  /** Says that a card was read, or takes that back. A card that was read does not come back by itself for its entry. */
  acknowledgeWarning: {
    access: 'writes',
    input: z.strictObject({ id: idField, acknowledged: z.boolean() }),
    output: nothing,
  },
  /** Puts a routine card off for four weeks, or shows it again. Emergency and same-day cards are refused. */
  snoozeWarning: {
    access: 'writes',
    input: z.strictObject({ id: idField, snoozed: z.boolean() }),
    output: nothing,
  },

  listSuggestionDecisions: { access: 'reads', input: nothing, output: z.array(suggestionDecision) },
  /** Replaces what was decided about it before. `decidedAt` is only for taking a change back: otherwise it is now. */
  decideSuggestion: {
    access: 'writes',
    input: suggestionDecision.extend({ decidedAt: suggestionDecision.shape.decidedAt.nullable() }),
    output: suggestionDecision,
  },
  /** Makes a suggestion one that nothing was decided about. */
  reopenSuggestion: {
    access: 'writes',
    input: suggestionDecision.pick({ suggestion: true }),
    output: nothing,
  },

  /** Every change of a medicine there is, oldest first. */
  listMedication: { access: 'reads', input: nothing, output: z.array(entry) },

  ...closetCalls,

  /** The person's own factors, archived ones last. */
  listOwnFactors: { access: 'reads', input: nothing, output: z.array(ownFactor) },
  /** Names and units of all own factors, those of deleted ones for their entries in the trash. */
  listFactorNames: { access: 'reads', input: nothing, output: z.array(factorName) },
  addOwnFactor: { access: 'writes', input: newOwnFactor, output: ownFactor },
  /** Renames or archives one. */
  changeOwnFactor: { access: 'writes', input: ownFactorChange, output: ownFactor },
  /** Puts its entries into the trash; `restoreOwnFactor` takes them out again. */
  deleteOwnFactor: { access: 'writes', input: z.strictObject({ id: idField }), output: nothing },
  restoreOwnFactor: { access: 'writes', input: z.strictObject({ id: idField }), output: ownFactor },
  /** Says that an amount was not taken on a day, or no more than is logged; or takes that back. */
  setFactorCheckIn: {
    access: 'writes',
    input: factorCheckIn.extend({ complete: z.boolean() }),
    output: nothing,
  },

  ...ownThingCalls,

  getOverview: { access: 'reads', input: period.safeExtend({ filter: crampFilter }), output: overview },
  /** Times and sites of the cramps, with what was drunk, worn, done and tried. */
  getPatterns: { access: 'reads', input: period.safeExtend({ filter: crampFilter }), output: patterns },

  /** Answered when the analysis is done; each filter is an analysis of its own. */
  getFindings: { access: 'reads', input: z.strictObject({ filter: crampFilter }), output: foundFindings },
  /** Sensitivity analyses of one finding; null below its minimum data. */
  getFindingChecks: {
    access: 'reads',
    input: finding.pick({ key: true }).extend({ filter: crampFilter }),
    output: findingChecks.nullable(),
  },

  getRuleChange: { access: 'reads', input: nothing, output: ruleChange },
  /** Puts the notice about the new rule of verdicts away for good. */
  acknowledgeRuleChange: { access: 'writes', input: nothing, output: nothing },

  /** Every naming of a suspect, also of those that were withdrawn, oldest first. */
  listSuspects: { access: 'reads', input: nothing, output: z.array(naming) },
  /** Names an exposure as a suspect, six at a time, or takes its withdrawal back. */
  nameSuspect: { access: 'writes', input: naming.pick({ exposure: true }), output: naming },
  /** Withdraws a suspect. Its naming is kept, with the date of the withdrawal. */
  withdrawSuspect: { access: 'writes', input: naming.pick({ exposure: true }), output: naming },

  ...experimentCalls,
  ...coinCalls,
  saveChartPicture: { access: 'writes', input: chartPicture, output: savedFile },
  saveChartNumbers: { access: 'writes', input: chartNumbers, output: savedFile },
  /** Onto the clipboard of the system. */
  copyChartPicture: { access: 'writes', input: copiedPicture, output: nothing },
  copyChartNumbers: { access: 'writes', input: copiedNumbers, output: nothing },

  /** The report as it would be printed now; answered when the analysis that it needs is done. */
  getReport: { access: 'reads', input: reportRequest, output: madeReport },
  /** Asks where, and saves there; a PDF is also kept among the reports made. */
  saveReport: {
    access: 'writes',
    input: z.strictObject({ source: reportSource, fit: pageFit.nullable(), format: z.enum(reportFormats) }),
    output: savedReport,
  },
  /** Opens the report that this page saved last, or its folder. */
  showSavedReport: {
    access: 'reads',
    input: z.strictObject({ file: fileToken, as: z.enum(['file', 'folder']) }),
    output: nothing,
  },
  /** Hands the report to the system's printing; what was printed is kept among the reports made. */
  printReport: {
    access: 'writes',
    input: z.strictObject({ source: reportSource, fit: pageFit.nullable() }),
    output: z.strictObject({ printed: z.boolean() }),
  },
  /** The reports that were made, newest first. */
  listKeptReports: { access: 'reads', input: nothing, output: z.array(keptReport) },
  getKeptReport: { access: 'reads', input: z.strictObject({ id: idField }), output: madeReport },
  /** Content of the page that is to be printed. */
  getPrintJob: { access: 'reads', input: z.strictObject({ job: idField }), output: printJob },
  /** The page that is being printed says that its charts and fonts are in place. */
  announceReportReady: { access: 'writes', input: nothing, output: nothing },

  ...searchCalls,
  ...intentCalls,
  ...crampShortcutCalls,
  ...aboutCalls,
  ...keepingCalls,
  ...historyCalls,

  /** Stops the job that another call of this page waits for. That call is answered with what became of it. */
  cancelJob: { access: 'writes', input: z.strictObject({ job: jobIdSchema }), output: nothing },
} as const satisfies Readonly<Record<string, CallDefinition>>

export type Call = keyof typeof contract
export type ReadingCall = { [C in Call]: (typeof contract)[C]['access'] extends 'reads' ? C : never }[Call]

/** Calls that write under the name of a read; fails to compile when there is one. */
type MisnamedCall = Extract<
  Exclude<Call, ReadingCall>,
  `${'get' | 'list' | 'find' | 'preview' | 'plan'}${string}`
>
const wellNamed: [MisnamedCall] extends [never] ? true : MisnamedCall = true
void wellNamed
export type Input<C extends Call> = z.output<(typeof contract)[C]['input']>
export type Output<C extends Call> = z.output<(typeof contract)[C]['output']>

/** Error of a call. Its messages are written for the person. */
export type Failure =
  | { readonly code: 'invalid-input'; readonly message: string; readonly problems: readonly FieldProblem[] }
  | {
      readonly code: 'not-found' | 'journal-unavailable' | 'cancelled' | 'internal'
      readonly message: string
    }

export interface FieldProblem {
  /** Path of the field, `sites.0.muscle`. */
  readonly field: string
  readonly message: string
}

export type Reply<C extends Call> =
  | { readonly ok: true; readonly value: Output<C> }
  | { readonly ok: false; readonly failure: Failure }

export interface Caller {
  /** Id of the calling page's web contents. */
  readonly pageId: number
  /** Id that the page gave to the work of this call, under which it hears of progress and can cancel. */
  readonly job?: string
}

/** Handlers in main: one function per call. */
export type Handlers = {
  readonly [C in Call]: (input: Input<C>, caller: Caller) => Output<C> | Promise<Output<C>>
}

/** The page's end of the event channel, as the preload exposes it. Returns how to stop listening. */
export interface EventApi {
  readonly subscribe: (listener: (message: unknown) => void) => () => void
}

/** API that the preload exposes to the page. A call that is given a job id sends progress and can be cancelled. */
export type JournalApi = { readonly [C in Call]: (input: Input<C>, job?: string) => Promise<Reply<C>> }
