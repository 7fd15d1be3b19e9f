/** Marks of the time axis: changes of medicine, shoes and experiments. A mark before a rise is not its cause. */
import { z } from 'zod'
import type { EntryOf } from '../kinds/entry.ts'
import type { Shoe } from '../kinds/footwear.ts'
import { medicationChanges } from '../kinds/medicines.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDateField } from '../kinds/schemas.ts'
import { calendarDate } from '../time/moment.ts'
import { listChanges } from './medicine-changes.ts'

export const timelineMark = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('medicine'),
    date: calendarDateField,
    name: z.string(),
    change: z.enum(medicationChanges.ids),
  }),
  /** Shoes worn for the first time. */
  z.strictObject({ kind: z.literal('shoes'), date: calendarDateField, name: z.string() }),
  z.strictObject({
    kind: z.literal('experiment'),
    date: calendarDateField,
    name: z.string(),
    change: z.enum(['start', 'end']),
  }),
])
export type TimelineMark = z.infer<typeof timelineMark>

export interface MarkSource {
  readonly medication: readonly EntryOf<'medication'>[]
  /** Wearings of the whole journal, not of the period: the first of a shoe is the minimum over all. */
  readonly footwear: readonly EntryOf<'footwear'>[]
  readonly shoes: readonly Shoe[]
  /** Marks of the experiments (shared/experiments/experiment-marks.ts). */
  readonly experiments: readonly TimelineMark[]
}

/** Marks within a period, oldest first. Shoes owned when the journal begins are not marked. */
export function listMarks(
  { medication, footwear, shoes, experiments }: MarkSource,
  period: Period,
): TimelineMark[] {
  const medicines = listChanges(medication).map(
    (entry): TimelineMark => ({
      kind: 'medicine',
      date: calendarDate(entry),
      name: entry.name,
      change: entry.change,
    }),
  )
  return [...medicines, ...listNewShoes(footwear, shoes), ...experiments]
    .filter(({ date }) => period.fromDate <= date && date <= period.toDate)
    .sort((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))
}

/** Time after the journal's first wearing, in ms, within which a shoe counts as owned from the start. */
const BEGINNING_MS = 14 * 86_400_000

function listNewShoes(footwear: MarkSource['footwear'], shoes: readonly Shoe[]): TimelineMark[] {
  const nameOf = new Map(shoes.map(({ id, name }) => [id, name]))
  const firstOf = new Map<number, EntryOf<'footwear'>>()
  for (const wearing of footwear) {
    const before = firstOf.get(wearing.shoeId)
    if (before === undefined || wearing.at < before.at) firstOf.set(wearing.shoeId, wearing)
  }
  const firsts = [...firstOf.values()]
  const beginning = firsts.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY)
  return firsts
    .filter(({ at }) => at - beginning > BEGINNING_MS)
    .map(wearing => ({
      kind: 'shoes',
      date: calendarDate(wearing),
      name: nameOf.get(wearing.shoeId) ?? 'Shoes',
    }))
}
