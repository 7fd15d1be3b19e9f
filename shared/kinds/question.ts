/** A question about a value that is possible and still unlikely: a form asks it, and saves the value on the second try. */
import type { Condition } from './conditions.ts'
import type { MedicineClass } from './medicines.ts'

export interface Unlikely {
  /** Path of the field, `relief.0.minutesToRelief`. */
  readonly field: string
  readonly question: string
  /** Safety note of `shared/advice` shown next to the question, if the value is more than a slip. */
  readonly caution: 'too-much-water' | 'potassium' | null
}

export const ask = (field: string, question: string, caution: Unlikely['caution'] = null): Unlikely => ({
  field,
  question,
  caution,
})

/** Journal around a draft, as far as questions depend on it. */
export interface UnlikelyContext<Draft> {
  /** Other entries of the same kind, at least those of an hour around the draft; not the entry that is changed. */
  readonly others: readonly Draft[]
  /** Other entries on the draft's journal day; a drink at 1:00 belongs to the previous date. */
  readonly sameDay: readonly Draft[]
  readonly conditions: readonly Condition[]
  /** Classes of medicine taken at the time of the draft. */
  readonly medicines: ReadonlySet<MedicineClass>
}

/** Sum of an amount over entries; an amount that was not entered counts as nothing. */
export const sum = <One>(list: readonly One[], amountOf: (one: One) => number | null): number =>
  list.reduce((total, one) => total + (amountOf(one) ?? 0), 0)
