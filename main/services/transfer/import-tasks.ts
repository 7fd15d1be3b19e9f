/** Tasks of import, performed by the archive worker: preview, then run, in one transaction. */
import { createHash } from 'node:crypto'
import type {
  ChangedChoice,
  ImportPlan,
  ImportPreview,
  Outcome,
} from '../../../shared/archive/import-plan.ts'
import type { JournalFile } from '../../../shared/archive/journal-file.ts'
import type { EntryKind } from '../../../shared/kinds/entry.ts'
import { entryKinds } from '../../../shared/kinds/entry.ts'
import type { OwnThing } from '../../../shared/kinds/own-thing.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { CallFailure } from '../../files/failures.ts'
import { type OnStep, partOf } from '../../jobs/job.ts'
import { createJournalStore, type JournalStore } from '../../store/journal-store.ts'
import { openSecondConnection } from '../../store/open.ts'
import {
  type ExperimentFate,
  type Fate,
  findImportProblems,
  type JournalPlan,
  planImport,
} from './import-plan.ts'
import { refuse } from './journal-read.ts'
import type { ThingFate } from './plan-own-things.ts'
import { type ReadImport, type ReadOrder, readImport } from './read-import.ts'
import { importJournal } from './transfer.ts'

export interface ImportOrder extends ReadOrder {
  readonly journalPath: string
  readonly changed: ChangedChoice
}

/** Effect of importing the files, or the reasons why that is impossible. Changes nothing. */
export function previewImport(order: ImportOrder, onStep: OnStep): ImportPreview {
  const read = readImport(order, onStep)
  if (read.state !== 'read') return read
  const journal = createJournalStore(openSecondConnection(order.journalPath))
  try {
    const planned = journal.atOneMoment(() => plan(journal, order, read))
    return planned.state === 'refused' ? planned : planned.preview
  } finally {
    journal.close()
  }
}

/**
 * Imports all files in one transaction.
 *
 * @param order.token of the plan that the person has confirmed
 * @throws CallFailure when the plan has changed since
 */
export function runImport(order: ImportOrder & { readonly token: string }, onStep: OnStep): ImportPreview {
  const read = readImport(order, partOf(onStep, 0, READING))
  if (read.state !== 'read') return read
  const journal = createJournalStore(openSecondConnection(order.journalPath))
  try {
    // Planned under the same lock as it is executed, so that no write falls between.
    return journal.atomically(() => {
      const planned = plan(journal, order, read)
      if (planned.state === 'refused') return planned
      const { preview, file, journalPlan } = planned
      if (preview.plan.token !== order.token)
        throw new CallFailure({
          code: 'internal',
          message: 'The file or the journal has changed since you looked. Nothing was imported; look again.',
        })
      const onEntry = partOf(onStep, READING, 1)
      importJournal(journal, file, { plan: journalPlan, changed: order.changed, onEntry })
      return preview
    })
  } finally {
    journal.close()
  }
}

/** Share of the progress, from 0 to 1, for reading the files. */
const READING = 0.4

type Planned =
  | {
      readonly state: 'planned'
      readonly preview: Extract<ImportPreview, { state: 'ready' }>
      readonly file: JournalFile
      readonly journalPlan: JournalPlan
    }
  | Extract<ImportPreview, { state: 'refused' }>

function plan(
  journal: JournalStore,
  { changed }: ImportOrder,
  { file: given, hasProfile, placeOf, digest }: Extract<ReadImport, { state: 'read' }>,
): Planned {
  const file = hasProfile ? given : { ...given, profile: journal.profile.get() }
  const journalPlan = planImport(journal, file)
  const problems = findImportProblems(journal, file, journalPlan, changed)
  if (problems.length > 0)
    return refuse(problems.map(({ path, message }) => ({ place: placeOf(path), message })))
  const told = describePlan(journal, file, journalPlan, digest)
  const takesProfile = journalPlan.isNew && hasProfile
  return { state: 'planned', preview: { state: 'ready', plan: { ...told, takesProfile } }, file, journalPlan }
}

