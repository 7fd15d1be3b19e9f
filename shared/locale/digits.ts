const DECIMAL_DIGIT = /\p{Nd}/gu
const isDigit = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint))

/**
 * Typed text with the digits 0 to 9 for those of other scripts, Arabic number signs for ours, and plain spaces: an Arabic
 * or Persian keyboard types `٧٢٫٥`.
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

/** Unicode keeps the ten digits of a script in one run that begins with its zero. */
function getDigitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0
  let zero = codePoint
  while (codePoint - zero < 9 && isDigit(zero - 1)) zero--
  return codePoint - zero
}
