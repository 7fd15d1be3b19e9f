/** Text normalisation of cells, before they are parsed. */

/** Validation error of one cell; the message says what to enter. */
export class CellProblem extends Error {}

/** Maximum length of a date, time or number, in characters. Longer cells get an ellipsis, so that they do not parse. */
const LONGEST_VALUE = 60

/** Zero of each set of decimal digits in spreadsheets: Arabic, Persian, Devanagari, Bengali, Thai, fullwidth. */
const DIGIT_ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/**
 * Normal form of a date, time, number or word: ASCII digits, plain spaces and hyphens, no directional marks, trimmed.
 * Never applied to free text.
 */
export function normaliseCell(text: string): string {
  // Fast path: most cells are already normal.
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
 * Free text that a spreadsheet would convert to a number, date, time or truth value on opening: `007`, `1-2`, `1/2`, `5%`,
 * `1E5`, `May 5`, `true`.
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
/** Maximum length, in characters, of text that a spreadsheet converts. */
const LONGEST_CONVERTED = 40

const isConverted = (text: string) => text.length <= LONGEST_CONVERTED && CONVERTED.test(text)

/** Escapes text with an apostrophe, which stops the conversion; text with apostrophes gets one more, so that reading can remove one. */
export const guardText = (text: string): string => (isConverted(text) ? `'${text}` : text)

/** Inverse of `guardText`. */
export const unguardText = (text: string): string =>
  text.startsWith("'") && isConverted(text) ? text.slice(1) : text
