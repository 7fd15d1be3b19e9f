/** Search terms: splits a typed search, matches names by word prefix, and finds enumerated values by their names. */
import { type Activity, activities } from '../kinds/activities.ts'
import { type Drink, drinks } from '../kinds/drinks.ts'
import { type EntryKind, entryKinds, kindWords } from '../kinds/entry.ts'
import type { Labelled, List } from '../kinds/list.ts'
import { medicationChanges } from '../kinds/medicines.ts'
import { type Muscle, muscles, type Side, sides } from '../kinds/muscles.ts'
import { nameStretch } from '../kinds/stretch.ts'

/** Distinct terms of a search, all of which must match: `Café train train` gives `Café` and `train`. */
export function splitSearch(text: string): string[] {
  // Control characters also separate terms, because SQLite may take a NUL for the end of the text.
  return [...new Set(text.split(/[\s\p{Cc}]+/u))].filter(term => term !== '')
}

/** True if the full-text index can find a term: it has letters or digits, in a script that separates words by spaces. */
export function isIndexableTerm(term: string): boolean {
  return /[\p{L}\p{N}]/u.test(term) && !unspacedScripts.test(term)
}

/** Scripts without spaces between words, which the index's tokenizer cannot split. */
const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=New_Tai_Lue}]/u

/** Stop words: without them `a` would match every entry about food *and* supplements. */
const stopWords = new Set(['the', 'and', 'of', 'or'])

/** Tokens of a text in lower case, without accents and stop words: `Élan & Co.` gives `elan`, `co`. */
function tokenize(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !stopWords.has(word))
}

/**
 * Prefix match: true if a word of `name` begins with `term`. A term of several tokens matches consecutive words, the last
 * one by prefix: `o'ne` matches `O Neill`.
 */
export function matchesWordPrefix(name: string, term: string): boolean {
  const [wanted, words] = [tokenize(term), tokenize(name)]
  return wanted.length > 0 && ` ${words.join(' ')}`.includes(` ${wanted.join(' ')}`)
}

/** Enumerated values of an entry that are displayed as words. */
export interface NamedValues {
  readonly kinds: readonly EntryKind[]
  readonly drinks: readonly Drink[]
  readonly activities: readonly Activity[]
  readonly muscles: readonly Muscle[]
  readonly sides: readonly Side[]
  readonly medicationChanges: readonly (typeof medicationChanges.ids)[number][]
  /** Values of `beforeBed`. */
  readonly stretchesBeforeBed: readonly boolean[]
}

/** Values whose displayed name matches `term` by word prefix. */
export function findNamedValues(term: string): NamedValues {
  return {
    kinds: entryKinds.filter(kind => matchesWordPrefix(kindWords[kind], term)),
    drinks: findIds(drinks, term),
    activities: findIds(activities, term),
    muscles: findIds(muscles, term),
    sides: sides.where(({ inSite }) => matchesWordPrefix(inSite, term)),
    medicationChanges: findIds(medicationChanges, term),
    stretchesBeforeBed: [true, false].filter(beforeBed =>
      matchesWordPrefix(nameStretch({ beforeBed }), term),
    ),
  }
}

const findIds = <Id extends string>(list: List<Id, Labelled>, term: string): Id[] =>
  list.where(({ words }) => matchesWordPrefix(words, term))
