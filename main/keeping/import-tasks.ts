/** Importing, in the keeping thread: told first, then done, in one transaction. */
import { createHash } from 'node:crypto'
import type { EntryKind } from '../../shared/journal/entry.ts'
import { entryKinds } from '../../shared/journal/entry.ts'
import type { JournalFile } from '../../shared/journal/journal-file.ts'
import type { ChangedChoice, ImportPlan, ImportPreview, Outcome } from '../../shared/keeping/import-plan.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { CallFailure } from '../failures.ts'
import {
  type ExperimentFate,
  type Fate,
  findImportProblems,
  type JournalPlan,
  planImport,
} from '../journal/import-plan.ts'
import { createJournal, type Journal } from '../journal/journal.ts'
import { openBeside } from '../journal/open.ts'
import { importJournal } from '../journal/transfer.ts'
import { type ReadOrder, readImport, refuse } from './read-import.ts'
import type { OnStep } from './task-control.ts'

export interface ImportOrder extends ReadOrder {
  readonly journalPath: string
  readonly changed: ChangedChoice
}

/** What importing the files would do, or why they cannot be imported. Changes nothing. */
export function previewImport(order: ImportOrder): ImportPreview {
  return withPlan(order, ({ preview }) => preview)
}

/**
 * Imports the files, all of them or nothing.
 *
 * @param order.token of the plan that the person has seen
 * @throws CallFailure when that is no longer what would be done
 */
export function runImport(order: ImportOrder & { readonly token: string }, onStep: OnStep): ImportPreview {
  return withPlan(order, ({ preview, journal, file, plan }) => {
    if (preview.plan.token !== order.token)
      throw new CallFailure({
        code: 'internal',
        message: 'The file or the journal has changed since you looked. Nothing was imported; look again.',
      })
    importJournal(journal, file, { plan, changed: order.changed, onEntry: onStep })
    return preview
  })
}

interface Planned {
  readonly preview: Extract<ImportPreview, { state: 'ready' }>
  readonly journal: Journal
  readonly file: JournalFile
  readonly plan: JournalPlan
}

/** Reads the files and plans; hands the plan on if there is nothing against it. */
function withPlan(order: ImportOrder, proceed: (planned: Planned) => ImportPreview): ImportPreview {
  const read = readImport(order)
  if (read.state !== 'read') return read
  const { hasProfile, placeOf, digest } = read
  const journal = createJournal(openBeside(order.journalPath))
  try {
    const file = hasProfile ? read.file : { ...read.file, profile: journal.profile.get() }
    const plan = planImport(journal, file)
    const problems = findImportProblems(journal, file, plan, order.changed)
    if (problems.length > 0)
      return refuse(...problems.map(({ path, message }) => ({ place: placeOf(path), message })))
    return proceed({
      preview: {
        state: 'ready',
        plan: {
          ...describePlan(journal, file, plan, digest),
          takesProfile: plan.isNew && hasProfile,
        },
      },
      journal,
      file,
      plan,
    })
  } finally {
    journal.close()
  }
}

function describePlan(
  journal: Journal,
  file: JournalFile,
  plan: JournalPlan,
  digest: string,
): Omit<ImportPlan, 'takesProfile'> {
  const fatesOf = (kind: EntryKind) =>
    plan.entries.filter((_fate, index) => file.entries[index]?.kind === kind)
  const given = new Set(journal.checkIns.listArchived().map(({ date, kind }) => `${date} ${kind}`))
  const same = file.checkIns.filter(({ date, kind }) => given.has(`${date} ${kind}`)).length
  const dates = file.entries.filter(({ deletedAt }) => deletedAt === null).map(calendarDate)
  const told = {
    kinds: Object.fromEntries(entryKinds.map(kind => [kind, count(fatesOf(kind))])) as Record<
      EntryKind,
      Outcome
    >,
    shoes: count(plan.shoes),
    checkIns: { new: file.checkIns.length - same, same, changed: 0 },
    experiments: {
      new: countFate(plan.experiments, 'new'),
      same: countFate(plan.experiments, 'same'),
      leftOut: countFate(plan.experiments, 'left-out'),
    },
    firstDate: dates.reduce<string | null>(
      (first, date) => (first === null || date < first ? date : first),
      null,
    ),
    lastDate: dates.reduce<string | null>((last, date) => (last === null || date > last ? date : last), null),
  }
  const fates = JSON.stringify([told, plan.entries, plan.shoes, plan.experiments])
  return { ...told, token: createHash('sha256').update(digest).update(fates).digest('hex') }
}

const countFate = (fates: readonly ExperimentFate[], wanted: ExperimentFate) =>
  fates.filter(fate => fate === wanted).length

const count = (fates: readonly Fate[]): Outcome => ({
  new: fates.filter(({ fate }) => fate === 'new').length,
  same: fates.filter(({ fate }) => fate === 'same').length,
  changed: fates.filter(({ fate }) => fate === 'changed').length,
})
