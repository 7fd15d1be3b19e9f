/**
 * Every call that writes into the journal, each with an input that would be stored if there were room. A test compares the
 * list with the contract.
 */
import { historyStore } from '../../main/services/history/history-store.ts'
import type { JournalStore } from '../../main/store/journal-store.ts'
import { type Call, contract, type Input, type Reply } from '../../shared/contract.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { momentAt, momentOfInstant } from '../../shared/time/time-zone.ts'
import { makeCoins } from '../shared/experiments/make-coins.ts'
import { makeExperiment } from '../shared/experiments/make-experiment.ts'
import { crampDraft, factorDraft, fluidDraft, listedFactor, shoeDraft } from '../shared/kinds/drafts.ts'
import type { TriedProgram } from './program.ts'

/** Writing calls whose writes are files, and have rows of their own in `table.ts`. */
const fileCalls: ReadonlySet<Call> = new Set([
  'saveChartPicture',
  'saveChartNumbers',
  'saveReport',
  'printReport',
  'saveReminderCalendar',
  'saveCopy',
  'saveOpenJournal',
  'saveTables',
  'backUpNow',
  'chooseBackupFolder',
  'restoreBackup',
  'runImport',
  'runHistory',
  'saveHistoryLeftOut',
  'eraseEverything',
])

/** Writing calls that write to no disk: the clipboard, another process, the memory of main, or a setting that is removed. */
const diskless: ReadonlySet<Call> = new Set([
  'openDemo',
  'copyChartPicture',
  'copyChartNumbers',
  'announceReportReady',
  'chooseBackupFile',
  'chooseImport',
  'forgetBackupFolder',
  'beginAnew',
  'takeIntents',
  'setCrampShortcut',
  'cancelJob',
])

export interface JournalWrite {
  readonly call: Call
  readonly act: (program: TriedProgram) => Promise<Reply<Call>>
}

const write = <C extends Call>(call: C, input: Input<C>): JournalWrite => ({
  call,
  act: program => program.call(call, input),
})

/** Ids that the writes refer to, set by `prepareJournal`. */
export interface Prepared {
  readonly entryId: number
  readonly deletedId: number
  readonly shoeId: number
  readonly otherShoeId: number
  readonly deletedShoeId: number
  readonly thingId: number
  readonly deletedThingId: number
  readonly factorId: number
  /** Factor with an amount, of which a day can be answered. */
  readonly amountId: number
  readonly deletedFactorId: number
  readonly warningId: number
  readonly routineId: number
  readonly importId: number
  readonly sourceId: number
  readonly removedSourceId: number
}

/** Writes that need nothing to be under way, and a diary that is long enough. */
export const firstWrites: readonly JournalWrite[] = [
  write('startExperiment', { subject: 'loose-bedding', design: '12-weeks-by-2-days' }),
  write('startCoins', { actions: ['warm-feet', 'loose-bedding'], weeks: 12 }),
]

/** Stores two months with a cramp every third night, and every night answered. */
export function prepareDiary(journal: JournalStore, today: CalendarDate, now: number): void {
  for (let back = 60; back >= 1; back--) {
    const date = addDays(today, -back)
    journal.checkIns.give({ date, kind: 'cramp', dayStartMinutes: 240, inOnePress: false }, now)
    if (back % 3 === 0) journal.entries.add(crampDraft(momentAt(date, '03:05', 'Europe/Berlin')), now)
  }
}

