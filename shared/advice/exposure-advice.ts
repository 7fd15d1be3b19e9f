/** Knowledge about an exposure: the claims of the seed articles that name it, and the suggestions about it. */
import type { BuiltInKey, ExposureKey } from '../analysis/exposures/exposures.ts'
import type { ClaimId } from './knowledge/claim-id.ts'
import type { Suggestion } from './suggestions/suggestion.ts'
import { suggestions } from './suggestions/suggestions.ts'

interface ExposureAdvice {
  readonly claims: readonly ClaimId[]
  /** Ids of suggestions, so that a finding can show their published evidence. */
  readonly suggestions: readonly string[]
}

/** An exposure without an entry has neither claims nor published evidence. */
const builtInAdvice: Partial<Record<BuiltInKey, ExposureAdvice>> = {
  'fluids-low': {
    claims: ['000-12', '000-18', '001-05', '002-15', '002-17', '004-02', '004-17'],
    suggestions: ['drink-to-thirst'],
  },
  'fluids-excess': { claims: ['002-16'], suggestions: ['drink-to-thirst'] },
  'electrolyte-drink': { claims: ['003-07', '004-18'], suggestions: ['electrolytes-after-sweat'] },
  'sweat-salt': { claims: ['003-07', '004-03', '004-18'], suggestions: ['electrolytes-after-sweat'] },
  'activity-load': {
    claims: ['000-14', '001-07', '002-03', '002-18', '003-06', '004-04'],
    suggestions: ['gradual-load'],
  },
  'hard-session': { claims: ['000-14', '003-06', '004-04'], suggestions: ['gradual-load'] },
  'activity-new': { claims: ['001-07', '004-04', '004-21'], suggestions: ['gradual-load'] },
  warmup: { claims: ['003-02', '004-05', '004-19'], suggestions: ['warm-up-and-cool-down'] },
  'footwear-unsupportive': {
    claims: ['000-15', '000-16', '000-20', '001-06', '002-11'],
    suggestions: ['supportive-shoes'],
  },
  'footwear-tight': { claims: ['000-16', '001-06'], suggestions: ['supportive-shoes'] },
  standing: { claims: ['000-21', '001-07'], suggestions: ['break-up-standing'] },
  sitting: { claims: ['000-17'], suggestions: ['break-up-sitting'] },
  'cold-exposure': { claims: ['003-02', '003-04'], suggestions: [] },
  alcohol: { claims: [], suggestions: ['alcohol-free-evenings'] },
  'stretch-evening': { claims: ['000-22', '002-13', '002-14', '004-20'], suggestions: ['evening-stretch'] },
  'stretch-regular': { claims: ['004-06', '004-20'], suggestions: ['evening-stretch'] },
  'foot-strength': { claims: ['001-08'], suggestions: ['toe-strength'] },
  'diet-potassium': { claims: ['000-13', '000-19', '001-05', '004-18'], suggestions: ['mineral-rich-food'] },
  'diet-magnesium': { claims: ['000-13', '000-19'], suggestions: ['mineral-rich-food'] },
  'diet-calcium': { claims: ['002-19', '003-08'], suggestions: ['mineral-rich-food'] },
  'cold-bedroom': { claims: ['002-04', '003-03'], suggestions: ['warm-feet'] },
  'cold-feet': { claims: ['003-03', '003-05'], suggestions: ['warm-feet'] },
  'bedding-tight': { claims: ['002-12', '003-11'], suggestions: ['loose-bedding'] },
  'sleep-position': { claims: ['002-12', '003-11'], suggestions: ['loose-bedding'] },
}

/** An own factor has no entry. */
const exposureAdvice: Readonly<Partial<Record<ExposureKey, ExposureAdvice>>> = builtInAdvice

/** Claims of the seed articles that name an exposure. */
export const getClaimsAbout = (key: ExposureKey): readonly ClaimId[] => exposureAdvice[key]?.claims ?? []

/** @throws RangeError when the table names a suggestion that does not exist */
export function getAdviceFor(key: ExposureKey): Suggestion[] {
  return (exposureAdvice[key]?.suggestions ?? []).map(id => {
    const suggestion = suggestions.find(one => one.id === id)
    if (suggestion === undefined) throw new RangeError(`there is no suggestion ${id}`)
    return suggestion
  })
}
