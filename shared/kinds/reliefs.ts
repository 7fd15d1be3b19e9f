/** Relief techniques for a cramp. */
import { type IdOf, type Labelled, listOf, openListOf } from './list.ts'
import type { ThingKey } from './thing-key.ts'

export interface ReliefFacts extends Labelled {
  /** Name in a quick-add line; source of a regular expression; null for one that is only chosen in the form. */
  readonly names: string | null
}

export const reliefTechniques = openListOf<ReliefFacts>()('relief', {
  stretch: { words: 'Stretched', names: null },
  'stand-or-walk': { words: 'Stood up or walked', names: null },
  massage: { words: 'Massaged', names: null },
  pressure: { words: 'Pressed on it', names: null },
  'ball-roll': { words: 'Rolled over a ball or bottle', names: null },
  heat: { words: 'Warmth', names: null },
  cold: { words: 'Cold', names: null },
  rest: { words: 'Rested', names: null },
  drink: { words: 'Drank something', names: null },
  'electrolyte-drink': {
    words: 'Drank something with salts',
    names: String.raw`(?:an?\s+)?(?:electrolytes?(?:\s+drink)?|sports?\s+drink|rehydration\s+(?:drink|salts?|solution))`,
  },
  'pickle-brine': {
    words: 'Pickle brine',
    names: String.raw`(?:(?:a\s+)?(?:sip|swallow|shot|spoon(?:ful)?|tablespoon(?:ful)?)\s+of\s+)?(?:pickle|gherkin)s?\s+(?:brine|juice)`,
  },
  'pungent-drink': {
    words: 'Spicy drink (ginger, cinnamon, chilli)',
    names: String.raw`(?:an?\s+)?(?:spicy|ginger|chill?i|cinnamon)\s+(?:drink|shot|tea)`,
  },
  other: { words: 'Something else', names: null },
})
/** A technique of the list, or one of the person's own. */
export type ReliefTechnique = IdOf<typeof reliefTechniques> | ThingKey

export const helpedAnswers = listOf()({
  no: { words: 'Did not help' },
  'a-little': { words: 'Helped a little' },
  yes: { words: 'Helped' },
})
