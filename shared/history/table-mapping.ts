/**
 * Mapper of any table: the person says what its columns and the names in them are, and each row becomes an entry or is left out.
 *
 *     table -> roles of the columns -> zone and order of dates -> things -> kind of each -> its questions -> drafts
 *
 * Every step asks what the table leaves open; the next one follows once it is answered. What no answer names is counted as
 * ignored.
 */
import type { EntryDraft } from '../kinds/entry.ts'
import { getFactorNameKey, type OwnFactor } from '../kinds/own-factor.ts'
import { calendarDate } from '../time/moment.ts'
import { type Asking, createAsking, idOfName, type OptionOf, quote, shorten } from './asking.ts'
import { type Collector, collect, writeMoment } from './collector.ts'
import { createDigestKeys, digestKey, plainName } from './digest-key.ts'
import { guessActivity, guessDrink, looksLikeCramp, looksLikeSleep } from './guess-names.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { findKnownTable, type KnownTable } from './known-tables.ts'
import type { Table, TableScan } from './table.ts'
import { planCramp } from './table-cramps.ts'
import { planFluid } from './table-drinks.ts'
import { settleDecimalSign } from './table-numbers.ts'
import type { Plan, PlanContext, Thing } from './table-plan.ts'
import { type ReadThings, readThings } from './table-reading.ts'
import { type AskedRoles, askRoles, type RowMeaning } from './table-roles.ts'
import { planActivity, planFootExercises, planNight, planOwnFactor } from './table-sessions.ts'

export function interpretTable(scan: TableScan, answers: Answers, context: HistoryContext): Interpretation {
  const collector = collect(answers, context)
  const table = chooseTable(scan, collector)
  if (table === null) return collector.finish()
  const known = findKnownTable(table)
  const asking = createAsking(collector, known?.scope ?? `table-${digestKey([...table.header].sort())}`)
  const source = asking.text({
    id: 'source',
    group: 'Source',
    text: 'Which program or list is this from?',
    help: 'Its entries carry this name. You can find them by it later, or remove them all.',
    maxLength: 60,
    suggested: known?.source ?? null,
  })
  if (table.isOldEncoding)
    collector.note('The file is in an old encoding. Check letters with accents in the names below.')
  for (const { line, reason } of table.badLines) collector.leaveOut(reason, `Line ${line}`, '')
  mapRows(table, known, asking, collector)
  const interpretation = collector.finish()
  return source === null ? interpretation : { ...interpretation, sourceName: source }
}

function chooseTable({ tables }: TableScan, collector: Collector): Table | null {
  const [only, ...others] = tables
  if (only === undefined || others.length === 0) return only ?? null
  const chosen = createAsking(collector, 'tables').one<string>({
    id: 'table',
    group: 'Source',
    text: 'Which of these tables do you want to bring along?',
    help: 'Each can be brought along by itself.',
    options: tables.map(({ name, rows }) => ({ id: idOfName(name), label: `${name} (${rows.length} rows)` })),
    suggested: null,
  })
  return tables.find(({ name }) => idOfName(name) === chosen) ?? null
}

const withoutQuestions = { rows: 'named', until: null, distance: null } as const

function mapRows(table: Table, known: KnownTable | null, asking: Asking, collector: Collector): void {
  const roles: AskedRoles | null =
    known === null ? askRoles(table, asking) : { ...known.roles, ...withoutQuestions }
  if (roles === null) return
  const read = readThings(table, roles, known, asking, collector)
  if (read === null) return
  for (const { reason, what, when } of read.leftOut) collector.leaveOut(reason, what, when)
  for (const [what, count] of read.ignored) collector.ignore(what, count)
  const plans = planThings(read, roles, known, asking, collector)
  const keyOf = createDigestKeys()
  const days = new Set<string>()
  for (const { thing, plan } of plans) {
    for (const row of plan === null ? [] : thing.rows) {
      const result = plan?.(row) ?? { state: 'none' }
      const when = row.time.state === 'time' ? writeMoment(row.time.moment) : row.time.date
      const what =
        [thing.name, row.label, row.value].filter(text => text.trim() !== '').join(', ') || `Line ${row.line}`
      if (result.state === 'none') collector.ignore(`${quote(thing.name || 'Rows')}: no`, 1)
      else if (result.state === 'left-out') collector.leaveOut(result.reason, what.slice(0, 200), when)
      else if (isSecondOfDay(result.draft, days))
        collector.leaveOut('a second one on that day', what.slice(0, 200), when)
      else
        collector.add({
          key: keyOf([
            row.time.state === 'time' ? row.time.wall : row.time.date,
            thing.name,
            // Known programs have one record of a thing at a time: its amount may be corrected later.
            ...(known === null ? [plainName(row.value), plainName(row.label)] : []),
          ]),
          // Programs of this sort log when the person presses the button.
          loggedAt: result.draft.at,
          draft: result.draft,
        })
    }
  }
}

