/** Names of drinks in a line, and the measures of the person's region. */
import { drinks } from '../kinds/drinks.ts'
import type { Measures } from '../kinds/vessels.ts'
import type { QuickAddContext } from './reading.ts'

/** Every name of a drink, for telling that a line is about one; source of a regular expression. */
export const ANY_DRINK = [...drinks.ids.map(drink => drinks.get(drink).names.pattern), 'espressos?'].join('|')

/** Whose cups and pints are meant: the unit the person chose tells more than the region. */
export function measuresOf({ volumeUnit, region }: QuickAddContext): Measures {
  if (volumeUnit === 'fl-oz-us') return 'us'
  if (volumeUnit === 'fl-oz-uk') return 'uk'
  return region === 'us' || region === 'uk' ? region : 'eu'
}
