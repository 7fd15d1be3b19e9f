/** Which advice speaks of which exposure, so that a finding can show what has been published beside it. */
import type { ExposureKey } from '../analysis/exposures.ts'
import type { Suggestion } from './suggestion.ts'
import { suggestions } from './suggestions.ts'

/** Empty where no advice is about it: then nothing published is claimed. */
const suggestionIds: Record<ExposureKey, readonly string[]> = {
  'fluids-low': ['drink-to-thirst'],
  'fluids-excess': ['drink-to-thirst'],
  'sweat-salt': ['electrolytes-after-sweat'],
  'activity-load': ['gradual-load'],
  'activity-new': ['gradual-load'],
  warmup: ['warm-up-and-cool-down'],
  'footwear-unsupportive': ['supportive-shoes'],
  'footwear-tight': ['supportive-shoes'],
  standing: ['break-up-standing'],
  sitting: ['break-up-sitting'],
  'cold-exposure': [],
  alcohol: ['alcohol-free-evenings'],
  caffeine: [],
  'stretch-evening': ['evening-stretch'],
  'stretch-regular': ['evening-stretch'],
  'foot-strength': ['toe-strength'],
  'diet-potassium': ['mineral-rich-food'],
  'diet-magnesium': ['mineral-rich-food'],
  'diet-calcium': ['mineral-rich-food'],
  'cold-bedroom': ['warm-feet'],
  'cold-feet': ['warm-feet'],
  'bedding-tight': ['loose-bedding'],
  'sleep-position': ['loose-bedding'],
  'heat-day': [],
  'illness-loss': [],
}

/** @throws RangeError when the table names advice that there is none of */
export function getAdviceFor(key: ExposureKey): Suggestion[] {
  return suggestionIds[key].map(id => {
    const suggestion = suggestions.find(one => one.id === id)
    if (suggestion === undefined) throw new RangeError(`there is no suggestion ${id}`)
    return suggestion
  })
}
