/**
 * Reads a typed line as one or several entries. Pure: the result depends on the line and the context alone, not on the
 * computer's clock and zone. Ambiguities are asked about, never guessed, and no word is dropped: unread ones are asked
 * about too.
 */
import { entryDraft } from '../kinds/entry.ts'
import { findTimeProblems } from '../kinds/entry-time.ts'
import { type EntryKind, kindsByName } from '../kinds/kinds.ts'
import { readActivity } from './activity.ts'
import { readCheckIn } from './check-ins.ts'
import { readCramp } from './cramp.ts'
import { readDay } from './day.ts'
import { readDose } from './dose.ts'
import { findKind } from './find-kind.ts'
import { readFluid } from './fluid.ts'
import { readFood } from './food.ts'
import { readFootwear } from './footwear.ts'
import { Line } from './line.ts'
import { findSegments } from './line-segments.ts'
import { readMedication } from './medication.ts'
import { readSegments } from './multiple-entries.ts'
import { deniesAll, deniesSubject, hasNegation } from './negations.ts'
import { readNight } from './night.ts'
import { readOwnFactor } from './own-factor.ts'
import { askToType } from './questions.ts'
import type { Question, QuickAddContext, ReaderResult, Reading } from './reading.ts'
import { readStretch } from './stretch.ts'
import { hasSymptom } from './symptoms.ts'
import { askLeftovers } from './unread-words.ts'

/** Maximum length of a line, in characters; longer text was probably pasted by mistake. */
const LONGEST_LINE = 300

const readers: Record<EntryKind, (line: Line, context: QuickAddContext) => ReaderResult> = {
  cramp: readCramp,
  fluid: readFluid,
  footwear: readFootwear,
  activity: readActivity,
  stretch: readStretch,
  food: readFood,
  day: readDay,
  night: readNight,
  medication: readMedication,
  dose: readDose,
  'own-factor': readOwnFactor,
}

const EXAMPLES = '“500 ml water 14:00”, “ran 40 min” or “cramp left calf 3am 7/10”'
const DENIAL = 'This seems to say that something did not happen. On Today, each kind can be marked as none.'

/** Reading of a typed line. */
export function readQuickAdd(text: string, context: QuickAddContext): Reading {
  if (text.trim() === '') return notUnderstood(`Write what happened, such as ${EXAMPLES}.`)
  if (text.length > LONGEST_LINE)
    return notUnderstood(`This is longer than ${LONGEST_LINE} characters. Write one entry at a time.`)
  const checkIn = hasNegation(text) ? readCheckIn(text, context) : null
  if (checkIn !== null) return checkIn
  const line = new Line(text)
  const segments = findSegments(line, context)
  const several =
    segments.length > 1
      ? readSegments(text, line.text.length, segments, segment => readOne(new Line(segment), context))
      : null
  return several ?? readOne(line, context)
}

/** Reading of a line with a single entry. */
function readOne(line: Line, context: QuickAddContext): Reading {
  const found = findKind(line, context)
  if (found === null) return notUnderstood(hintFor(line))
  const { kind, span, isName, isWeak } = found
  line.setKindWord({ start: span.start, end: span.end, name: kindsByName[kind].typed[0], isName, isWeak })
  if (isName) line.cover(span, 'kind')
  const built = readers[kind](line, context)
  if (deniesAll(line)) return notUnderstood(DENIAL)
  const leftovers = askLeftovers(line)
  // Another answer would put words behind the "no", and turn the line into one that denies everything.
  const others = leftovers !== null && deniesSubject(line) ? [] : built.questions
  const questions: Question[] = [...others, ...(leftovers ? [leftovers] : [])]
  const partial = { kind, understood: line.parts }
  if (questions.length > 0) return { kind: 'asks', questions, partial }
  return check(built, partial, context)
}

/** Hint for a line that names no kind. */
function hintFor(line: Line): string {
  if (hasNegation(line.text)) return DENIAL
  if (hasSymptom(line))
    return 'A sign is written down with the cramp it went with. On its own, “Check my symptoms” in the guide tells you what to do.'
  return `Say what it was: a drink, a shoe, an activity, a cramp. For example ${EXAMPLES}.`
}

/** Validates the draft, so that a reading never holds one that the store would refuse. */
function check(
  built: ReaderResult,
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
