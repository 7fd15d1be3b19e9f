/**
 * Line while it is being read. Words that were understood are covered, so that nothing is read twice: the 10 of "7/10"
 * can never become a time. Words still uncovered at the end are asked about.
 */
import { wholeWords } from '../locale/whole-words.ts'
import type { Part, PartRole, QuickAddContext, Span } from './reading.ts'

/** Short name of `wholeWords` for the tables of patterns. */
export const words = wholeWords

/** Covering character. From the private-use area: neither letter nor digit, and not typed. */
const COVER = '\uE000'

/** Beginning of the note, which is kept and not read. */
const NOTE = /(?:^|\s)(?:\/\/|note:)\s*(.*)$/is

/** Filler words: meaningless once the others have been understood. */
const fillers = new Set(
  (
    'a an the of at on in my i ive had have drank drink drinking drunk from since to and was were got did any ' +
    'about around it its took take ate eat by is am been some went up then started began ended finished until till ' +
    'lasted lasting'
  ).split(' '),
)

/** Prepositions that are fillers alone but belong to what follows them: "with lemon", "for my knee". */
const leaders = new Set(['for', 'with', 'while', 'because', 'against'])

const plain = (word: string) => word.toLowerCase().replace(/['’]/g, '')

export const isFiller = (word: string) => fillers.has(plain(word)) || leaders.has(plain(word))

/** Words that deny what follows them. */
export const NEGATION = words(
  "(?:no\\s+longer|no|not|never|none|nothing|without|(?:did|was|had|have|do|is)n['’]?t)",
)

const PUNCTUATION = /[\s\p{Cf}.,;:!?()"'’‘“”–—&~+-]/u

export interface Taken extends Span {
  readonly text: string
  readonly groups: Readonly<Record<string, string | undefined>>
}

interface KindWord extends Span {
  /** Name of the kind, as it is typed at the beginning of a line. */
  readonly name: string
  /** True if the word is that name. */
  readonly isName: boolean
  /** True if any other kind's word would take precedence, so that every answer has to name the kind. */
  readonly isWeak: boolean
}

/** Zero digit of each script (Arabic, Persian, Devanagari, Bengali, Thai, fullwidth) whose ten digits are mapped to ASCII. */
const ZEROS = '\u0660\u06F0\u0966\u09E6\u0E50\uFF10'

/**
 * Text with one set of digits, spaces and signs, of unchanged length: fullwidth forms, the digits of other scripts,
 * non-breaking spaces. Such a space between digits becomes an apostrophe, since both group digits.
 */
function unify(text: string): string {
  return text
    .replace(/(?<![\d:.,/])([1-9]\d{0,2})[\u00A0\u2007\u2009\u202F](?=\d{3}(?!\d))/gu, "$1'")
    .replace(/[\p{Zs}\uE000]/gu, ' ')
    .replace(/[\uFF01-\uFF5E\u2212]/gu, sign => (sign === '\u2212' ? '-' : sign.normalize('NFKC')))
    .replace(/\p{Nd}/gu, digit => {
      const value = [...ZEROS].map(zero => digit.charCodeAt(0) - zero.charCodeAt(0)).find(isDigit)
      return digit.length > 1 || value === undefined ? digit : String(value)
    })
}
const isDigit = (value: number) => value >= 0 && value <= 9

export class Line {
  /** Line without the note, with one set of digits and spaces. */
  readonly text: string
  readonly note: string
  readonly #noteTail: string
  readonly #parts: Part[] = []
  #kindWord: KindWord | null = null
  #open: string

  constructor(line: string) {
    const note = NOTE.exec(line)
    this.text = unify(note ? line.slice(0, note.index) : line)
    this.note = note?.[1]?.trim() ?? ''
    this.#noteTail = note ? line.slice(note.index) : ''
    this.#open = this.text
    if (this.note !== '')
      this.#parts.push({
        role: 'note',
        text: this.note,
        start: line.lastIndexOf(this.note),
        end: line.length,
      })
  }

  /** Text with the words already read covered. */
  get open(): string {
    return this.#open
  }

  /** Words that were understood, in the order of the line. */
  get parts(): Part[] {
    return this.#parts.toSorted((a, b) => a.start - b.start)
  }

  /** First match in the uncovered text, without covering it. */
  find(pattern: RegExp): Taken | null {
    const match = pattern.exec(this.#open)
    if (match === null || match[0] === '') return null
    return {
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      groups: match.groups ?? {},
    }
  }

  /** Matches in the uncovered text, found lazily. */
  *findAll(pattern: RegExp): Generator<Taken> {
    for (const match of this.#open.matchAll(new RegExp(pattern.source, 'giu'))) {
      const { 0: text, index, groups = {} } = match
      if (text !== '') yield { text, start: index, end: index + text.length, groups }
    }
  }

  /** Finds the first match and covers it. */
  take(pattern: RegExp, role: PartRole): Taken | null {
    const found = this.find(pattern)
    if (found) this.cover(found, role)
    return found
  }

  has(pattern: RegExp): boolean {
    return this.find(pattern) !== null
  }

  cover({ start, end }: Span, role: PartRole): void {
    this.#open = this.#open.slice(0, start) + COVER.repeat(end - start) + this.#open.slice(end)
    this.#parts.push({ role, text: this.text.slice(start, end), start, end })
  }

  /** Sets the word that names the kind. If an answer removes it from the line, the kind's own name replaces it. */
  setKindWord(word: KindWord): void {
    this.#kindWord = word
  }

  /** Uncovered words without fillers. */
  listLeftovers(): Taken[] {
    const leftovers: Taken[] = []
    for (const uncovered of this.#open.matchAll(/[^\uE000]+/gu)) {
      const tokens = [...uncovered[0].matchAll(/\S+/gu)]
        .map(token => trimToken(token[0], uncovered.index + token.index))
        .filter(({ text }) => text !== '')
      const firstTelling = tokens.findIndex(({ text }) => !isFiller(text))
      const last = tokens.findLast(({ text }) => !isFiller(text))
      const leader = tokens.findLastIndex(
        ({ text }, index) => index < firstTelling && leaders.has(plain(text)),
      )
      const first = tokens[leader >= 0 ? leader : firstTelling - countPlaceWords(tokens, firstTelling)]
      if (first && last)
        leftovers.push({
          start: first.start,
          end: last.end,
          text: this.text.slice(first.start, last.end),
          groups: {},
        })
    }
    return leftovers
  }

  /** Line with a span replaced, the note included. */
  replace({ start, end }: Span, text: string): string {
    return this.#withKind(this.#replaceIn(this.text, { start, end, text })) + this.#noteTail
  }

  /** Line with several spans replaced; an empty text removes the span. */
  replaceAll(changes: readonly (Span & { readonly text: string })[]): string {
    const replaced = changes
      .toSorted((a, b) => b.start - a.start)
      .reduce((text, change) => this.#replaceIn(text, change), this.text)
    return this.#withKind(replaced.replace(/\s+/g, ' ').trim()) + this.#noteTail
  }

  #replaceIn(line: string, { start, end, text }: Span & { readonly text: string }): string {
    const before = line.slice(0, start)
    const after = line.slice(end)
    // Keeps words apart, even if there was no space between them.
    const gapBefore = /[\p{L}\p{N}]$/u.test(before) ? ' ' : ''
    const gapAfter = /^[\p{L}\p{N}]/u.test(after) ? ' ' : ''
    return before + gapBefore + text + gapAfter + after
  }

  /** Line with text appended before the note, and more text in the note. */
  append(text: string, note = ''): string {
    // A dash at the end would make the answer the end of an interval.
    const kept = this.text.replace(/[\s,;:–—-]+$/u, '')
    // A "no" at the end would deny the answer, and a symptom there would take it for its place.
    const isApart =
      endsInNegation(kept) || this.#parts.some(({ role, end }) => role === 'symptom' && end === kept.length)
    const tail = note === '' ? this.#noteTail : ` note: ${joinNotes(note, this.note)}`
    return `${this.#withKind(kept)}${isApart ? ',' : ''} ${text}${tail}`
  }

  /** Line with text at its beginning, in place of the kind's own name. */
  prepend(text: string): string {
    const rest = this.#kindWord?.isName ? this.text.slice(this.#kindWord.end) : this.text
    return `${text} ${rest.replace(/^[\s:]+|^\s*(?:took|take|taking)\s+/i, '')}${this.#noteTail}`
  }

  /** Line without the spans. */
  remove(spans: readonly Span[]): string {
    return this.#withoutSpans(spans) + this.#noteTail
  }

  /** Line with the spans moved into the note, where they are kept but not read; `words` replaces their text there. */
  moveToNote(
    spans: readonly Span[],
    words: readonly string[] = spans.map(({ start, end }) => this.text.slice(start, end)),
  ): string {
    const moved = words.join(', ')
    return `${this.#withoutSpans(spans)} note: ${joinNotes(moved, this.note)}`
  }

  #withoutSpans(spans: readonly Span[]): string {
    const kept = [...spans]
      .sort((a, b) => b.start - a.start)
      .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, this.text)
    const kind = this.#kindWord
    const isKindGone = kind !== null && spans.some(({ start, end }) => start < kind.end && kind.start < end)
    return this.#withKind(kept.replace(/\s+/g, ' ').trim(), isKindGone)
  }

  /** Puts the kind's own name in front if the remaining words might not imply it. */
  #withKind(line: string, isKindGone = false): string {
    const kind = this.#kindWord
    if (kind === null || !(kind.isWeak || isKindGone)) return line
    const typed = kind.isName ? this.text.slice(0, kind.end) : ''
    const rest = line.startsWith(typed) ? line.slice(typed.length) : line
    return `${kind.name}: ${rest.trim()}`.trim()
  }
}

