/** Kind of entry that a line is about: by a pattern that only one kind has, otherwise by the word that comes first. */
import type { JournalLists } from '../kinds/journal-lists.ts'
import { type EntryKind, entryKinds, kindsByName } from '../kinds/kinds.ts'
import { ACTIVITY_WORD, DISTANCE } from './activity.ts'
import { CRAMP_WORD } from './cramp.ts'
import { DAY_WORD, LONE_HOT } from './day.ts'
import { AS_NEEDED_MEDICINE } from './dose.ts'
import { ANY_DRINK } from './drink-names.ts'
import { VOLUME } from './fluid.ts'
import { FOOD_WORD } from './food.ts'
import { WEAR_VERB } from './footwear.ts'
import { endsInNegation, type Line, NEGATION, words } from './line.ts'
import { KNOWN_MEDICINE, MEDICATION_VERB } from './medication.ts'
import { SIDED_MUSCLE } from './muscles.ts'
import { NIGHT_WORD } from './night.ts'
import { findOwnFactor, holdsOwnAmount, isNamedLikeDrink } from './own-factor.ts'
import { findOwnName } from './own-names.ts'
import type { QuickAddContext, Span } from './reading.ts'
import { BAREFOOT, findDescribedShoe, findNamedShoe, SHOE_WORD } from './shoe-names.ts'
import { STRETCH_WORD } from './stretch.ts'
import { hasSymptom } from './symptoms.ts'

export interface FoundKind {
  readonly kind: EntryKind
  /** Words that name the kind. */
  readonly span: Span
  /** True if the span is the kind's own name ("drink:"), which carries no value. */
  readonly isName: boolean
  /** True if any other kind in the line takes precedence. */
  readonly isWeak: boolean
}

export function findKind(line: Line, context: QuickAddContext): FoundKind | null {
  const named = findName(line, ':')
  if (named) return named
  // "Ran 40 min, no cramps" is about the run; "no cramps" alone is still about cramps.
  const affirmed = line.has(NEGATION) ? findWith(pattern => findAffirmed(line, pattern), line, context) : null
  return affirmed ?? findWith(pattern => line.find(pattern), line, context)
}

type Find = (pattern: RegExp) => Span | null

function findAffirmed(line: Line, pattern: RegExp): Span | null {
  const matches = [...line.open.matchAll(new RegExp(pattern.source, 'giu'))]
  const match = matches.find(
    ({ 0: text, index }) => text !== '' && !endsInNegation(line.open.slice(0, index)),
  )
  return match ? { start: match.index, end: match.index + match[0].length } : null
}

function findWith(find: Find, line: Line, context: QuickAddContext): FoundKind | null {
  const cramp = find(CRAMP_WORD)
  const other = findOther(find, line, context)
  if (cramp) return other && isReasonFor(cramp, other, line) ? other : found('cramp', cramp)
  return other ?? findLast(find, line)
}

/** Kind's own name at the beginning: "drink: 500 ml" or, if nothing else names a kind, "drink 500 ml". */
function findName(line: Line, colon: ':' | ''): FoundKind | null {
  for (const kind of entryKinds) {
    const span = line.find(
      new RegExp(
        String.raw`(?<=^\s*)(?:${kindsByName[kind].typed.join('|')})(?:\s*:|(?![\p{L}\p{N}]))`,
        'iu',
      ),
    )
    if (span?.text.includes(colon)) return { kind, span, isName: true, isWeak: true }
  }
  return null
}

/** A cramp that is only the reason for the entry: "500 ml water for my leg cramp", "started quinine against cramps". */
function isReasonFor(cramp: Span, other: FoundKind, line: Line): boolean {
  const isAgainst =
    /(?:for|because\s+of|against|due\s+to|after|to\s+(?:help|stop|ease|prevent|relieve))\s+(?:(?:my|the|an?|left|right|leg|calf|foot|night|muscle)\s+)*$/iu
  const kinds: readonly EntryKind[] = ['fluid', 'stretch', 'food', 'medication', 'dose']
  return kinds.includes(other.kind) && isAgainst.test(line.open.slice(0, cramp.start))
}

function findOther(find: Find, line: Line, { shoes, ownFactors, lists }: QuickAddContext): FoundKind | null {
  const change = findMedicineChange(line)
  if (change) return found('medication', change)
  const stretch = find(STRETCH_WORD)
  if (stretch) return found('stretch', stretch)
  const wear = find(WEAR_VERB)
  if (wear) return found('footwear', wear)
  const firstWord = findFirstWord(find, line, lists)
  const named = findNamedShoe(line, shoes)
  if (named && (firstWord === null || isBefore(named, firstWord.span))) return found('footwear', named)
  const factor = findOwnFactor(line, ownFactors)
  const own = factor && isNamedLikeDrink(factor) ? null : factor
  if (own && holdsOwnAmount(own)) return found('own-factor', own.span)
  const volume = find(VOLUME)
  if (volume) return found('fluid', volume)
  // An answer may be named like a drink: an amount makes it the drink, the name alone is the person's own.
  if (own && (firstWord === null || own.span.start <= firstWord.span.start))
    return found('own-factor', own.span)
  if (firstWord) return firstWord
  const described = findDescribedShoe(line, shoes)
  return described && { ...found('footwear', described), isWeak: true }
}

const found = (kind: EntryKind, span: Span): FoundKind => ({ kind, span, isName: false, isWeak: false })

/** Patterns that decide only if no other matches. */
const lastPatterns: readonly (readonly [EntryKind, RegExp])[] = [
  ['medication', KNOWN_MEDICINE],
  ['footwear', BAREFOOT],
  ['day', LONE_HOT],
  ['cramp', SIDED_MUSCLE],
  ['activity', DISTANCE],
]

function findLast(find: Find, line: Line): FoundKind | null {
  for (const [kind, pattern] of lastPatterns) {
    const span = find(pattern)
    // "Left calf swollen" names a symptom, not a cramp.
    if (span && !(kind === 'cramp' && hasSymptom(line))) return { ...found(kind, span), isWeak: true }
  }
  return findName(line, '')
}

/** "Started atorvastatin" is about a medicine, "started running" is not. */
function findMedicineChange(line: Line): Span | null {
  const verb = line.find(MEDICATION_VERB)
  const activity = line.find(ACTIVITY_WORD)
  return verb && activity && line.text.slice(verb.end, activity.start).trim() === '' ? null : verb
}

const kindPatterns: readonly (readonly [EntryKind, RegExp])[] = [
  ['footwear', SHOE_WORD],
  ['activity', ACTIVITY_WORD],
  ['night', NIGHT_WORD],
  ['food', FOOD_WORD],
  ['dose', AS_NEEDED_MEDICINE],
  ['day', DAY_WORD],
  ['fluid', words(ANY_DRINK)],
]

function findFirstWord(find: Find, line: Line, lists: JournalLists): FoundKind | null {
  const own = (['drink', 'activity'] as const).flatMap(list => {
    const span = findOwnName(line, lists, list)
    return span ? [found(list === 'drink' ? 'fluid' : 'activity', span)] : []
  })
  const builtIn = kindPatterns.flatMap(([kind, pattern]) => {
    const span = find(pattern)
    return span ? [found(kind, span)] : []
  })
  const all = [...own, ...builtIn]
  return all.toSorted((a, b) => (isBefore(a.span, b.span) ? -1 : 1))[0] ?? null
}

/** Order by start, then the longer match first: "running shoes" takes precedence over "running". */
const isBefore = (a: Span, b: Span) => a.start < b.start || (a.start === b.start && a.end > b.end)
