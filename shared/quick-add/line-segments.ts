/** Splits a line with several entries into its segments: "500 ml water + banana", "two beers and a glass of wine". */
import type { EntryKind } from '../kinds/entry.ts'
import { ACTIVITY_WORD } from './activity.ts'
import { ANY_DRINK } from './drink-names.ts'
import { findKind } from './find-kind.ts'
import { Line, words } from './line.ts'
import { hasNegation } from './negations.ts'
import type { QuickAddContext, Span } from './reading.ts'

/** Separators between entries of any kind. "And" and commas are weaker: they also join muscles, symptoms and times. */
const STRONG = String.raw`\s*(?:\+|;)\s*|\s+(?:plus|then|and\s+then)\s+`
const SEPARATOR = new RegExp(
  String.raw`${STRONG}|\s*,\s*(?:and\s+)?(?!\d)|\s*,\s+(?:and\s+)?|\s+(?:and|&)\s+`,
  'giu',
)
const IS_STRONG = new RegExp(`^(?:${STRONG})$`, 'iu')

/** Number of a segment behind an "and". */
const DIGIT = /[\d½¼¾⅓⅔]|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|half)(?!\p{L})/iu
const ARTICLE = /^\s*(?:(?:i\s+)?(?:had|have|drank|ate|took)\s+)?(?:an?|another)\s/iu
/** Preposition before a segment's kind, which makes it context of the entry: "after a 10 km run", "for my cramp". */
const ENDS_IN_PREPOSITION =
  /(?<!\p{L})(?:after|before|during|while|since|from|for|because\s+of|due\s+to|with|against)\s+(?:\S+\s+){0,3}$/iu

/** Prepositional phrase that may continue behind an "and": "after football and ...". */
const ENDS_IN_PREPOSITIONAL_PHRASE =
  /(?<!\p{L})(?:after|before|during|while)\s+(?:\p{L}+\s+){0,2}\p{L}+\s*$/iu

/** Kinds that may share a line with another entry. A day, a night and footwear need a line of their own. */
const separableKinds: ReadonlySet<EntryKind> = new Set([
  'fluid',
  'food',
  'activity',
  'stretch',
  'cramp',
  'medication',
  'dose',
])

interface SegmentKind {
  readonly kind: EntryKind
  readonly isWeak: boolean
  readonly text: string
}

/** Spans of the entries that a line holds; a single span if it holds one or none. */
export function findSegments(line: Line, context: QuickAddContext): Span[] {
  const { text } = line
  const whole = { start: 0, end: text.length }
  const segments: Span[] = []
  let current = { start: 0, end: 0 }
  const cuts = [...text.matchAll(SEPARATOR)].map(({ 0: separator, index }) => ({
    end: index,
    next: index + separator.length,
    isStrong: IS_STRONG.test(separator),
  }))
  for (const [index, cut] of cuts.entries()) {
    const next = { start: cut.next, end: cuts[index + 1]?.end ?? text.length }
    const before = findSegmentKind(text.slice(current.start, cut.end), context)
    const after = findSegmentKind(text.slice(next.start, next.end), context)
    if (before === null || after === null || !isSeparateEntry(before, after, cut.isStrong)) continue
    segments.push({ start: current.start, end: cut.end })
    current = next
  }
  if (segments.length === 0) return [whole]
  return [...segments, { start: current.start, end: text.length }]
}

function findSegmentKind(text: string, context: QuickAddContext): SegmentKind | null {
  if (text.trim() === '' || hasNegation(text)) return null
  const found = findKind(new Line(text), context)
  if (found === null || ENDS_IN_PREPOSITION.test(text.slice(0, found.span.start))) return null
  return { kind: found.kind, isWeak: found.isWeak, text }
}

/** True if the second segment is an entry of its own. */
function isSeparateEntry(first: SegmentKind, second: SegmentKind, isStrong: boolean): boolean {
  if (!separableKinds.has(second.kind)) return false
  if (!isStrong && ENDS_IN_PREPOSITIONAL_PHRASE.test(first.text) && !isConsumed(second.kind)) return false
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
    case 'dose':
      return !second.isWeak
    case 'cramp':
    case 'stretch':
      return !second.isWeak && DIGIT.test(first.text) && DIGIT.test(second.text)
    default:
      return false
  }
}

export const isConsumed = (kind: EntryKind) => kind === 'fluid' || kind === 'food' || kind === 'dose'
