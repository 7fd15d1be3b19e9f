/** Patterns of drink names, and the region's measures. */
import { drinks } from '../kinds/drinks.ts'
import type { Measures } from '../kinds/vessels.ts'
import type { QuickAddContext } from './reading.ts'

/** Pattern of every drink's name, for recognising the kind of a line; source of a regular expression. */
export const ANY_DRINK = [...drinks.ids.map(drink => drinks.get(drink).names.pattern), 'espressos?'].join('|')

/** Measures for cups and pints; the person's own unit takes precedence over the region. */
export function measuresOf({ volumeUnit, region }: QuickAddContext): Measures {
  if (volumeUnit === 'fl-oz-us') return 'us'
  if (volumeUnit === 'fl-oz-uk') return 'uk'
  return region === 'us' || region === 'uk' ? region : 'eu'
}
