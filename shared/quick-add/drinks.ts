/** What drinks are called, and how much the vessels hold that they come in. */
import type { Drink } from '../kinds/fluid.ts'
import type { QuickAddContext } from './reading.ts'

/** What the journal has no word of its own for: it is named in the note. */
export const OTHER_DRINK = String.raw`hot\s+chocolate|cocoa`

/** First match wins, so the names that contain another one stand before it. */
export const drinkNames: readonly (readonly [Drink, string])[] = [
  ['coconut-water', String.raw`coconut\s+water`],
  [
    'oral-rehydration',
    String.raw`ors|(?:oral\s+)?rehydration(?:\s+(?:drink|solution|salts?))?|dioralyte|pedialyte`,
  ],
  ['sports-drink', String.raw`sports?\s+drinks?|isotonic(?:\s+drink)?|gatorade|powerade|lucozade`],
  [
    'diet-drink',
    String.raw`diet\s+(?:drink|coke|cola|soda|pepsi|lemonade)|(?:coke|cola|pepsi)\s+zero|zero\s+(?:coke|cola)`,
  ],
  [
    'soft-drink',
    String.raw`soft\s+drinks?|tonic(?:\s+water)?|colas?(?![\s-]?colou?red)|coke|pepsi|lemonade|fanta|sprite|ginger\s+ale|sodas?(?!\s+water)`,
  ],
  ['sparkling-water', String.raw`(?:sparkling|fizzy|carbonated|soda)\s+water`],
  [
    'water',
    String.raw`(?:(?:tap|still|hot|cold|warm|iced)\s+)*water(?!\s+(?:swim|polo|aerobics|skiing|tablets?))`,
  ],
  ['tea', String.raw`(?:(?:hot|iced|green|black|herbal|mint|peppermint|camomile|chamomile)\s+)*teas?`],
  [
    'coffee',
    String.raw`(?:(?:hot|iced|black|white)\s+)*coffees?|lattes?|cappuccinos?|americanos?|flat\s+whites?`,
  ],
  ['milk', String.raw`(?:(?:hot|warm|cold|oat|soya?|almond)\s+)*milk`],
  ['juice', String.raw`(?:(?:orange|apple|grape|tomato|pineapple|fruit|carrot|cranberry)\s+)?juice|oj`],
  ['beer', String.raw`(?:cold\s+)?beers?|lagers?|ales?|stouts?|ipa|pilsner|guinness`],
  ['wine', String.raw`(?:(?:red|white|ros[eé]|sparkling)\s+)?wines?|prosecco|champagne`],
  ['spirits', 'spirits?|whisk(?:e?y|ies)|vodkas?|gins?|rums?|brandy|cognac|tequilas?|schnapps'],
  ['soup', String.raw`(?:(?:chicken|vegetable|tomato|miso)\s+)?(?:soups?|broth)`],
  ['other', String.raw`(?:an?)?other\s+drink|${OTHER_DRINK}`],
]

/** Every name of a drink, for telling that a line is about one. */
export const ANY_DRINK = [...drinkNames.map(([, names]) => names), 'espressos?'].join('|')

export type Measures = 'uk' | 'eu' | 'us'

/** Whose cups and pints are meant: the unit the person chose tells more than the region. */
export function measuresOf({ volumeUnit, region }: QuickAddContext): Measures {
  if (volumeUnit === 'fl-oz-us') return 'us'
  if (volumeUnit === 'fl-oz-uk') return 'uk'
  return region === 'us' || region === 'uk' ? region : 'eu'
}

const US_CUP_ML = 237

export const vessels = [
  'cup',
  'mug',
  'glass',
  'can',
  'bottle',
  'pint',
  'bowl',
  'shot',
  'sachet',
  'espresso',
] as const
export type Vessel = (typeof vessels)[number]
export type VesselSize = 'small' | 'medium' | 'large'

/**
 * How much a vessel holds, in ml: one number where it is plain, several where it must be asked, none where such a
 * vessel says nothing. The sizes are the usual ones of each region.
 */
export function listVesselMl(
  vessel: Vessel,
  size: VesselSize | null,
  drink: Drink | null,
  measures: Measures,
): number[] {
  const isUs = measures === 'us'
  switch (vessel) {
    case 'cup':
      if (size === 'small') return [150]
      return size === 'large' ? [] : [isUs ? US_CUP_ML : 200]
    case 'mug':
      return size === null ? [measures === 'uk' ? 300 : 250] : []
    case 'glass':
      if (drink === 'spirits') return []
      if (drink === 'wine')
        return size === null ? [125, 175, 250] : [{ small: 125, medium: 175, large: 250 }[size]]
      if (size === 'small') return [200]
      return size === 'large' ? [] : [250]
    case 'can':
      return size === null ? [isUs ? 355 : 330] : []
    case 'bottle':
      if (drink === 'wine') return size === null ? [750] : []
      if (size === null) return drink === 'beer' ? [330, 500] : [500, 750]
      return size === 'medium' ? [] : [{ small: 500, large: 750 }[size]]
    case 'pint':
      return size === null ? [isUs ? 473 : 568] : []
    case 'bowl':
      return size === null ? [250] : []
    case 'shot':
      return drink === 'spirits' ? [isUs ? 44 : 25] : []
    case 'sachet':
      return drink === 'oral-rehydration' ? [200] : []
    case 'espresso':
      return [30]
  }
}

/** How much one of them holds where people only count them ("2 beers"), in ml; null where nobody counts so. */
export function getCountedMl(drink: Drink, measures: Measures): number | null {
  const vesselOf: Partial<Record<Drink, readonly [Vessel, VesselSize | null]>> = {
    beer: ['can', null],
    'soft-drink': ['can', null],
    'diet-drink': ['can', null],
    coffee: ['cup', null],
    tea: ['cup', null],
    wine: ['glass', 'medium'],
    spirits: ['shot', null],
  }
  const [vessel, size] = vesselOf[drink] ?? []
  return vessel === undefined ? null : (listVesselMl(vessel, size ?? null, drink, measures)[0] ?? null)
}

/** What to offer when no amount was given, or one that says nothing, in ml. */
export function listUsualMl(drink: Drink | null, measures: Measures): readonly number[] {
  const isUs = measures === 'us'
  const cup = isUs ? US_CUP_ML : 200
  const can = isUs ? 355 : 330
  const pint = isUs ? 473 : 568
  switch (drink) {
    case 'coffee':
      return [30, 150, cup, measures === 'uk' ? 300 : 250]
    case 'tea':
      return [150, cup, measures === 'uk' ? 300 : 250]
    case 'beer':
      return [Math.round(pint / 2), can, 500, pint]
    case 'wine':
      return [125, 175, 250]
    case 'spirits':
      return isUs ? [44, 88] : [25, 50]
    case 'soft-drink':
    case 'diet-drink':
      return [200, 250, can, 500]
    case 'oral-rehydration':
      return [200, 400]
    default:
      return [200, 250, 500, 750, 1000]
  }
}
