import type { Shoe } from '../../shared/kinds/footwear.ts'
import { useClock } from '../data/clock.ts'
import { useFactorNames, useLists } from '../data/queries.ts'
import { useUnits } from '../data/units.ts'
import type { TextOptions } from './entry-text.ts'

/** Text options of the page: the person's units and the computer's time zone. */
export function useTextOptions(shoes: readonly Shoe[]): TextOptions {
  const timeZone = useClock().timeZone()
  const { data: ownFactors = [] } = useFactorNames()
  return { shoes, ownFactors, lists: useLists(), units: useUnits(), timeZone }
}
