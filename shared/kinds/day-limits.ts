/**
 * What is impossible for one calendar date, though every entry of it is possible by itself: refused, where
 * `unlikely.ts` only asks. What may be unknown (a night without its end, a drink without its caffeine) counts as
 * nothing here, so nobody is refused for a gap.
 */
import { dayNumber } from '../time/calendar-date.ts'
import { calendarDate, MS_PER_DAY, MS_PER_MINUTE, wallClockMs } from '../time/moment.ts'
import { isStill } from './activities.ts'
import type { DraftOf, Entry, EntryDraft, EntryOf } from './entry.ts'
import type { Problem } from './entry-time.ts'

const FLUID_ML_PER_DATE = 20_000
const CAFFEINE_MG_PER_DATE = 2000
// No number: the person may have chosen another unit than the journal's.
const TOO_MUCH_DRUNK =
  'That makes more than anybody drinks in one day. Enter a smaller amount, or another date.'
const TOO_MUCH_CAFFEINE = `That makes more than ${CAFFEINE_MG_PER_DATE} mg of caffeine in one day. Enter less, or another date.`
const TOO_MANY_HOURS =
  'With this, standing, sitting and sleep add up to more than 24 hours in one day. Enter a shorter time, or another date.'
const sentences: Readonly<Record<string, string>> = {
  volumeMl: TOO_MUCH_DRUNK,
  caffeineMg: TOO_MUCH_CAFFEINE,
}

/**
 * What a draft makes impossible about the dates it falls on.
 *
 * @param others the journal's other entries from two days before the draft to two days after it, or more; not the
 *   entry that is being changed
 */
export function findDayProblems(draft: EntryDraft, others: readonly Entry[]): Problem[] {
  switch (draft.kind) {
    case 'fluid':
      return findFluidProblems(draft, others)
    case 'activity':
      return exceedsDate(draft, others) ? [{ field: 'durationMinutes', message: TOO_MANY_HOURS }] : []
    case 'night':
      return exceedsDate(draft, others) ? [{ field: 'wakeAt', message: TOO_MANY_HOURS }] : []
    case 'cramp':
    case 'footwear':
    case 'stretch':
    case 'food':
    case 'day':
    case 'medication':
      return []
  }
}

/** The entry among several that goes beyond what is possible, and the field. */
export interface PlacedProblem extends Problem {
  readonly index: number
}

/**
 * What is impossible about many entries together, as if they were written down one after another: each is judged with
 * those before it that are possible. Takes time in proportion to their number.
 */
export function findImpossible(entries: readonly EntryDraft[]): PlacedProblem[] {
  const totals = new Map<number, DayTotal>()
  return entries.flatMap((entry, index) => {
    const additions = listAdditions(entry)
    const fields = additions.flatMap(([day, addition]) => {
      const total = totals.get(day) ?? noTotal
      return [
        total.volumeMl + addition.volumeMl > FLUID_ML_PER_DATE ? 'volumeMl' : [],
        addition.caffeineMg > 0 && total.caffeineMg + addition.caffeineMg > CAFFEINE_MG_PER_DATE
          ? 'caffeineMg'
          : [],
        total.stillMs + addition.stillMs > MS_PER_DAY && addition.stillMs > 0
          ? entry.kind === 'night'
            ? 'wakeAt'
            : 'durationMinutes'
          : [],
      ].flat()
    })
    if (fields.length > 0)
      return [...new Set(fields)].map(field => ({
        index,
        field,
        message: sentences[field] ?? TOO_MANY_HOURS,
      }))
    for (const [day, addition] of additions) totals.set(day, addUp(totals.get(day) ?? noTotal, addition))
    return []
  })
}

/** What the entries of one date come to, of all that is limited. */
interface DayTotal {
  readonly volumeMl: number
  readonly caffeineMg: number
  readonly stillMs: number
}
const noTotal: DayTotal = { volumeMl: 0, caffeineMg: 0, stillMs: 0 }

const addUp = (a: DayTotal, b: DayTotal): DayTotal => ({
  volumeMl: a.volumeMl + b.volumeMl,
  caffeineMg: a.caffeineMg + b.caffeineMg,
  stillMs: a.stillMs + b.stillMs,
})

/** What an entry adds to each date it falls on, by day number. */
function listAdditions(entry: EntryDraft): [day: number, addition: DayTotal][] {
  if (entry.kind === 'fluid') {
    const { volumeMl, caffeineMg } = entry
    return [[dayOf(wallClockMs(entry)), { ...noTotal, volumeMl, caffeineMg: caffeineMg ?? 0 }]]
  }
  const span = getSpan(entry)
  if (span === null) return []
  const first = dayOf(span.from)
  return Array.from({ length: dayOf(span.to - 1) - first + 1 }, (_, index) => [
    first + index,
    { ...noTotal, stillMs: getMsWithin(span, first + index) },
  ])
}

const dayOf = (wallMs: number) => Math.floor(wallMs / MS_PER_DAY)

function findFluidProblems(draft: DraftOf<'fluid'>, others: readonly Entry[]): Problem[] {
  const date = calendarDate(draft)
  const drinks = others.filter(
    (other): other is EntryOf<'fluid'> => other.kind === 'fluid' && calendarDate(other) === date,
  )
  const total = (amountOf: (drink: DraftOf<'fluid'>) => number) =>
    drinks.reduce((sum, drink) => sum + amountOf(drink), amountOf(draft))
  const problems: Problem[] = []
  if (total(({ volumeMl }) => volumeMl) > FLUID_ML_PER_DATE)
    problems.push({ field: 'volumeMl', message: TOO_MUCH_DRUNK })
  if (draft.caffeineMg && total(({ caffeineMg }) => caffeineMg ?? 0) > CAFFEINE_MG_PER_DATE)
    problems.push({ field: 'caffeineMg', message: TOO_MUCH_CAFFEINE })
  return problems
}

/** Whether some date that the draft adds to has more standing, sitting and sleep than it has hours. */
function exceedsDate(draft: DraftOf<'activity' | 'night'>, others: readonly Entry[]): boolean {
  const span = getSpan(draft)
  if (span === null) return false
  const spans = others.flatMap(other => getSpan(other) ?? [])
  for (let day = dayOf(span.from); day <= dayOf(span.to - 1); day++) {
    const total = spans.reduce((sum, other) => sum + getMsWithin(other, day), getMsWithin(span, day))
    if (total > MS_PER_DAY) return true
  }
  return false
}

/** From when until when, in wall-clock milliseconds. */
interface Span {
  readonly from: number
  readonly to: number
}

/** The time an entry spends standing, sitting or asleep; null when it spends none, or nobody knows how long. */
function getSpan(draft: EntryDraft): Span | null {
  const at = wallClockMs(draft)
  if (draft.kind === 'night')
    return draft.wakeAt === null ? null : { from: at, to: at + draft.wakeAt - draft.at }
  if (draft.kind !== 'activity' || !isStill(draft.activity)) return null
  // Told for the whole day, it lies anywhere in that date, and only there.
  const from = draft.wholeDay ? dayNumber(calendarDate(draft)) * MS_PER_DAY : at
  return { from, to: from + draft.durationMinutes * MS_PER_MINUTE }
}

const getMsWithin = ({ from, to }: Span, day: number) =>
  Math.max(0, Math.min(to, (day + 1) * MS_PER_DAY) - Math.max(from, day * MS_PER_DAY))
