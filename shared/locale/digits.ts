const DECIMAL_DIGIT = /\p{Nd}/gu
const isDigit = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint))

/**
 * Normalizes typed text before parsing: digits of any script to 0 to 9, Arabic separators, apostrophes and minus signs to
 * their ASCII forms, white space to single spaces; direction marks are removed. An Arabic or Persian keyboard types
 * `٧٢٫٥` for 72.5.
 */
export function normalizeTyped(text: string): string {
  return text
    .replaceAll(DECIMAL_DIGIT, digit => String(getDigitValue(digit)))
    .replaceAll('٫', ',')
    .replaceAll(/[\u066c\u2019\u02bc]/g, "'")
    .replaceAll(/[\u2212\u2010-\u2014]/g, '-')
    .replaceAll(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Value 0 to 9. Unicode encodes the ten digits of a script consecutively, beginning with its zero. */
function getDigitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0
  let zero = codePoint
  while (codePoint - zero < 9 && isDigit(zero - 1)) zero--
  return codePoint - zero
}
