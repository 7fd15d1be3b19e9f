/** Finds the shoe of the closet that a line names or describes. */
import { type Shoe, shoeKinds } from '../kinds/footwear.ts'
import { isFiller, type Line, words } from './line.ts'
import type { AnswerOption, Span } from './reading.ts'

/** Words for any shoe, which tell that a line is about footwear but not about which. */
const GENERIC = ['shoe', 'footwear', 'pair']

export const SHOE_WORD = words(
  String.raw`(?:running|work|dress|walking|hiking|tennis|football|gym)\s+(?:shoes?|boots?)|sandals?|boots?|slippers?|heels|trainers?|sneakers?|shoes?|footwear|flip[\s-]?flops?|clogs?|loafers?|runners`,
)

/** No shoe at all, unless one in the closet is called so. */
export const BAREFOOT = words(String.raw`bare[\s-]?f(?:oo|ee)t(?:ed)?|without\s+shoes`)

export interface FoundShoe {
  /** One when it is plain, several when it could be any of them, none when nothing fits. */
  readonly shoes: readonly Shoe[]
  /** The words that name it; null when none do. */
  readonly span: Span | null
}

/** Where a shoe's full name (the longest that fits), or its number, stands in the line. */
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

/** Reads a shoe's full name, before anything in it ("Pegasus 41") can be taken for something else. */
export function takeNamedShoe(line: Line, shoes: readonly Shoe[]): FoundShoe | null {
  const found = findNamedShoe(line, shoes)
  if (found === null) return null
  line.cover(found, 'shoe')
  const isNumber = line.text.charAt(found.start) === '#'
  return { shoes: isNumber ? [found.shoe] : shoes.filter(other => sameName(other, found.shoe)), span: found }
}

/** Where a word of the line stands that is part of a shoe's name. */
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

/** Reads the shoe that the words still open describe best; retired ones have to be called by their full name. */
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
    // A shoe that is in no closet: an answer goes in its place.
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

/** A word without case, punctuation and the ending of a plural. */
function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return plain.length > 3 ? plain.replace(/s$/, '') : plain
}

function listTokens(line: Line): (Span & { stem: string })[] {
  return line.listLeftovers().flatMap(leftover =>
    [...leftover.text.matchAll(/\S+/gu)]
      // Of a shoe called "9 to 17" the "to" tells nothing.
      .filter(([token]) => !isFiller(token))
      .map(token => ({
        start: leftover.start + token.index,
        end: leftover.start + token.index + token[0].length,
        stem: stemOf(token[0]),
      })),
  )
}

const OFFERED_SHOES = 8

/** The shoes to choose from, each with the line that names it. */
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

/** A name that the line would not give back, or that two shoes share, is replaced by the shoe's number. */
export function nameInLine(shoe: Shoe, shoes: readonly Shoe[]): string {
  return !isShared(shoe, shoes) && /^[\p{L}\p{N} '’.&+-]+$/u.test(shoe.name) ? shoe.name : `#${shoe.id}`
}
