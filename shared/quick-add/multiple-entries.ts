/** Reader of a line with several entries: all are stored together, or all their open questions are asked at once. */
import type { EntryKind } from '../kinds/entry.ts'
import { Line } from './line.ts'
import { isConsumed } from './line-segments.ts'
import type {
  AnswerOption,
  AskingReading,
  Assumption,
  EntryReading,
  Part,
  Question,
  Reading,
  Span,
} from './reading.ts'

/** `about` of questions about the time, asked once if several segments share it. */
const timeQuestions: ReadonlySet<string> = new Set([
  'time',
  'date',
  'clock',
  'night',
  'ahead',
  'future',
  'clock change',
])

type SegmentReading = EntryReading | AskingReading

interface Segment extends Span {
  readonly text: string
  readonly reading: SegmentReading
  readonly kind: EntryKind
  /** Words for the time, as typed in the segment; '' if there are none. */
  readonly when: string
  /** True if they precede all other words of the segment. */
  readonly isWhenFirst: boolean
}

/**
 * @param text the whole line
 * @param noteStart index at which its note begins
 * @param read reader of a single segment
 */
export function readSegments(
  text: string,
  noteStart: number,
  spans: readonly Span[],
  read: (segment: string) => Reading,
): Reading | null {
  const note = text.slice(noteStart)
  const readings = spans.map((span, index): Segment | null => {
    const words = text.slice(span.start, span.end)
    const reading = read(index === spans.length - 1 ? words + note : words)
    if (reading.kind === 'not-understood' || reading.kind === 'check-in' || reading.kind === 'entries')
      return null
    // Taking a shoe off changes a stored entry, so it needs a line of its own.
    if (reading.kind === 'entry' && reading.changes !== null) return null
    return {
      ...span,
      text: words,
      reading,
      kind: kindOf(reading),
      ...findWhen(reading.kind === 'entry' ? reading.understood : reading.partial.understood),
    }
  })
  const segments = readings.filter(segment => segment !== null)
  if (segments.length < spans.length) return null
  if (
    segments.filter(({ kind, when }) => when === '' && !isConsumed(kind) && kind !== 'medication').length > 1
  )
    return null
  const last = segments.length - 1
  const put = (index: number, answered: string) => {
    const { start = 0, end = 0, text: typed = '' } = segments[index] ?? {}
    const { text: words, note } = new Line(answered)
    // The last segment is read with the note of the line; a note added to another one is prefixed with that segment.
    const added = index === last || note === '' ? note : `${typed.trim()}: ${note}`
    const notes = [added, index === last ? '' : new Line(text).note].filter(one => one !== '')
    const tail = notes.length === 0 ? '' : ` note: ${notes.join('; ')}`
    return text.slice(0, start) + words.trim() + text.slice(end, noteStart) + tail
  }
  const timed = segments.findIndex(({ when }) => when !== '')
  const shared = findShared(segments)
  const outcomes = segments.map((segment, index) => {
    if (timed < 0 || segment.when !== '' || segment.kind === 'day')
      return outcomeOf(segment.reading, segment, line => put(index, line))
    if (shared !== null && isConsumed(segment.kind)) {
      const owner = segments[shared]
      const when = owner?.when ?? ''
      const inherited = read(`${segment.text.trim()} ${when}`)
      if (inherited.kind === 'entry' || inherited.kind === 'asks')
        return outcomeOf(
          inherited,
          segment,
          (line, about) => put(index, timeQuestions.has(about) ? line : withoutWhen(line, when)),
          owner?.reading,
        )
    }
    const settled = segments.find(({ when, reading }) => when !== '' && !asksTime(reading))
    const extra = settled ? askWhen(segment, settled.when, words => put(index, words)) : null
    return outcomeOf(segment.reading, segment, line => put(index, line), null, extra)
  })
  return join(outcomes)
}

interface Outcome {
  readonly entry: EntryReading | null
  readonly questions: readonly Question[]
  readonly understood: readonly Part[]
  readonly kind: EntryKind
}