/** Stores what the writes change. */
export function prepareJournal(journal: JournalStore, now: number): Prepared {
  const entryId = journal.entries.add(fluidDraft(), now).id
  const deletedId = journal.entries.add(fluidDraft({ note: 'in the trash' }), now).id
  const crampId = journal.entries.add(crampDraft(), now).id
  journal.entries.delete(deletedId, now)
  const shoeId = journal.shoes.add(shoeDraft()).id
  const deletedShoeId = journal.shoes.add(shoeDraft({ name: 'Sandals' })).id
  journal.shoes.delete(deletedShoeId)
  const thingOf = (name: string) =>
    journal.ownThings.add({ list: 'relief', name, archived: false }, '2026-11-01').id
  const thingId = thingOf('Acupressure')
  const deletedThingId = thingOf('Pressure')
  journal.ownThings.delete(deletedThingId, now)
  const factorOf = (name: string) => journal.ownFactors.add(listedFactor({ name })).id
  const factorId = factorOf('Magnesium')
  const deletedFactorId = factorOf('Sauna')
  journal.ownFactors.delete(deletedFactorId, now)
  journal.warnings.raise('S1', crampId, now)
  journal.warnings.raise('R1', crampId, now)
  journal.experiments.add(makeExperiment({ firstDate: '2026-11-18' }))
  journal.experiments.add(makeExperiment({ firstDate: '2026-12-18' }))
  // Stopped today, so that they can go on.
  journal.experiments.setStop(
    journal.experiments.add(makeExperiment({ firstDate: '2026-11-10' })).id,
    '2026-11-20',
  )
  journal.coins.add(makeCoins({ firstDate: '2026-11-18' }))
  journal.coins.add(makeCoins({ firstDate: '2026-12-18' }))
  journal.coins.setStop(journal.coins.add(makeCoins({ firstDate: '2026-11-10' })).id, '2026-11-20')
  const { sourceId: removedSourceId } = storeDrinks(journal, 'Another program', '2026-04', now)
  journal.sources.remove(removedSourceId, now, [])
  const warnings = journal.warnings.list()
  const findId = (rule: string) => warnings.find(warning => warning.rule === rule)?.id ?? 0
  return {
    entryId,
    deletedId,
    shoeId,
    deletedShoeId,
    thingId,
    deletedThingId,
    otherShoeId: journal.shoes.add(shoeDraft({ name: 'Trail shoes' })).id,
    factorId,
    amountId: journal.ownFactors.add(listedFactor({ name: 'Pickle brine', answer: 'amount', unit: 'ml' })).id,
    deletedFactorId,
    warningId: findId('S1'),
    routineId: findId('R1'),
    removedSourceId,
    ...storeDrinks(journal, 'WaterMinder', '2026-03', now),
  }
}

/** Drinks of another program on three days of a month, one of which can be answered for. */
function storeDrinks(journal: JournalStore, name: string, month: string, at: number) {
  const source = { reader: 'waterminder', name }
  const now = momentOfInstant(at, 'Europe/Berlin')
  const entries = [`${month}-01`, `${month}-02`, `${month}-03`].map(date => {
    const moment = momentAt(date, '08:00', 'Europe/Berlin')
    return { key: date, loggedAt: moment.at, draft: fluidDraft(moment) }
  })
  const plan = historyStore.plan(journal, source, entries, now)
  return historyStore.store(journal, { source, plan, answers: {}, now })
}

/** Calls that store what the writes take back. */
export const preparingCalls: readonly JournalWrite[] = [
  write('decideSuggestion', {
    suggestion: 'warm-feet',
    decision: 'dismissed',
    reason: 'Too hot',
    decidedAt: null,
  }),
  write('nameSuspect', { exposure: 'alcohol' }),
]

