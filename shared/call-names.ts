/**
 * The names of all calls, and nothing else: the preload imports these, so that no schema library is bundled into it.
 * They are exactly the contract's: one too many or too few does not compile.
 */
import type { Call, Input } from './contract.ts'

/** The one channel on which main sends events to the pages; see `events.ts`. */
export const EVENT_CHANNEL = 'event'

/** The channel by which the preload tells main of files that were dropped on the window; no page has it. */
export const DROP_CHANNEL = 'drop'

export const callNames = [
  'getStatus',
  'openDemo',
  'acknowledgeWelcome',
  'getProfile',
  'changeProfile',
  'getDay',
  'getNow',
  'getRecentNights',
  'addEntry',
  'addEntries',
  'changeEntry',
  'deleteEntry',
  'restoreEntry',
  'findEntries',
  'getEntries',
  'deleteEntries',
  'restoreEntries',
  'listTrash',
  'getDeletedEntries',
  'eraseEntries',
  'getCrampCalendar',
  'listFactorDates',
  'setCheckIn',
  'getDayQuestions',
  'setCheckIns',
  'getJournalAnswers',
  'saveReminderCalendar',
  'listWarnings',
  'acknowledgeWarning',
  'snoozeWarning',
  'listSuggestionDecisions',
  'decideSuggestion',
  'reopenSuggestion',
  'listMedication',
  'listShoes',
  'addShoe',
  'changeShoe',
  'listShoeWear',
  'deleteShoe',
  'mergeShoes',
  'restoreShoe',
  'listOwnFactors',
  'listFactorNames',
  'addOwnFactor',
  'changeOwnFactor',
  'deleteOwnFactor',
  'restoreOwnFactor',
  'setFactorCheckIn',
  'listOwnThings',
  'addOwnThing',
  'changeOwnThing',
  'deleteOwnThing',
  'restoreOwnThing',
  'getOverview',
  'getPatterns',
  'getFindings',
  'getFindingChecks',
  'getRuleChange',
  'acknowledgeRuleChange',
  'listSuspects',
  'nameSuspect',
  'withdrawSuspect',
  'listExperiments',
  'getExperimentNow',
  'planExperiment',
  'answerExperimentDay',
  'resumeExperiment',
  'stopExperiment',
  'startExperiment',
  'withdrawExperiment',
  'listCoins',
  'getCoinsNow',
  'answerCoins',
  'resumeCoins',
  'stopCoins',
  'startCoins',
  'withdrawCoins',
  'saveChartPicture',
  'saveChartNumbers',
  'copyChartPicture',
  'copyChartNumbers',
  'getReport',
  'saveReport',
  'showSavedReport',
  'printReport',
  'listKeptReports',
  'getKeptReport',
  'getPrintJob',
  'announceReportReady',
  'listBackups',
  'backUpNow',
  'chooseBackupFolder',
  'forgetBackupFolder',
  'chooseBackupFile',
  'previewBackup',
  'restoreBackup',
  'beginAnew',
  'saveCopy',
  'saveOpenJournal',
  'saveTables',
  'chooseImport',
  'previewImport',
  'runImport',
  'previewHistory',
  'runHistory',
  'undoHistory',
  'saveHistoryLeftOut',
  'listHistorySources',
  'removeHistorySource',
  'restoreHistorySource',
  'getHistorySheet',
  'answerHistorySheet',
  'listComparedDays',
  'eraseEverything',
  'openDataFolder',
  'getAbout',
  'getLicences',
  'takeIntents',
  'getCrampShortcut',
  'setCrampShortcut',
  'cancelJob',
] as const satisfies readonly Call[]

type PerCall = { readonly [C in Call]: (input: Input<C>, option?: never) => Promise<unknown> }

/**
 * An object with one function per call, made from the call's name: the preload's API and the page's client are built so.
 * (A Proxy would not survive the bridge between the two.)
 */
export function buildPerCall<Api extends PerCall>(
  make: <C extends Call>(call: C) => (input: Input<C>, option?: never) => Promise<unknown>,
): Api {
  // The one cast: that what `make` returns for a call is what `Api` promises for it cannot be said for all calls at once.
  return Object.fromEntries(callNames.map(call => [call, make(call)])) as Api
}

/** Fails to compile when a call of the contract is missing above. */
type Missing = Exclude<Call, (typeof callNames)[number]>
const complete: [Missing] extends [never] ? true : Missing = true
void complete
