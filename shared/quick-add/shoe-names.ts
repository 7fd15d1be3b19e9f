/** Matches words of a line to the shoes in the closet. */
import { type Shoe, shoeKinds } from '../kinds/footwear.ts'
import { isFiller, type Line, words } from './line.ts'
import type { AnswerOption, Span } from './reading.ts'

/** Words for any shoe, which imply footwear but not a particular shoe. */
const GENERIC = ['shoe', 'footwear', 'pair']

export const SHOE_WORD = words(
  String.raw`(?:running|work|dress|walking|hiking|tennis|football|gym)\s+(?:shoes?|boots?)|sandals?|boots?|slippers?|heels|trainers?|sneakers?|shoes?|footwear|flip[\s-]?flops?|clogs?|loafers?|runners`,
)

/** Words for going barefoot, unless a shoe has that name. */
export const BAREFOOT = words(String.raw`bare[\s-]?f(?:oo|ee)t(?:ed)?|without\s+shoes`)

export interface FoundShoe {
  /** Single shoe if unambiguous, several candidates otherwise, empty if nothing matches. */
  readonly shoes: readonly Shoe[]
  /** Words that name it; null if none do. */
  readonly span: Span | null
}

/** Position of a shoe's full name (the longest match), or of its number. */
export function findNamedShoe(line: Line, shoes: readonly Shoe[]): (Span & { shoe: Shoe }) | null {
  const number = line.find(/(?<![\p{L}\p{N}#])#(?<id>\d{1,9})(?![\p{L}\p{N}])/u)
  const numbered = shoes.find(shoe => shoe.id === Number(number?.groups.id))
  if (number && numbered) return { start: number.start, end: number.end, shoe: numbered }
  for (const shoe of shoes.toSorted((a, b) => b.name.length - a.name.length)) {
    const found = line.find(patternOfName(shoe.name))
    if (found) return { start: found.start, end: found.end, shoe }
  }
  return null
}

/** Reads a shoe's full name, before any part of it ("Pegasus 41") is taken for something else. */
export function takeNamedShoe(line: Line, shoes: readonly Shoe[]): FoundShoe | null {
  const found = findNamedShoe(line, shoes)
  if (found === null) return null
  line.cover(found, 'shoe')
  const isNumber = line.text.charAt(found.start) === '#'
  return { shoes: isNumber ? [found.shoe] : shoes.filter(other => sameName(other, found.shoe)), span: found }
}

/** Position of a word that is part of a shoe's name. */
export function findDescribedShoe(line: Line, shoes: readonly Shoe[]): Span | null {
  const telling = listTokens(line).find(({ stem }) =>
    shoes.some(shoe => !shoe.retired && namesOf(shoe).includes(stem)),
  )
  return telling ?? null
}

const isShared = (shoe: Shoe, shoes: readonly Shoe[]) =>
  shoes.some(other => other.id !== shoe.id && sameName(other, shoe))

const sameName = (a: Shoe, b: Shoe) => a.name.toLowerCase() === b.name.toLowerCase()

function patternOfName(name: string): RegExp {
  const escaped = name.trim().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  return words(escaped.replace(/\s+/g, '\\s+'))
}

/** Reads the shoe that the uncovered words match best; a retired shoe matches only by its full name. */
export function takeDescribedShoe(line: Line, shoes: readonly Shoe[]): FoundShoe {
  const offered = shoes.filter(shoe => !shoe.retired)
  const tokens = listTokens(line)
  const scores = offered.map(shoe => tokens.filter(({ stem }) => namesOf(shoe).includes(stem)).length)
  const best = Math.max(0, ...scores)
  const generic = tokens.filter(({ stem }) => GENERIC.includes(stem))
  const fitting = offered.filter((_, index) => best > 0 && scores[index] === best)
  const telling = tokens.filter(({ stem }) => fitting.some(shoe => namesOf(shoe).includes(stem)))
  const [unknown] = line.listLeftovers()
  if (unknown && telling.length + generic.length === 0) {
    // Not in the closet: an answer replaces the unknown words.
    line.cover(unknown, 'shoe')
    return { shoes: [], span: unknown }
  }
  for (const token of [...telling, ...generic]) line.cover(token, 'shoe')
  const named = [...telling, ...generic].toSorted((a, b) => a.start - b.start)
  const [first] = named
  const last = named.at(-1)
  return { shoes: fitting, span: first && last ? { start: first.start, end: last.end } : null }
}

function namesOf(shoe: Shoe): string[] {
  return [...shoe.name.split(/[\s-]+/).map(stemOf), ...shoeKinds.get(shoe.kind).stems].filter(
    name => name !== '',
  )
}

/** Word in lower case, without punctuation and plural ending. */
function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return plain.length > 3 ? plain.replace(/s$/, '') : plain
}

function listTokens(line: Line): (Span & { stem: string })[] {
  return line.listLeftovers().flatMap(leftover =>
    [...leftover.text.matchAll(/\S+/gu)]
      // Fillers carry no information, such as the "to" of a shoe called "9 to 17".
      .filter(([token]) => !isFiller(token))
      .map(token => ({
        start: leftover.start + token.index,
        end: leftover.start + token.index + token[0].length,
        stem: stemOf(token[0]),
      })),
  )
}

const OFFERED_SHOES = 8

/** Shoes to choose from, each with the line that names it. */
export function offerShoes(line: Line, found: FoundShoe, shoes: readonly Shoe[]): AnswerOption[] {
  const offered = found.shoes.length > 0 ? found.shoes : shoes.filter(shoe => !shoe.retired)
  return offered.slice(0, OFFERED_SHOES).map(shoe => {
    const name = nameInLine(shoe, shoes)
    return {
      label: isShared(shoe, shoes) ? `${shoe.name} (${name})` : shoe.name,
      line: found.span ? line.replace(found.span, name) : line.append(name),
    }
  })
}

/** Name of the shoe as typed, or its number if the name is shared or would not be read back. */
export function nameInLine(shoe: Shoe, shoes: readonly Shoe[]): string {
  return !isShared(shoe, shoes) && /^[\p{L}\p{N} '’.&+-]+$/u.test(shoe.name) ? shoe.name : `#${shoe.id}`
}
