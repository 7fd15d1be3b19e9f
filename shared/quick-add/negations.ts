/**
 * Negations. "No cramp last night" is a check-in, not an entry. "Cramp left calf 3am, no swelling" is an entry, and asks
 * about the last two words: entries hold what happened, and dropping the "no" would reverse the meaning.
 */
import { isFiller, type Line, NEGATION } from './line.ts'
import type { Part, PartRole, Span } from './reading.ts'

/** Roles of words that name the line's subject; denying it means that there is no entry. */
const subjects: ReadonlySet<PartRole> = new Set(['kind', 'activity', 'drink', 'amount', 'shoe', 'medicine'])

export const hasNegation = (text: string) => NEGATION.test(text) || /cramp[\s-]+free/i.test(text)

/** True if the line denies its subject, the first such word. */
export function deniesAll(line: Line): boolean {
  const subject = line.parts.find(({ role }) => subjects.has(role))
  // "No calf cramps" denies the cramps.
  const isDenied = listNegations(line).some(
    ({ denied }) =>
      denied !== null &&
      subject !== undefined &&
      (denied.start === subject.start ||
        (denied.role === 'place' &&
          denied.end <= subject.start &&
          line.text.slice(denied.end, subject.start).trim() === '')),
  )
  return isDenied || /cramp[\s-]+free/i.test(line.text)
}

/** True if a later word of the subject is denied, such as the amount of "3x no a glass of wine". */
export const deniesSubject = (line: Line): boolean =>
  listNegations(line).some(({ denied }) => denied !== null && subjects.has(denied.role))

/** Spans of each negation and what it denies. */
export function listDenials(line: Line): Span[] {
  return listNegations(line).flatMap(({ start, denied }) =>
    denied ? [{ start, end: extendOverOr(denied.end, line) }] : [],
  )
}

interface Negation extends Span {
  /** Part that it denies; null if that was not understood either. */
  readonly denied: Part | null
}

function listNegations(line: Line): Negation[] {
  const { parts } = line
  const found: Negation[] = []
  for (const { 0: text, index } of line.open.matchAll(new RegExp(NEGATION, 'giu'))) {
    const end = index + text.length
    const next = parts.find(part => part.start >= end)
    const between = next ? line.text.slice(end, next.start).trim() : 'nothing'
    const isNext = between.split(/\s+/).every(word => word === '' || isFiller(word))
    found.push({ start: index, end, denied: next && isNext ? next : null })
  }
  return found
}

/** End of a list of denied symptoms. "No fever or chest pain" denies both; "no fever, chest pain" may, and is asked about as one. */
function extendOverOr(end: number, line: Line): number {
  const joint = /^(?:\s*,)?\s*(?:(?:or|nor|and)\s+)?/i.exec(line.text.slice(end))?.[0] ?? ''
  const next = line.parts.find(part => part.role === 'symptom' && part.start === end + joint.length)
  return joint.trim() !== '' && next ? extendOverOr(next.end, line) : end
}
