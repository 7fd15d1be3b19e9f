/** Words of a list in cells, matched by word or label, without regard to case, spaces and hyphens. */

import { CellProblem } from '../csv/text.ts'
import { isThingKey, type ThingKey } from '../kinds/thing-key.ts'

/** Normal form for comparison. */
const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]+/gu, '')

/** Looks up a word; undefined if it is not in the list. */
export type FindWord<Word> = (text: string) => Word | undefined

/**
 * @param spellings every way to write each word, the word itself included
 */
export function createLookup<Word>(
  spellings: Iterable<readonly [spelling: string, word: Word]>,
): FindWord<Word> {
  const words = new Map<string, Word>()
  for (const [spelling, word] of spellings) {
    const key = keyOf(spelling)
    // The first spelling wins: words come before labels.
    if (!words.has(key)) words.set(key, word)
  }
  return text => words.get(keyOf(text))
}

export type Labels = Readonly<Record<string, string | undefined>>

/** Words of a list with their labels, words first. */
export const spellingsOf = <Word extends string>(
  words: readonly Word[],
  labels: Labels = {},
): [string, Word][] => [
  ...words.map((word): [string, Word] => [word, word]),
  ...words.flatMap((word): [string, Word][] => {
    const label = labels[word]
    return label === undefined ? [] : [[label, word]]
  }),
]

/**
 * Word of a list that the person can extend. An own thing is written with its name, for people: `own:7 Pickle water`; the
 * key alone is read back. Separators of cells are left out of the name.
 */
export function writeOpenWord(word: string, ownNames: ReadonlyMap<ThingKey, string>): string {
  const name = isThingKey(word)
    ? ownNames
        .get(word)
        ?.replaceAll(/[;,/\s]+/gu, ' ')
        .trim()
    : undefined
  return name === undefined ? word : `${word} ${name}`
}

/** Looks up words of a list that the person can extend. */
export function createOpenLookup(words: readonly string[], labels: Labels): FindWord<string> {
  const find = createLookup<string>(spellingsOf(words, labels))
  return text => /^\s*(own:[1-9]\d{0,15})(?!\d)/iu.exec(text)?.[1]?.toLowerCase() ?? find(text)
}

const listWords = (words: readonly string[]): string => words.join(', ')

/** @throws CellProblem that names every word of the list */
export function readWord<Word extends string>(
  text: string,
  find: FindWord<Word>,
  words: readonly Word[],
): Word {
  const word = find(text)
  if (word === undefined) throw new CellProblem(`Enter one of these words: ${listWords(words)}.`)
  return word
}

/**
 * Items of a cell, split at semicolons and line breaks; at commas only if every item is then known, since labels contain
 * commas too. Empty items are dropped, such as the one after a final semicolon.
 */
export function splitItems(text: string, isKnown: (item: string) => boolean): string[] {
  return text
    .split(/[;\n\r]/)
    .map(item => item.trim())
    .filter(item => item !== '')
    .flatMap(item => {
      const parts = item.split(',').map(part => part.trim())
      return !isKnown(item) && parts.every(isKnown) ? parts : [item]
    })
}