function describePlan(
  journal: JournalStore,
  file: JournalFile,
  plan: JournalPlan,
  digest: string,
): Omit<ImportPlan, 'takesProfile'> {
  const fatesOf = (kind: EntryKind) =>
    plan.entries.filter((_fate, index) => file.entries[index]?.kind === kind)
  const given = new Set(journal.checkIns.listArchived().map(({ date, kind }) => `${date} ${kind}`))
  const same = file.checkIns.filter(({ date, kind }) => given.has(`${date} ${kind}`)).length
  const sameOfFactors = countKnownFactorCheckIns(journal, file, plan)
  const checkIns = file.checkIns.length + file.factorCheckIns.length
  const tests = [...plan.experiments, ...plan.coins]
  const dates = file.entries.filter(({ deletedAt }) => deletedAt === null).map(calendarDate)
  const told = {
    kinds: Object.fromEntries(entryKinds.map(kind => [kind, count(fatesOf(kind))])) as Record<
      EntryKind,
      Outcome
    >,
    shoes: count(plan.shoes),
    ownFactors: count(plan.ownFactors),
    renamedFactors: plan.ownFactors.flatMap((fate, index) => {
      const from = file.ownFactors[index]?.name
      return fate.fate === 'new' && fate.name !== undefined && from !== undefined
        ? [{ from, to: fate.name }]
        : []
    }),
    checkIns: { new: checkIns - same - sameOfFactors, same: same + sameOfFactors, changed: 0 },
    ownThings: countThings(plan.ownThings),
    renamedThings: listRenamed(file.ownThings, plan.ownThings),
    experiments: {
      new: countFate(tests, 'new'),
      same: countFate(tests, 'same'),
      leftOut: countFate(tests, 'left-out'),
    },
    firstDate: dates.reduce<string | null>(
      (first, date) => (first === null || date < first ? date : first),
      null,
    ),
    lastDate: dates.reduce<string | null>((last, date) => (last === null || date > last ? date : last), null),
  }
  const fates = JSON.stringify([
    told,
    plan.isNew,
    plan.entries,
    plan.shoes,
    plan.ownFactors,
    plan.ownThings,
    tests,
  ])
  return { ...told, token: createHash('sha256').update(digest).update(fates).digest('hex') }
}

/** Check-ins of own factors that the journal has for the same factor and date. */
function countKnownFactorCheckIns(
  { factorCheckIns }: JournalStore,
  file: JournalFile,
  { ownFactors }: JournalPlan,
): number {
  const known = new Set(factorCheckIns.listArchived().map(({ factorId, date }) => `${factorId} ${date}`))
  const ids = new Map(
    file.ownFactors.map(({ id }, index) => {
      const fate = ownFactors[index]
      return [id, fate === undefined || fate.fate === 'new' ? null : fate.id]
    }),
  )
  return file.factorCheckIns.filter(({ factorId, date }) => known.has(`${ids.get(factorId)} ${date}`)).length
}
const countThings = (fates: readonly ThingFate[]): Outcome => ({
  new: fates.filter(({ fate }) => fate === 'new').length,
  same: fates.filter(({ fate }) => fate === 'same').length,
  changed: 0,
})

const listRenamed = (things: readonly OwnThing[], fates: readonly ThingFate[]) =>
  things.flatMap(({ name: from }, index) => {
    const fate = fates[index]
    return fate?.fate === 'new' && fate.name !== from ? [{ from, to: fate.name }] : []
  })

const countFate = (fates: readonly ExperimentFate[], wanted: ExperimentFate) =>
  fates.filter(fate => fate === wanted).length

const count = (fates: readonly Fate[]): Outcome => ({
  new: fates.filter(({ fate }) => fate === 'new').length,
  same: fates.filter(({ fate }) => fate === 'same').length,
  changed: fates.filter(({ fate }) => fate === 'changed').length,
})
