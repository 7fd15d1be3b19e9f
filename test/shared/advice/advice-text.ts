/** Text of a suggestion that tells people what to do, and patterns that no such text may contain. */
import type { Suggestion } from '../../../shared/advice/suggestions/suggestion.ts'

export const adviceText = ({ title, summary, steps }: Suggestion): string =>
  [title, summary, ...steps].join(' ')

/** Advice text with the conditional steps, as for a person without contraindications. */
export const wholeAdviceText = (suggestion: Suggestion): string =>
  [adviceText(suggestion), ...(suggestion.stepsUnless?.steps ?? [])].join(' ')

export const neverAdvised: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['supplements', /supplement|tablet|capsule|\bpills?\b|lactate|gluconate/i],
  ['quinine', /quinine/i],
  ['vitamins', /vitamin/i],
  [
    'changing a medicine',
    /\b(stop|skip|change|lower|reduce|switch)\b[^.]*\b(medicine|statin|diuretic|dose)/i,
  ],
  ['an amount to drink', /\d[\d.,]*\s*(ml|millilit|lit(re|er)|l\b|oz|ounce|glass|cup|pint)/i],
  ['an amount to drink, in words', /\b(two|three|four|six|eight)\b[^.]*\b(lit|glass|cup|pint)/i],
]
