/** What somebody types to find an entry, and the values whose words it is the beginning of. */
import { type Activity, activities } from '../kinds/activities.ts'
import { type Drink, drinks } from '../kinds/drinks.ts'
import { type EntryKind, entryKinds, kindWords } from '../kinds/entry.ts'
import type { Labelled, List } from '../kinds/list.ts'
import { medicationChanges } from '../kinds/medicines.ts'
import { type Muscle, muscles, type Side, sides } from '../kinds/muscles.ts'
import { nameStretch } from '../kinds/stretch.ts'

/** The pieces of a search, all of which an entry must hold, each once: `Café train train` is `Café` and `train`. */
export function splitSearch(text: string): string[] {
  // Control characters are nothing that anybody types, and a database may take them for the end of the text.
  return [...new Set(text.split(/[\s\p{Cc}]+/u))].filter(piece => piece !== '')
}

/** Whether an index of words can find a piece: it has letters or digits, in a script that parts its words by spaces. */
export function isOfWords(piece: string): boolean {
  return /[\p{L}\p{N}]/u.test(piece) && !unspacedScripts.test(piece)
}

const unspacedScripts =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=New_Tai_Lue}]/u

/** Words too common to lead anywhere: else `a` would find every entry about food *and* supplements. */
const smallWords = new Set(['the', 'and', 'of', 'or'])

/** The words of a text without capitals and accents: `Élan & Co.` is `elan`, `co`. */
function listWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '' && !smallWords.has(word))
}

/** Whether some word of `name` begins with `piece`; `o'ne` is looked for as the words `o` and `ne…` in a row. */
export function isNamed(name: string, piece: string): boolean {
  const [wanted, words] = [listWords(piece), listWords(name)]
  return wanted.length > 0 && ` ${words.join(' ')}`.includes(` ${wanted.join(' ')}`)
}

/** Values of an entry that are shown as words. */
export interface NamedValues {
  readonly kinds: readonly EntryKind[]
  readonly drinks: readonly Drink[]
  readonly activities: readonly Activity[]
  readonly muscles: readonly Muscle[]
  readonly sides: readonly Side[]
  readonly medicationChanges: readonly (typeof medicationChanges.ids)[number][]
  /** Whether stretching was before bed. */
  readonly stretchesBeforeBed: readonly boolean[]
}

/** The values that `piece` is the beginning of a word of. */
export function findNamedValues(piece: string): NamedValues {
  return {
    kinds: entryKinds.filter(kind => isNamed(kindWords[kind], piece)),
    drinks: findIds(drinks, piece),
    activities: findIds(activities, piece),
    muscles: findIds(muscles, piece),
    sides: sides.where(({ inSite }) => isNamed(inSite, piece)),
    medicationChanges: findIds(medicationChanges, piece),
    stretchesBeforeBed: [true, false].filter(beforeBed => isNamed(nameStretch({ beforeBed }), piece)),
  }
}

const findIds = <Id extends string>(list: List<Id, Labelled>, piece: string): Id[] =>
  list.where(({ words }) => isNamed(words, piece))
