/** Splits a line with several entries into its segments: "500 ml water + banana", "two beers and a glass of wine". */
import type { EntryKind } from '../kinds/entry.ts'
import { ACTIVITY_WORD } from './activity.ts'
import { ANY_DRINK } from './drink-names.ts'
import { findKind } from './find-kind.ts'
import { Line, words } from './line.ts'
import { hasNegation } from './negations.ts'
import type { QuickAddContext, Span } from './reading.ts'

/** These join things of any kind; "and" and a comma join much else: muscles, signs, times. */
const STRONG = String.raw`\s*(?:\+|;)\s*|\s+(?:plus|then|and\s+then)\s+`
const SEPARATOR = new RegExp(
  String.raw`${STRONG}|\s*,\s*(?:and\s+)?(?!\d)|\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+`,
  'giu',
)
const IS_STRONG = new RegExp(`^(?:${STRONG})$`, 'iu')

/** What a thing of its own has behind an "and": how many or how much. */
const DIGIT = /[\d½¼¾⅓⅔]|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|half)(?!\p{L})/iu
const ARTICLE = /^\s*(?:(?:i\s+)?(?:had|have|drank|ate|took)\s+)?(?:an?|another)\s/iu
/** "after a 10 km run", "for my cramp": what the rest of the line is told from. */
const IS_TOLD_FROM =
  /(?<!\p{L})(?:after|before|during|while|since|from|for|because\s+of|due\s+to|with|against)\s+(?:\S+\s+){0,3}$/iu

/** "after football": what follows behind an "and" may be told from, too. */
const ENDS_TOLD_FROM = /(?<!\p{L})(?:after|before|during|while)\s+(?:\p{L}+\s+){0,2}\p{L}+\s*$/iu

/** Kinds of which a line may tell beside another one. A day, a night and shoes are told by themselves. */
const beside: ReadonlySet<EntryKind> = new Set([
  'fluid',
  'food',
  'activity',
  'stretch',
  'cramp',
  'medication',
])

interface Told {
  readonly kind: EntryKind
  readonly isWeak: boolean
  readonly text: string
}

/** Where in the text of the line each thing stands that it tells of; one where it tells of one, or of none. */
export function findPieces(line: Line, context: QuickAddContext): Span[] {
  const { text } = line
  const whole = { start: 0, end: text.length }
  const pieces: Span[] = []
  let current = { start: 0, end: 0 }
  const cuts = [...text.matchAll(SEPARATOR)].map(({ 0: separator, index }) => ({
    end: index,
    next: index + separator.length,
    isStrong: IS_STRONG.test(separator),
  }))
  for (const [index, cut] of cuts.entries()) {
    const next = { start: cut.next, end: cuts[index + 1]?.end ?? text.length }
    const before = tell(text.slice(current.start, cut.end), context)
    const after = tell(text.slice(next.start, next.end), context)
    if (before === null || after === null || !isApart(before, after, cut.isStrong)) continue
    pieces.push({ start: current.start, end: cut.end })
    current = next
  }
  if (pieces.length === 0) return [whole]
  return [...pieces, { start: current.start, end: text.length }]
}

function tell(text: string, context: QuickAddContext): Told | null {
  if (text.trim() === '' || hasNegation(text)) return null
  const found = findKind(new Line(text), context)
  if (found === null || IS_TOLD_FROM.test(text.slice(0, found.span.start))) return null
  return { kind: found.kind, isWeak: found.isWeak, text }
}

/** Whether the second is a thing of its own. */
function isApart(first: Told, second: Told, isStrong: boolean): boolean {
  if (!beside.has(second.kind)) return false
  if (!isStrong && ENDS_TOLD_FROM.test(first.text) && !isConsumed(second.kind)) return false
  const isCounted = DIGIT.test(second.text) || (ARTICLE.test(second.text) && isConsumed(second.kind))
  if (first.kind !== second.kind) {
    if (second.isWeak && !isStrong) return false
    return isStrong || isCounted || second.kind === 'medication'
  }
  switch (second.kind) {
    // A drink is one entry; "gin and tonic 200 ml" is one drink.
    case 'fluid': {
      const drink = words(ANY_DRINK).exec(second.text)
      const amount = second.text.slice(0, drink?.index ?? 0)
      const isOwn = isStrong || DIGIT.test(amount) || ARTICLE.test(amount)
      return words(ANY_DRINK).test(first.text) && drink !== null && isOwn
    }
    case 'activity':
      return ACTIVITY_WORD.test(second.text) && DIGIT.test(first.text) && DIGIT.test(second.text)
    case 'medication':
      return !second.isWeak
    case 'cramp':
    case 'stretch':
      return !second.isWeak && DIGIT.test(first.text) && DIGIT.test(second.text)
    default:
      return false
  }
}

export const isConsumed = (kind: EntryKind) => kind === 'fluid' || kind === 'food'