/** Reading of a segment, with its answers put into the whole line. */
function outcomeOf(
  reading: SegmentReading,
  segment: Segment,
  put: (line: string, about: string) => string,
  owner: SegmentReading | null = null,
  extra: Question | null = null,
): Outcome {
  const { kind, start, text } = segment
  const asked = owner?.kind === 'asks' ? owner.questions.map(({ about }) => about) : []
  const place = <Asked extends Question>(question: Asked): Asked => ({
    ...question,
    about: `${question.about} @${start}`,
    text: `${text.trim()}: ${question.text}`,
    options: question.options.map(
      ({ label, line }): AnswerOption => ({ label, line: put(line, question.about) }),
    ),
  })
  const understood = (reading.kind === 'entry' ? reading.understood : reading.partial.understood)
    .filter(part => part.end <= text.length)
    .map(part => ({ ...part, start: part.start + start, end: part.end + start }))
  if (reading.kind === 'asks' || extra) {
    const open = reading.kind === 'asks' ? reading.questions : []
    const own = open.filter(
      ({ about }) =>
        !(timeQuestions.has(about) && asked.includes(about)) && `${about} @${start}` !== extra?.about,
    )
    return { entry: null, questions: [...own.map(place), ...(extra ? [extra] : [])], understood, kind }
  }
  const assumptions = reading.assumptions.map(assumption => place<Assumption>(assumption))
  return { entry: { ...reading, assumptions, understood }, questions: [], understood, kind }
}

function join(outcomes: readonly Outcome[]): Reading {
  const [first] = outcomes
  const understood = outcomes.flatMap(outcome => outcome.understood)
  const entries = outcomes.flatMap(({ entry }) => (entry === null ? [] : [entry]))
  if (entries.length === outcomes.length || first === undefined)
    return { kind: 'entries', entries, understood }
  const questions = outcomes.flatMap(outcome => outcome.questions)
  return { kind: 'asks', questions, partial: { kind: first.kind, understood } }
}

/** Index of the segment whose time applies to all: the last one, or the first if its time precedes everything. */
function findShared(segments: readonly Segment[]): number | null {
  const timed = segments.flatMap(({ when }, index) => (when === '' ? [] : [index]))
  const [only, other] = timed
  if (only === undefined || other !== undefined) return null
  const owner = segments[only]
  const isShared = only === segments.length - 1 || (only === 0 && owner?.isWhenFirst === true)
  return isShared && owner !== undefined && isConsumed(owner.kind) ? only : null
}

/**
 * Question for a segment without a time next to one with a time. `when` must be unambiguous: a copy of ambiguous words
 * would raise the same question again, and answering it with "leave it out" would lead back here in a loop.
 */
function askWhen({ start, text }: Segment, when: string, put: (words: string) => string): Question {
  return {
    about: `time @${start}`,
    text: `${text.trim()}: when was it?`,
    options: [
      { label: 'Now', line: put(`${text.trim()} now`) },
      { label: `Also ${when}`, line: put(`${text.trim()} ${when}`) },
    ],
  }
}

function findWhen(parts: readonly Part[]): { readonly when: string; readonly isWhenFirst: boolean } {
  const times = parts.filter(({ role }) => role === 'time')
  const others = parts.filter(({ role }) => role !== 'time' && role !== 'note')
  const end = Math.max(...times.map(part => part.end))
  return {
    when: times.map(({ text }) => text.trim()).join(' '),
    isWhenFirst: others.every(({ start }) => start >= end),
  }
}

const asksTime = (reading: SegmentReading): boolean =>
  reading.kind === 'asks' && reading.questions.some(({ about }) => timeQuestions.has(about))

const kindOf = (reading: SegmentReading): EntryKind => {
  if (reading.kind === 'entry') return reading.draft.kind
  const { kind } = reading.partial
  return kind
}

/** Line without the time words that belong to another segment. */
function withoutWhen(line: string, when: string): string {
  const at = line.lastIndexOf(` ${when}`)
  return at < 0 ? line : line.slice(0, at) + line.slice(at + when.length + 1)
}
