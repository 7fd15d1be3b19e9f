/**
 * Reads one typed line as one entry. Pure: the same line in the same context is always read the same way, whatever the
 * clock and the zone of the computer. What is unclear is asked, never guessed, and nothing that was typed is dropped:
 * words that were not understood are asked about, too.
 */
import { type EntryKind, entryDraft } from '../journal/entry.ts'
import { findTimeProblems } from '../journal/entry-time.ts'
import { ACTIVITY_WORD, readActivity } from './activity.ts'
import { describesShoe, findNamedShoe, SHOE_WORD } from './closet.ts'
import { CRAMP_WORD, readCramp } from './cramp.ts'
import { DAY_WORD, readDay } from './day.ts'
import { ANY_DRINK } from './drinks.ts'
import { readFluid, VOLUME } from './fluid.ts'
import { FOOD_WORD, readFood } from './food.ts'
import { readFootwear, WEAR_VERB } from './footwear.ts'
import { Line, words } from './line.ts'
import { MEDICATION_VERB, readMedication } from './medication.ts'
import { NIGHT_WORD, readNight } from './night.ts'
import type { Built, Question, QuickAddContext, Reading, Span } from './reading.ts'
import { readStretch, STRETCH_WORD } from './stretch.ts'

/** Longer than any entry; a text that was pasted by mistake is not searched. */
export const LONGEST_LINE = 300

const readers: Record<EntryKind, (line: Line, context: QuickAddContext) => Built> = {
  cramp: readCramp,
  fluid: readFluid,
  footwear: readFootwear,
  activity: readActivity,
  stretch: readStretch,
  food: readFood,
  day: readDay,
  night: readNight,
  medication: readMedication,
}

const NEGATION = words("no|not|never|none|nothing|without|didn['’]?t|wasn['’]?t|haven['’]?t|don['’]?t")

const EXAMPLES = '“500 ml water 14:00”, “ran 40 min” or “cramp left calf 3am 7/10”'

/** What a typed line means. */
export function readQuickAdd(text: string, context: QuickAddContext): Reading {
  if (text.trim() === '') return notUnderstood(`Write what happened, such as ${EXAMPLES}.`)
  if (text.length > LONGEST_LINE)
    return notUnderstood(`This is longer than ${LONGEST_LINE} characters. Write one entry at a time.`)
  const line = new Line(text)
  const kind = findKind(line, context)
  if (kind === null)
    return notUnderstood(`Say what it was: a drink, a shoe, an activity, a cramp. For example ${EXAMPLES}.`)
  const built = readers[kind](line, context)
  const leftovers = line.listLeftovers()
  if (leftovers.some(({ text: words }) => NEGATION.test(words)))
    return notUnderstood(
      'This seems to say that something did not happen. On Today, each kind can be marked as none.',
    )
  const questions: Question[] = [...built.questions]
  if (leftovers.length > 0)
    questions.push({
      about: 'words',
      text: `${leftovers.map(leftover => `“${leftover.text}”`).join(' and ')}: this was not understood.`,
      options: [
        { label: 'Keep it as the note', line: line.moveToNote(leftovers) },
        { label: 'Leave it out', line: line.remove(leftovers) },
      ],
    })
  const partial = { kind, understood: line.parts }
  if (questions.length > 0) return { kind: 'asks', questions, partial }
  return check(built, partial, context)
}

/** A draft leaves here only as the journal would take it. */
function check(
  built: Built,
  partial: { kind: EntryKind; understood: Line['parts'] },
  { now }: QuickAddContext,
): Reading {
  const parsed = entryDraft.safeParse(built.draft)
  const problems = parsed.success
    ? findTimeProblems(parsed.data, now.at)
    : parsed.error.issues.map(({ message }) => ({ message }))
  const [problem] = problems
  if (parsed.success && problem === undefined)
    return {
      kind: 'entry',
      draft: parsed.data,
      changes: built.changes ?? null,
      assumptions: built.assumptions ?? [],
      understood: partial.understood,
    }
  return {
    kind: 'asks',
    questions: [
      { about: 'limits', text: problem?.message ?? 'This cannot be stored as it is.', options: [] },
    ],
    partial,
  }
}

/** The kind a line is about. What only one kind has decides at once; otherwise the word that comes first. */
function findKind(line: Line, { shoes }: QuickAddContext): EntryKind | null {
  if (line.has(CRAMP_WORD)) return 'cramp'
  if (isAboutMedicine(line)) return 'medication'
  if (line.has(STRETCH_WORD)) return 'stretch'
  if (line.has(WEAR_VERB)) return 'footwear'
  const firstWord = findFirstWord(line)
  const named = findNamedShoe(line, shoes)
  if (named && (firstWord === null || isBefore(named, firstWord))) return 'footwear'
  if (line.has(VOLUME)) return 'fluid'
  return firstWord?.kind ?? (describesShoe(line, shoes) ? 'footwear' : null)
}

/** "Started atorvastatin" is about a medicine, "started running" is not. */
function isAboutMedicine(line: Line): boolean {
  const verb = line.find(MEDICATION_VERB)
  if (verb === null) return false
  const activity = line.find(ACTIVITY_WORD)
  return activity === null || line.text.slice(verb.end, activity.start).trim() !== ''
}

interface KindWord extends Span {
  readonly kind: EntryKind
}

const kindPatterns: readonly (readonly [EntryKind, RegExp])[] = [
  ['footwear', SHOE_WORD],
  ['activity', ACTIVITY_WORD],
  ['night', NIGHT_WORD],
  ['food', FOOD_WORD],
  ['day', DAY_WORD],
  ['fluid', words(ANY_DRINK)],
]

function findFirstWord(line: Line): KindWord | null {
  const found = kindPatterns.flatMap(([kind, pattern]): KindWord[] => {
    const word = line.find(pattern)
    return word ? [{ kind, start: word.start, end: word.end }] : []
  })
  return found.toSorted((a, b) => (isBefore(a, b) ? -1 : 1))[0] ?? null
}

/** At the same place the longer one counts: "running shoes" are no running. */
const isBefore = (a: Span, b: Span) => a.start < b.start || (a.start === b.start && a.end > b.end)

const notUnderstood = (hint: string): Reading => ({ kind: 'not-understood', hint })
