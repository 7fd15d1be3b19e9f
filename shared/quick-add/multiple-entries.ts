/** Reader of a line with several entries: they are stored together, or the open questions of each are asked at once. */
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

/** Questions that the words for a time raise: asked once where several things share them. */
const timeQuestions: ReadonlySet<string> = new Set([
  'time',
  'date',
  'clock',
  'night',
  'ahead',
  'future',
  'clock change',
])

type PieceReading = EntryReading | AskingReading

interface Piece extends Span {
  readonly text: string
  readonly reading: PieceReading
  readonly kind: EntryKind
  /** The words that say when, as they stand in the piece; '' where none do. */
  readonly when: string
  /** Whether they stand before all that is told. */
  readonly isWhenFirst: boolean
}

/**
 * @param text the whole line
 * @param noteStart where its note begins
 * @param read what one thing is read as
 */
export function readPieces(
  text: string,
  noteStart: number,
  spans: readonly Span[],
  read: (piece: string) => Reading,
): Reading | null {
  const note = text.slice(noteStart)
  const readings = spans.map((span, index): Piece | null => {
    const words = text.slice(span.start, span.end)
    const reading = read(index === spans.length - 1 ? words + note : words)
    if (reading.kind === 'not-understood' || reading.kind === 'check-in' || reading.kind === 'entries')
      return null
    // Taking a shoe off changes an entry, and is told by itself.
    if (reading.kind === 'entry' && reading.changes !== null) return null
    return {
      ...span,
      text: words,
      reading,
      kind: kindOf(reading),
      ...findWhen(reading.kind === 'entry' ? reading.understood : reading.partial.understood),
    }
  })
  const pieces = readings.filter(piece => piece !== null)
  if (pieces.length < spans.length) return null
  if (pieces.filter(({ kind, when }) => when === '' && !isConsumed(kind) && kind !== 'medication').length > 1)
    return null
  const last = pieces.length - 1
  const put = (index: number, answered: string) => {
    const { start = 0, end = 0, text: typed = '' } = pieces[index] ?? {}
    const { text: words, note } = new Line(answered)
    // The last thing is read with the note of the line; that of any other says what it belongs to.
    const added = index === last || note === '' ? note : `${typed.trim()}: ${note}`
    const notes = [added, index === last ? '' : new Line(text).note].filter(one => one !== '')
    const tail = notes.length === 0 ? '' : ` note: ${notes.join('; ')}`
    return text.slice(0, start) + words.trim() + text.slice(end, noteStart) + tail
  }
  const timed = pieces.findIndex(({ when }) => when !== '')
  const shared = findShared(pieces)
  const outcomes = pieces.map((piece, index) => {
    if (timed < 0 || piece.when !== '' || piece.kind === 'day')
      return outcomeOf(piece.reading, piece, line => put(index, line))
    if (shared !== null && isConsumed(piece.kind)) {
      const owner = pieces[shared]
      const when = owner?.when ?? ''
      const inherited = read(`${piece.text.trim()} ${when}`)
      if (inherited.kind === 'entry' || inherited.kind === 'asks')
        return outcomeOf(
          inherited,
          piece,
          (line, about) => put(index, timeQuestions.has(about) ? line : withoutWhen(line, when)),
          owner?.reading,
        )
    }
    const settled = pieces.find(({ when, reading }) => when !== '' && !asksTime(reading))
    const extra = settled ? askWhen(piece, settled.when, words => put(index, words)) : null
    return outcomeOf(piece.reading, piece, line => put(index, line), null, extra)
  })
  return join(outcomes)
}

interface Outcome {
  readonly entry: EntryReading | null
  readonly questions: readonly Question[]
  readonly understood: readonly Part[]
  readonly kind: EntryKind
}

/** A piece's reading with its answers put into the whole line. */
function outcomeOf(
  reading: PieceReading,
  piece: Piece,
  put: (line: string, about: string) => string,
  owner: PieceReading | null = null,
  extra: Question | null = null,
): Outcome {
  const { kind, start, text } = piece
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

/** The piece whose time is that of all: the last one's, or what stands before everything. */
function findShared(pieces: readonly Piece[]): number | null {
  const timed = pieces.flatMap(({ when }, index) => (when === '' ? [] : [index]))
  const [only, other] = timed
  if (only === undefined || other !== undefined) return null
  const owner = pieces[only]
  const isShared = only === pieces.length - 1 || (only === 0 && owner?.isWhenFirst === true)
  return isShared && owner !== undefined && isConsumed(owner.kind) ? only : null
}

/**
 * Question for a piece without a time beside a piece with one. `when` must be a settled time: a copy of doubtful words
 * would ask the same doubt again, and answering it with "leave it out" would lead back here without end.
 */
function askWhen({ start, text }: Piece, when: string, put: (words: string) => string): Question {
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

const asksTime = (reading: PieceReading): boolean =>
  reading.kind === 'asks' && reading.questions.some(({ about }) => timeQuestions.has(about))

const kindOf = (reading: PieceReading): EntryKind => {
  if (reading.kind === 'entry') return reading.draft.kind
  const { kind } = reading.partial
  return kind
}

/** The words for the time belong to another piece. */
function withoutWhen(line: string, when: string): string {
  const at = line.lastIndexOf(` ${when}`)
  return at < 0 ? line : line.slice(0, at) + line.slice(at + when.length + 1)
}
