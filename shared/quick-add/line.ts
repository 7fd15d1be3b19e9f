/**
 * A line while it is being read. Words that were understood are covered, so that nothing is read twice: the 10 of "7/10"
 * can never become a time. Words still uncovered at the end were not understood, and are asked about.
 */
import type { Part, PartRole, QuickAddContext, Span } from './reading.ts'

/** Stands for what has been read. A private-use character: no letter, no digit, and in nobody's text. */
const COVER = '\uE000'

/** Where the person's own words begin, which are kept and not read. */
const NOTE = /(?:^|\s)(?:\/\/|note:)\s*(.*)$/is

/** Words that carry nothing once the others have been understood. */
const fillers = new Set(
  (
    'a an the of at on in my i ive had have drank drink drinking drunk from since to and was were got did any ' +
    'about around it its took take ate eat by is am been some went up then started began ended finished until till ' +
    'lasted lasting'
  ).split(' '),
)

/** These carry nothing alone either, but belong to what follows them: "with lemon", "for my knee". */
const leaders = new Set(['for', 'with', 'while', 'because', 'against'])

const plain = (word: string) => word.toLowerCase().replace(/['’]/g, '')

export const isFiller = (word: string) => fillers.has(plain(word)) || leaders.has(plain(word))

/** Words that deny what follows them. */
export const NEGATION = words(
  "(?:no\\s+longer|no|not|never|none|nothing|without|(?:did|was|had|have|do|is)n['’]?t)",
)

const PUNCTUATION = /[\s\p{Cf}.,;:!?()"'’‘“”–—&~+-]/u

/** A pattern for whole words: `words('cups?')` finds neither "cupboard" nor "teacup". Case does not matter. */
export function words(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'iu')
}

export interface Taken extends Span {
  readonly text: string
  readonly groups: Readonly<Record<string, string | undefined>>
}

interface KindWord extends Span {
  /** What the kind is called at the beginning of a line. */
  readonly name: string
  /** Whether the word is that name. */
  readonly isName: boolean
  /** Whether it says so only as long as nothing else does: then every answer names the kind. */
  readonly isWeak: boolean
}

/** First digit of each script's ten, of those that people have on their keyboards. */
const ZEROS = '\u0660\u06F0\u0966\u09E6\u0E50\uFF10'

/**
 * The text with one set of digits, of spaces and of signs, character for character: fullwidth forms, the digits of other
 * scripts, the spaces that hold together. Such a space between digits groups them, as an apostrophe does.
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
  /** The line without the note, with one set of digits and spaces. */
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

  /** The text with what has been read covered. */
  get open(): string {
    return this.#open
  }

  /** What has been understood, in the order of the line. */
  get parts(): Part[] {
    return this.#parts.toSorted((a, b) => a.start - b.start)
  }

  /** Where the pattern matches what is still open; nothing is covered. */
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

  /** Every match in what is still open, found as they are asked for. */
  *findAll(pattern: RegExp): Generator<Taken> {
    for (const match of this.#open.matchAll(new RegExp(pattern.source, 'giu'))) {
      const { 0: text, index, groups = {} } = match
      if (text !== '') yield { text, start: index, end: index + text.length, groups }
    }
  }

  /** Reads the first match of the pattern and covers it. */
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

  /** Tells which word says what the line is about: taken out of it, that word leaves the name of its kind. */
  keepKind(word: KindWord): void {
    this.#kindWord = word
  }

  /** What nobody has read, without the words that carry nothing. */
  listLeftovers(): Taken[] {
    const leftovers: Taken[] = []
    for (const stretch of this.#open.matchAll(/[^\uE000]+/gu)) {
      const tokens = [...stretch[0].matchAll(/\S+/gu)]
        .map(token => trimToken(token[0], stretch.index + token.index))
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

  /** The whole line with other words in the place of a span. */
  replace({ start, end }: Span, text: string): string {
    return this.#withKind(this.#replaceIn(this.text, { start, end, text })) + this.#noteTail
  }

  /** The whole line with other words in the place of several spans; without words, the span is gone. */
  replaceAll(changes: readonly (Span & { readonly text: string })[]): string {
    const replaced = changes
      .toSorted((a, b) => b.start - a.start)
      .reduce((text, change) => this.#replaceIn(text, change), this.text)
    return this.#withKind(replaced.replace(/\s+/g, ' ').trim()) + this.#noteTail
  }

  #replaceIn(line: string, { start, end, text }: Span & { readonly text: string }): string {
    const before = line.slice(0, start)
    const after = line.slice(end)
    // Whole words stay whole words, even where nothing stood between them.
    const gapBefore = /[\p{L}\p{N}]$/u.test(before) ? ' ' : ''
    const gapAfter = /^[\p{L}\p{N}]/u.test(after) ? ' ' : ''
    return before + gapBefore + text + gapAfter + after
  }

  /** The whole line with more words at its end, and with more in its note. */
  append(text: string, note = ''): string {
    // A dash that was left at the end would make the answer the end of something.
    const kept = this.text.replace(/[\s,;:–—-]+$/u, '')
    // Nor must an answer be denied by a "no" that was left there, or be read as where a symptom was.
    const isApart =
      endsInNegation(kept) || this.#parts.some(({ role, end }) => role === 'symptom' && end === kept.length)
    const tail = note === '' ? this.#noteTail : ` note: ${joinNotes(note, this.note)}`
    return `${this.#withKind(kept)}${isApart ? ',' : ''} ${text}${tail}`
  }

  /** The whole line with more words at its beginning, in the place of the name of its kind. */
  prepend(text: string): string {
    const rest = this.#kindWord?.isName ? this.text.slice(this.#kindWord.end) : this.text
    return `${text} ${rest.replace(/^[\s:]+|^\s*(?:took|take|taking)\s+/i, '')}${this.#noteTail}`
  }

  /** The whole line without some spans. */
  remove(spans: readonly Span[]): string {
    return this.#withoutSpans(spans) + this.#noteTail
  }

  /** The whole line with some spans moved into the note, where they are kept but not read; `words` are kept instead. */
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

  /** With the name of the kind before it, where the words that stay might not say it. */
  #withKind(line: string, isKindGone = false): string {
    const kind = this.#kindWord
    if (kind === null || !(kind.isWeak || isKindGone)) return line
    const typed = kind.isName ? this.text.slice(0, kind.end) : ''
    const rest = line.startsWith(typed) ? line.slice(typed.length) : line
    return `${kind.name}: ${rest.trim()}`.trim()
  }
}

const joinNotes = (...notes: readonly string[]) => notes.filter(text => text !== '').join('; ')

/** How many words before this one belong to it: "in the sun". */
function countPlaceWords(tokens: readonly { readonly text: string }[], index: number): number {
  const [preposition, article] = [tokens[index - 2], tokens[index - 1]].map(token => plain(token?.text ?? ''))
  return /^(?:in|on|at|to|from)$/.test(preposition ?? '') && /^(?:the|my|a|an)$/.test(article ?? '') ? 2 : 0
}

/** A line with what has to be known beside it: whatever is asked is asked of the two. */
export interface Asking {
  readonly line: Line
  readonly context: QuickAddContext
}

const ENDS_IN_NEGATION = new RegExp(
  `${NEGATION.source}(?:\\s+(?:${[...fillers, ...leaders].join('|')}))*\\s*$`,
  'iu',
)

/** Whether a "no" at the end would deny whatever is put behind it. */
export const endsInNegation = (text: string) => ENDS_IN_NEGATION.test(text)

function trimToken(token: string, at: number): { text: string; start: number; end: number } {
  let from = 0
  let to = token.length
  while (from < to && PUNCTUATION.test(token.charAt(from))) from++
  while (to > from && PUNCTUATION.test(token.charAt(to - 1))) to--
  return { text: token.slice(from, to), start: at + from, end: at + to }
}
