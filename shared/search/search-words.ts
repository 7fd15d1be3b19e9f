/** What somebody types to find an entry, and the values whose words it is the beginning of. */
import type { Activity } from '../kinds/activity.ts'
import type { Muscle, Side } from '../kinds/cramp.ts'
import type { EntryKind } from '../kinds/entry.ts'
import type { Drink } from '../kinds/fluid.ts'
import type { medicationChanges } from '../kinds/medication.ts'
import {
  activityWords,
  drinkWords,
  kindWords,
  medicationChangeWords,
  muscleWords,
  nameStretch,
  siteSideWords,
} from '../kinds/words.ts'

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

/** Values that people read by the words of `words.ts`. */
export interface NamedValues {
  readonly kinds: readonly EntryKind[]
  readonly drinks: readonly Drink[]
  readonly activities: readonly Activity[]
  readonly muscles: readonly Muscle[]
  readonly sides: readonly Side[]
  readonly medicationChanges: readonly (typeof medicationChanges)[number][]
  /** Whether stretching was before bed. */
  readonly stretchesBeforeBed: readonly boolean[]
}

/** The values that `piece` is the beginning of a word of. */
export function findNamedValues(piece: string): NamedValues {
  return {
    kinds: findKeys(kindWords, piece),
    drinks: findKeys(drinkWords, piece),
    activities: findKeys(activityWords, piece),
    muscles: findKeys(muscleWords, piece),
    sides: findKeys(siteSideWords, piece),
    medicationChanges: findKeys(medicationChangeWords, piece),
    stretchesBeforeBed: [true, false].filter(beforeBed => isNamed(nameStretch({ beforeBed }), piece)),
  }
}

function findKeys<Key extends string>(words: Readonly<Record<Key, string>>, piece: string): Key[] {
  const keys: Key[] = []
  for (const key in words) if (isNamed(words[key], piece)) keys.push(key)
  return keys
}