/** Facts about a whole day are one entry of each date. */
function isSecondOfDay(draft: EntryDraft, days: Set<string>): boolean {
  if (draft.kind !== 'day' && !(draft.kind === 'own-factor' && draft.amount === null)) return false
  const day = `${draft.kind === 'day' ? '' : draft.factorId} ${calendarDate(draft)}`
  const isSecond = days.has(day)
  days.add(day)
  return isSecond
}

interface PlannedThing {
  readonly thing: Thing
  /** Null while a question about it is open. */
  readonly plan: Plan | null
}

/** Names that are offered: the calls take no more. */
const MOST_OFFERED = 1_000
/** Names that are listed one by one among what is ignored. */
const MOST_IGNORED = 200

function planThings(
  { things, zone }: ReadThings,
  roles: AskedRoles,
  known: KnownTable | null,
  asking: Asking,
  collector: Collector,
): PlannedThing[] {
  const { context } = collector
  const picked =
    roles.rows === 'named' || roles.rows === 'columns' ? pickThings(things, asking, collector) : things
  /** Cells of the numbers of a thing: those of its column, or of the one column of all. */
  const signOf = ({ name }: Thing, ofThing: readonly Thing[]) => {
    if (known !== null) return 'point' as const
    const column = roles.rows === 'columns' ? name : (roles.value?.name ?? '')
    return settleDecimalSign(
      column,
      ofThing.flatMap(({ rows }) => rows.map(({ value }) => value)),
      asking,
    )
  }
  const common = roles.rows === 'columns' || picked[0] === undefined ? null : signOf(picked[0], picked)
  return picked.map(thing => {
    const kind =
      roles.rows === 'named' || roles.rows === 'columns' ? askKind(thing, context, asking) : roles.rows
    const decimalSign = roles.rows === 'columns' ? signOf(thing, [thing]) : common
    if (kind === null || decimalSign === null) return { thing, plan: null }
    return { thing, plan: planKind(kind, thing, { asking, history: context, zone, decimalSign }) }
  })
}

/** Things that the person picks; the others are counted as ignored. */
function pickThings(things: readonly Thing[], asking: Asking, collector: Collector): Thing[] {
  const offered = things.slice(0, MOST_OFFERED)
  if (offered.length === 0) return []
  const { context } = collector
  const chosen = asking.several({
    id: 'things',
    group: 'Things',
    text: 'Which of these belong in your journal?',
    options: offered.map(({ name, rows }) => ({
      id: idOfName(name),
      label: `${shorten(name)} (${rows.length})`,
    })),
    suggested: offered
      .filter(({ name }) => guessKind(name, context) !== null)
      .map(({ name }) => idOfName(name)),
  })
  if (chosen === null) return []
  for (const [index, { name, rows }] of things.entries())
    if (!chosen.has(idOfName(name)))
      collector.ignore(index < MOST_IGNORED ? shorten(name) : 'Other names', rows.length)
  return offered.filter(({ name }) => chosen.has(idOfName(name)))
}

type ThingKind = Exclude<RowMeaning, 'named' | 'columns'> | 'foot-exercises' | `factor:${number}`

function guessKind(name: string, { ownFactors }: HistoryContext): ThingKind | null {
  const key = getFactorNameKey(name)
  const factor = ownFactors.find(one => !one.archived && getFactorNameKey(one.name) === key)
  if (factor !== undefined) return `factor:${factor.id}`
  if (looksLikeCramp(name)) return 'cramp'
  if (guessDrink(name) !== null) return 'fluid'
  if (looksLikeSleep(name)) return 'night'
  return guessActivity(name) === null ? null : 'activity'
}

function askKind({ name }: Thing, context: HistoryContext, asking: Asking): ThingKind | null {
  const factors = context.ownFactors.filter(({ archived }) => !archived)
  const options: readonly OptionOf<ThingKind>[] = [
    { id: 'cramp', label: 'A cramp' },
    { id: 'fluid', label: 'A drink' },
    { id: 'activity', label: 'An activity' },
    { id: 'night', label: 'A night' },
    { id: 'foot-exercises', label: 'Minutes of foot exercises' },
    ...factors.map(factor => ({ id: `factor:${factor.id}` as const, label: factor.name })),
  ]
  return asking.one({
    id: `kind:${idOfName(name)}`,
    group: 'Things',
    text: `What is ${quote(name)}?`,
    options,
    suggested: guessKind(name, context),
  })
}

function planKind(kind: ThingKind, thing: Thing, context: PlanContext): Plan | null {
  if (kind === 'cramp') return planCramp(thing, context)
  if (kind === 'fluid') return planFluid(thing, context)
  if (kind === 'activity') return planActivity(thing, context)
  if (kind === 'night') return planNight(thing, context)
  if (kind === 'foot-exercises') return planFootExercises(thing, context)
  const factor = findFactor(kind, context.history.ownFactors)
  return factor === undefined ? null : planOwnFactor(factor, context)
}

const findFactor = (kind: `factor:${number}`, factors: readonly OwnFactor[]) =>
  factors.find(({ id }) => kind === `factor:${id}`)