/** Joins the notes of an entry: a name that the list lacks, then the person's own note. */
export const joinNotes = (...notes: readonly string[]): string => notes.filter(text => text !== '').join('; ')

/** Number of preposition and article words before this one: "in the sun". */
function countPlaceWords(tokens: readonly { readonly text: string }[], index: number): number {
  const [preposition, article] = [tokens[index - 2], tokens[index - 1]].map(token => plain(token?.text ?? ''))
  return /^(?:in|on|at|to|from)$/.test(preposition ?? '') && /^(?:the|my|a|an)$/.test(article ?? '') ? 2 : 0
}

/** Line and context, passed together to readers and questions. */
export interface Asking {
  readonly line: Line
  readonly context: QuickAddContext
}

const ENDS_IN_NEGATION = new RegExp(
  `${NEGATION.source}(?:\\s+(?:${[...fillers, ...leaders].join('|')}))*\\s*$`,
  'iu',
)

/** True if a "no" at the end would deny the text appended to it. */
export const endsInNegation = (text: string) => ENDS_IN_NEGATION.test(text)

function trimToken(token: string, at: number): { text: string; start: number; end: number } {
  let from = 0
  let to = token.length
  while (from < to && PUNCTUATION.test(token.charAt(from))) from++
  while (to > from && PUNCTUATION.test(token.charAt(to - 1))) to--
  return { text: token.slice(from, to), start: at + from, end: at + to }
}
