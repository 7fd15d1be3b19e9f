/**
 * Reads one typed line as one entry. Pure: the same line in the same context is always read the same way, whatever the
 * clock and the zone of the computer. What is unclear is asked, never guessed, and nothing that was typed is dropped:
 * words that were not understood are asked about, too.
 */
import { entryDraft } from '../kinds/entry.ts'
import { findTimeProblems } from '../kinds/entry-time.ts'
import { type EntryKind, kindsByName } from '../kinds/kinds.ts'
import { readActivity } from './activity.ts'
import { readCheckIn } from './check-ins.ts'
import { readCramp } from './cramp.ts'
import { readDay } from './day.ts'
import { findKind } from './find-kind.ts'
import { readFluid } from './fluid.ts'
import { readFood } from './food.ts'
import { readFootwear } from './footwear.ts'
import { Line } from './line.ts'
import { findPieces } from './line-segments.ts'
import { readMedication } from './medication.ts'
import { readPieces } from './multiple-entries.ts'
import { deniesAll, deniesSubject, hasNegation } from './negations.ts'
import { readNight } from './night.ts'
import { askToType } from './questions.ts'
import type { Built, Question, QuickAddContext, Reading } from './reading.ts'
import { readStretch } from './stretch.ts'
import { hasSymptom } from './symptoms.ts'
import { askLeftovers } from './unread-words.ts'

/** Longer than any entry; a text that was pasted by mistake is not searched. */
const LONGEST_LINE = 300

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

const EXAMPLES = '“500 ml water 14:00”, “ran 40 min” or “cramp left calf 3am 7/10”'
const DENIAL = 'This seems to say that something did not happen. On Today, each kind can be marked as none.'

/** What a typed line means. */
export function readQuickAdd(text: string, context: QuickAddContext): Reading {
  if (text.trim() === '') return notUnderstood(`Write what happened, such as ${EXAMPLES}.`)
  if (text.length > LONGEST_LINE)
    return notUnderstood(`This is longer than ${LONGEST_LINE} characters. Write one entry at a time.`)
  const checkIn = hasNegation(text) ? readCheckIn(text, context) : null
  if (checkIn !== null) return checkIn
  const line = new Line(text)
  const pieces = findPieces(line, context)
  const several =
    pieces.length > 1
      ? readPieces(text, line.text.length, pieces, piece => readOne(new Line(piece), context))
      : null
  return several ?? readOne(line, context)
}

/** What a line means that tells of one thing. */
function readOne(line: Line, context: QuickAddContext): Reading {
  const found = findKind(line, context)
  if (found === null) return notUnderstood(hintFor(line))
  const { kind, span, isName, isWeak } = found
  line.keepKind({ start: span.start, end: span.end, name: kindsByName[kind].typed[0], isName, isWeak })
  if (isName) line.cover(span, 'kind')
  const built = readers[kind](line, context)
  if (deniesAll(line)) return notUnderstood(DENIAL)
  const leftovers = askLeftovers(line)
  // Another answer would put new words behind the "no", and turn the line into one that denies everything.
  const others = leftovers !== null && deniesSubject(line) ? [] : built.questions
  const questions: Question[] = [...others, ...(leftovers ? [leftovers] : [])]
  const partial = { kind, understood: line.parts }
  if (questions.length > 0) return { kind: 'asks', questions, partial }
  return check(built, partial, context)
}

/** What to write instead of a line that is about nothing the journal keeps. */
function hintFor(line: Line): string {
  if (hasNegation(line.text)) return DENIAL
  if (hasSymptom(line))
    return 'A sign is written down with the cramp it went with. On its own, “Check my symptoms” in the guide tells you what to do.'
  return `Say what it was: a drink, a shoe, an activity, a cramp. For example ${EXAMPLES}.`
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
      changes: built.changes,
      assumptions: built.assumptions,
      understood: partial.understood,
    }
  return {
    kind: 'asks',
    questions: [askToType('limits', problem?.message ?? 'This cannot be stored as it is.')],
    partial,
  }
}

const notUnderstood = (hint: string): Reading => ({ kind: 'not-understood', hint })
