/** Alcohol of an entered drink: the single rule for the form's questions, the findings and the report. */
import type { Drink } from './drinks.ts'
import type { JournalLists } from './journal-lists.ts'

interface Drunk {
  readonly drink: Drink
  readonly volumeMl: number
  /** Strength in % by volume; null when it was not entered. */
  readonly alcoholPercent: number | null
}

/** Maximum strength of a drink sold as "alcohol-free", in % by volume. */
const ALCOHOL_FREE_PERCENT = 0.5
/** Millilitres of pure alcohol in one unit. */
const ML_PER_UNIT = 10

type Drinks = Pick<JournalLists, 'drinks'>

/** True of a kind of drink that usually holds alcohol. */
export const isAlcoholic = (drink: Drink, { drinks }: Drinks): boolean => drinks.get(drink).alcoholPercent > 0

/** True of an entry that counts as alcohol: by its strength, or by the kind of drink where no strength was entered. */
export const holdsAlcohol = ({ drink, alcoholPercent }: Omit<Drunk, 'volumeMl'>, lists: Drinks): boolean =>
  alcoholPercent === null ? isAlcoholic(drink, lists) : alcoholPercent > ALCOHOL_FREE_PERCENT

/** Units (of 10 ml pure alcohol) in a drink; null for one with alcohol whose strength was not entered. */
export function getAlcoholUnits({ drink, volumeMl, alcoholPercent }: Drunk, lists: Drinks): number | null {
  if (alcoholPercent !== null) return (volumeMl * alcoholPercent) / 100 / ML_PER_UNIT
  return isAlcoholic(drink, lists) ? null : 0
}
