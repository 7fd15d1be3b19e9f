/** Drinks: one record with all facts per drink. A new drink is one record. */
import { type IdOf, type Labelled, openListOf } from './list.ts'
import type { ThingKey } from './thing-key.ts'
import {
  CAN_ML,
  CUP_ML,
  type Measures,
  MUG_ML,
  PINT_ML,
  SHOT_ML,
  sizedBottleMl,
  type Vessel,
  type VesselSize,
  type Volumes,
  vessels,
} from './vessels.ts'

export interface DrinkFacts extends Labelled {
  /**
   * Usual strength in % by volume; 0 for a drink without alcohol. It is never put in for an entry that has none: the
   * alcohol of such an entry is unknown.
   */
  readonly alcoholPercent: number
  /** Caffeine of an entry without an amount; `perhaps` leaves it unknown. */
  readonly caffeine: 'yes' | 'no' | 'perhaps'
  /** Makes up for salt lost in sweat. */
  readonly hasElectrolytes: boolean
  /** Water with nothing in it: too much of it dilutes the blood. */
  readonly isPlainWater: boolean
  /** Names in a quick-add line. */
  readonly names: {
    /** Text that a quick-add answer writes into the line. */
    readonly typed: string
    /** Source of a regular expression. */
    readonly pattern: string
    /** Plurals that can be counted ("2 beers"); source of a regular expression; null for a drink that is not counted. */
    readonly counted: string | null
    /** Lower ranks are tried first: a name that contains another drink's name needs a lower rank than that drink. */
    readonly rank: number
  }
  /** Vessel assumed for a bare count ("2 beers"); null for a drink that is not counted. */
  readonly countedIn: readonly [Vessel, VesselSize | null] | null
  /** Volumes to offer when no amount was given, in ml. */
  readonly usualMl: (measures: Measures) => readonly number[]
  /** Vessels that hold another volume of this drink than of others. */
  readonly vesselMl: Partial<Readonly<Record<Vessel, Volumes>>>
}

/** Drinks the journal has no id for: they are named in the note. Source of a regular expression. */
export const UNLISTED_DRINK = String.raw`hot\s+chocolate|cocoa`

/** Rank of a name that contains no other drink's name. */
const PLAIN_RANK = 7

/** Volumes offered for a drink of which no size is usual, in ml. */
const anyMl = () => [200, 250, 500, 750, 1000]

/** Facts of a soft drink without anything in it; each record below says what differs. */
const plain = {
  alcoholPercent: 0,
  caffeine: 'no',
  hasElectrolytes: false,
  isPlainWater: false,
  countedIn: null,
  usualMl: anyMl,
  vesselMl: {},
} as const satisfies Partial<DrinkFacts>
const cola = {
  ...plain,
  caffeine: 'perhaps',
  countedIn: ['can', null],
  usualMl: (measures: Measures) => [200, 250, CAN_ML[measures], 500],
} as const satisfies Partial<DrinkFacts>

const WINE_GLASS_ML = { small: 125, medium: 175, large: 250 } as const

