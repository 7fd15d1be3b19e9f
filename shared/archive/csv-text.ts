/** Text of a cell as spreadsheets and people write it, brought into one form before it is read. */

/** Refusal of one cell; the message says what to enter. */
export class CellProblem extends Error {}

/** No date, time or number is longer, in characters; a longer cell is cut with an ellipsis, so that it reads as nothing. */
const LONGEST_VALUE = 60

/** Zero of each set of decimal digits that a spreadsheet may write: Arabic, Persian, Devanagari, Bengali, Thai, full-width. */
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/**
 * Canonical form of a date, time, number or word: ASCII digits, plain spaces and hyphens, no marks of writing direction,
 * nothing around it. Free text is never passed through here.
 */
export function normaliseCell(text: string): string {
  // Nearly every cell is in this form already.
  if (/^[!-~]{1,60}$/.test(text)) return text
  const trimmed = text.trim()
  return (trimmed.length > LONGEST_VALUE ? `${trimmed.slice(0, LONGEST_VALUE)}…` : trimmed)
    .replace(/[\u200E\u200F\u061C\u200B\uFEFF]/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(
      /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59\uFF10-\uFF19]/g,
      toAsciiDigit,
    )
    .trim()
}

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  return String(code - (DIGIT_ZEROS.findLast(zero => zero <= code) ?? code))
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'

/**
 * Free text that a spreadsheet replaces with a number, a date, a time or a truth value when it opens the table: `007`,
 * `1-2`, `1/2`, `5%`, `1E5`, `May 5`, `true`.
 */
const CONVERTED = new RegExp(
  [
    '\\s*[(\\p{Sc}]?\\s*[.,]?\\d[\\d\\s.,:/%()-]*(?:e[+-]?\\d+)?\\s*(?:[ap]\\.?\\s?m?\\.?|\\p{Sc})?\\s*',
    `\\s*${MONTH}[\\s.,/-]*\\d{1,4}(?:[\\s.,/-]+\\d{1,4})?\\s*`,
    `\\s*\\d{1,4}[\\s.,/-]*${MONTH}(?:[\\s.,/-]*\\d{1,4})?\\s*`,
    '\\s*(?:true|false)\\s*',
  ]
    .map(form => `^'*(?:${form})$`)
    .join('|'),
  'iu',
)
/** Longer texts are left alone by every spreadsheet. */
const LONGEST_CONVERTED = 40

const isConverted = (text: string) => text.length <= LONGEST_CONVERTED && CONVERTED.test(text)

/** An apostrophe keeps a spreadsheet from converting the text; one more where it already has some, so one can be taken off. */
export const guardText = (text: string): string => (isConverted(text) ? `'${text}` : text)

/** Text as it was before `guardText`. */
export const unguardText = (text: string): string =>
  text.startsWith("'") && isConverted(text) ? text.slice(1) : text