export function listJournalWrites(known: Prepared): readonly JournalWrite[] {
  const { entryId, deletedId, shoeId, otherShoeId, deletedShoeId, warningId, routineId } = known
  const { factorId, amountId, deletedFactorId, thingId, deletedThingId } = known
  const { importId, sourceId, removedSourceId } = known
  return [
    write('acknowledgeWelcome', {}),
    write('changeProfile', { ...emptyProfile, name: 'Robin' }),
    write('addEntry', fluidDraft({ note: 'refused' })),
    write('addEntries', [fluidDraft({ note: 'refused' }), fluidDraft({ note: 'refused' })]),
    write('changeEntry', { id: entryId, draft: fluidDraft({ note: 'edited' }) }),
    write('deleteEntry', { id: entryId }),
    write('restoreEntry', { id: deletedId }),
    write('deleteEntries', { ids: [entryId] }),
    write('restoreEntries', { ids: [deletedId] }),
    write('eraseEntries', { ids: [deletedId] }),
    write('setCheckIn', { date: '2026-11-19', kind: 'fluid', dayStartMinutes: 0, complete: true }),
    write('setCheckIns', {
      checkIns: [{ date: '2026-11-19', kind: 'food', dayStartMinutes: 240, inOnePress: true }],
      complete: true,
    }),
    write('acknowledgeWarning', { id: warningId, acknowledged: true }),
    write('snoozeWarning', { id: routineId, snoozed: true }),
    write('decideSuggestion', {
      suggestion: 'evening-stretch',
      decision: 'dismissed',
      reason: 'Knees',
      decidedAt: null,
    }),
    write('reopenSuggestion', { suggestion: 'warm-feet' }),
    write('addShoe', shoeDraft({ name: 'Boots' })),
    write('changeShoe', { ...shoeDraft({ name: 'Old runners' }), id: shoeId }),
    write('deleteShoe', { id: shoeId }),
    write('mergeShoes', { id: shoeId, into: otherShoeId }),
    write('restoreShoe', { shoe: { ...shoeDraft({ name: 'Sandals' }), id: deletedShoeId }, entryIds: [] }),
    write('addOwnThing', { list: 'relief', name: 'Heat pad', archived: false }),
    write('changeOwnThing', { id: thingId, draft: { list: 'relief', name: 'Cold pad', archived: false } }),
    write('deleteOwnThing', { id: thingId }),
    write('restoreOwnThing', { id: deletedThingId }),
    write('addOwnFactor', factorDraft({ name: 'Mattress' })),
    write('changeOwnFactor', { id: factorId, name: 'Zinc', archived: false }),
    write('deleteOwnFactor', { id: factorId }),
    write('restoreOwnFactor', { id: deletedFactorId }),
    write('setFactorCheckIn', {
      factorId: amountId,
      date: '2026-11-20',
      dayStartMinutes: 240,
      complete: true,
    }),
    write('acknowledgeRuleChange', {}),
    write('nameSuspect', { exposure: 'standing' }),
    write('withdrawSuspect', { exposure: 'alcohol' }),
    write('answerExperimentDay', { id: 1, date: '2026-11-19', kept: true }),
    write('stopExperiment', { id: 1 }),
    write('resumeExperiment', { id: 3 }),
    write('withdrawExperiment', { id: 2 }),
    write('answerCoins', {
      id: 1,
      date: '2026-11-19',
      answers: [{ action: 'loose-bedding', followed: true }],
    }),
    write('stopCoins', { id: 1 }),
    write('resumeCoins', { id: 3 }),
    write('withdrawCoins', { id: 2 }),
    write('answerHistorySheet', {
      ...{ source: sourceId, kind: 'fluid', fromDates: ['2026-03-02'] },
      answer: 'complete',
    }),
    write('undoHistory', { import: importId }),
    write('removeHistorySource', { source: sourceId }),
    write('restoreHistorySource', { source: removedSourceId }),
  ]
}

const anyIds: Prepared = {
  entryId: 1,
  deletedId: 1,
  shoeId: 1,
  otherShoeId: 2,
  deletedShoeId: 3,
  thingId: 1,
  deletedThingId: 2,
  factorId: 1,
  amountId: 2,
  deletedFactorId: 1,
  warningId: 1,
  routineId: 1,
  importId: 1,
  sourceId: 1,
  removedSourceId: 2,
}

/** Writing calls of the contract that no row tries. */
export function findUntried(): readonly string[] {
  const tried = new Set([...firstWrites, ...listJournalWrites(anyIds)].map(({ call }) => call))
  return Object.entries(contract)
    .filter(([, { access }]) => access === 'writes')
    .map(([call]) => call)
    .filter(call => ![tried, fileCalls, diskless].some(calls => calls.has(call as Call)))
}
