/** Question about words that no slot read: keep them as the note or leave them out. */
import type { Line } from './line.ts'
import { listDenials } from './negations.ts'
import type { Question, Span } from './reading.ts'

/** Null if every word was understood. */
export function askLeftovers(line: Line): Question | null {
  const denials = listDenials(line)
  const spans = joinSpans([...line.listLeftovers(), ...denials])
  if (spans.length === 0) return null
  const quoted = spans.map(({ start, end }) => `“${line.text.slice(start, end)}”`).join(' and ')
  return {
    about: 'words',
    text:
      denials.length > 0
        ? `${quoted}: an entry records what did happen. What should be done with these words?`
        : `${quoted}: this was not understood.`,
    options: [
      { label: 'Keep it as the note', line: line.moveToNote(spans) },
      { label: 'Leave it out', line: line.remove(spans) },
    ],
  }
}

/** Spans with touching or overlapping ones merged. */
function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1)
    if (last === undefined || span.start > last.end) joined.push({ start: span.start, end: span.end })
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return joined
}
