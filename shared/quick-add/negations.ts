/**
 * "No cramp last night" is no entry: the check-in of the day says so. "Cramp left calf 3am, no swelling" is one, and only
 * asks about its last two words: an entry holds what did happen, and leaving out a "no" would turn it round.
 */
import { isFiller, type Line, NEGATION } from './line.ts'
import type { Part, PartRole, Span } from './reading.ts'

/** What a line is about: to deny it is to say that there is no entry. */
const subjects: ReadonlySet<PartRole> = new Set(['kind', 'activity', 'drink', 'amount', 'shoe', 'medicine'])

export const hasNegation = (text: string) => NEGATION.test(text) || /cramp[\s-]+free/i.test(text)

/** Whether the line denies what it is about, which is the first that it tells of. */
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

/** Whether a later word of the line's subject is denied, such as the amount of "3x no a glass of wine". */
export const deniesSubject = (line: Line): boolean =>
  listNegations(line).some(({ denied }) => denied !== null && subjects.has(denied.role))

/** Each stretch of a line that denies something beside it, to its end. */
export function listDenials(line: Line): Span[] {
  return listNegations(line).flatMap(({ start, denied }) =>
    denied ? [{ start, end: extendOverOr(denied.end, line) }] : [],
  )
}

interface Negation extends Span {
  /** What was read of what it denies; null when that was not understood either. */
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

/** "No fever or chest pain" denies both. So may "no fever, chest pain": it is asked about as a whole. */
function extendOverOr(end: number, line: Line): number {
  const joint = /^(?:\s*,)?\s*(?:(?:or|nor|and)\s+)?/i.exec(line.text.slice(end))?.[0] ?? ''
  const next = line.parts.find(part => part.role === 'symptom' && part.start === end + joint.length)
  return joint.trim() !== '' && next ? extendOverOr(next.end, line) : end
}