export const drinks = openListOf<DrinkFacts>()('drink', {
  water: {
    ...plain,
    words: 'Water',
    isPlainWater: true,
    names: {
      typed: 'water',
      pattern: String.raw`(?:(?:tap|still|hot|cold|warm|iced)\s+)*water(?!\s+(?:swim|polo|aerobics|skiing|tablets?))`,
      counted: null,
      rank: PLAIN_RANK,
    },
  },
  'sparkling-water': {
    ...plain,
    words: 'Sparkling water',
    isPlainWater: true,
    names: {
      typed: 'sparkling water',
      pattern: String.raw`(?:sparkling|fizzy|carbonated|soda)\s+water`,
      counted: null,
      rank: 6,
    },
  },
  tea: {
    ...plain,
    words: 'Tea',
    caffeine: 'perhaps',
    names: {
      typed: 'tea',
      pattern: String.raw`(?:(?:hot|iced|green|black|herbal|mint|peppermint|camomile|chamomile)\s+)*teas?`,
      counted: 'teas',
      rank: PLAIN_RANK,
    },
    countedIn: ['cup', null],
    usualMl: measures => [150, CUP_ML[measures], MUG_ML[measures]],
  },
  coffee: {
    ...plain,
    words: 'Coffee',
    caffeine: 'yes',
    names: {
      typed: 'coffee',
      pattern: String.raw`(?:(?:hot|iced|black|white)\s+)*coffees?|lattes?|cappuccinos?|americanos?|flat\s+whites?`,
      counted: String.raw`coffees|lattes|cappuccinos|americanos|flat\s+whites`,
      rank: PLAIN_RANK,
    },
    countedIn: ['cup', null],
    usualMl: measures => [30, 150, CUP_ML[measures], MUG_ML[measures]],
  },
  milk: {
    ...plain,
    words: 'Milk',
    names: {
      typed: 'milk',
      pattern: String.raw`(?:(?:hot|warm|cold|oat|soya?|almond)\s+)*milk`,
      counted: null,
      rank: PLAIN_RANK,
    },
  },
  juice: {
    ...plain,
    words: 'Juice',
    names: {
      typed: 'juice',
      pattern: String.raw`(?:(?:orange|apple|grape|tomato|pineapple|fruit|carrot|cranberry)\s+)?juice|oj`,
      counted: null,
      rank: PLAIN_RANK,
    },
  },
  'soft-drink': {
    ...cola,
    words: 'Soft drink',
    names: {
      typed: 'soft drink',
      pattern: String.raw`soft\s+drinks?|tonic(?:\s+water)?|colas?(?![\s-]?colou?red)|coke|pepsi|lemonade|fanta|sprite|ginger\s+ale|sodas?(?!\s+water)`,
      counted: String.raw`colas|cokes|sodas|lemonades|soft\s+drinks`,
      rank: 5,
    },
  },
  'diet-drink': {
    ...cola,
    words: 'Diet drink',
    names: {
      typed: 'diet drink',
      pattern: String.raw`diet\s+(?:drink|coke|cola|soda|pepsi|lemonade)|(?:coke|cola|pepsi)\s+zero|zero\s+(?:coke|cola)`,
      counted: null,
      rank: 4,
    },
  },
  'sports-drink': {
    ...plain,
    words: 'Sports drink',
    hasElectrolytes: true,
    names: {
      typed: 'sports drink',
      pattern: String.raw`sports?\s+drinks?|isotonic(?:\s+drink)?|gatorade|powerade|lucozade`,
      counted: null,
      rank: 3,
    },
  },
  'oral-rehydration': {
    ...plain,
    words: 'Rehydration drink',
    hasElectrolytes: true,
    names: {
      typed: 'rehydration drink',
      pattern: String.raw`ors|(?:oral\s+)?rehydration(?:\s+(?:drink|solution|salts?))?|dioralyte|pedialyte`,
      counted: null,
      rank: 2,
    },
    usualMl: () => [200, 400],
    vesselMl: { sachet: () => [200] },
  },
  'coconut-water': {
    ...plain,
    words: 'Coconut water',
    hasElectrolytes: true,
    names: { typed: 'coconut water', pattern: String.raw`coconut\s+water`, counted: null, rank: 1 },
  },
  beer: {
    ...plain,
    words: 'Beer',
    alcoholPercent: 5,
    names: {
      typed: 'beer',
      pattern: String.raw`(?:cold\s+)?beers?|lagers?|ales?|stouts?|ipa|pilsner|guinness`,
      counted: 'beers|lagers|ales|stouts',
      rank: PLAIN_RANK,
    },
    countedIn: ['can', null],
    usualMl: measures => [Math.round(PINT_ML[measures] / 2), CAN_ML[measures], 500, PINT_ML[measures]],
    vesselMl: { bottle: (_, size) => (size === null ? [330, 500] : sizedBottleMl(size)) },
  },
  wine: {
    ...plain,
    words: 'Wine',
    alcoholPercent: 12,
    names: {
      typed: 'wine',
      pattern: String.raw`(?:(?:red|white|ros[eé]|sparkling)\s+)?wines?|prosecco|champagne`,
      counted: 'wines',
      rank: PLAIN_RANK,
    },
    countedIn: ['glass', 'medium'],
    usualMl: () => Object.values(WINE_GLASS_ML),
    vesselMl: {
      glass: (_, size) => (size === null ? Object.values(WINE_GLASS_ML) : [WINE_GLASS_ML[size]]),
      bottle: (_, size) => (size === null ? [750] : []),
    },
  },
  spirits: {
    ...plain,
    words: 'Spirits',
    alcoholPercent: 40,
    names: {
      typed: 'spirits',
      pattern: 'spirits?|whisk(?:e?y|ies)|vodkas?|gins?|rums?|brandy|cognac|tequilas?|schnapps',
      counted: 'whisk(?:ies|eys)|vodkas|gins|rums|tequilas',
      rank: PLAIN_RANK,
    },
    countedIn: ['shot', null],
    usualMl: measures => [SHOT_ML[measures], 2 * SHOT_ML[measures]],
    vesselMl: { glass: () => [], shot: measures => [SHOT_ML[measures]] },
  },
  soup: {
    ...plain,
    words: 'Soup',
    hasElectrolytes: true,
    names: {
      typed: 'soup',
      pattern: String.raw`(?:(?:chicken|vegetable|tomato|miso)\s+)?(?:soups?|broth)`,
      counted: null,
      rank: PLAIN_RANK,
    },
  },
  other: {
    ...plain,
    words: 'Other drink',
    caffeine: 'perhaps',
    names: {
      typed: 'other drink',
      pattern: String.raw`(?:an?)?other\s+drink|${UNLISTED_DRINK}`,
      counted: null,
      rank: PLAIN_RANK,
    },
  },
})
type BuiltInDrink = IdOf<typeof drinks>
/** A drink of the list, or one of the person's own. */
export type Drink = BuiltInDrink | ThingKey

/** Drinks in the order in which their names are tried. */
export const drinksByRank: readonly BuiltInDrink[] = drinks.ids.toSorted(
  (a, b) => drinks.get(a).names.rank - drinks.get(b).names.rank,
)

/** Volumes of a drink in a vessel, in ml: see `Volumes`. */
export function listVesselMl(
  vessel: Vessel,
  size: VesselSize | null,
  drink: DrinkFacts | null,
  measures: Measures,
): readonly number[] {
  return (drink?.vesselMl[vessel] ?? vessels.get(vessel).volumesMl)(measures, size)
}

/** Volume of one of a bare count ("2 beers"), in ml; null for a drink that is not counted. */
export function getCountedMl(drink: DrinkFacts, measures: Measures): number | null {
  const { countedIn } = drink
  return countedIn === null ? null : (listVesselMl(...countedIn, drink, measures)[0] ?? null)
}

/** Volumes to offer if the amount is missing or ambiguous, in ml. */
export const listUsualMl = (drink: DrinkFacts | null, measures: Measures): readonly number[] =>
  (drink?.usualMl ?? anyMl)(measures)
