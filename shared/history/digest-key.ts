/** Keys of records that their program gave no id: the same in every export that holds the record. */
import { createFingerprint } from '../statistics/fingerprint.ts'

/** Value that identifies a record. An instant, never the text of a date: its offset may change between exports. */
export type KeyPart = string | number | null

/** Key of a record from its own values. */
export function digestKey(parts: readonly KeyPart[]): string {
  const fingerprint = createFingerprint()
  for (const part of parts) {
    fingerprint.addText(typeof part)
    if (typeof part === 'number') fingerprint.addNumber(part)
    else fingerprint.addText(part ?? '')
  }
  return fingerprint.digest()
}

/**
 * Creates keys for the records of one scan. Equal records are numbered, since three equal glasses in one minute are three
 * drinks; in any order of the file they get the same keys.
 */
export function createDigestKeys(): (parts: readonly KeyPart[]) => string {
  const counts = new Map<string, number>()
  return parts => {
    const key = digestKey(parts)
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count === 1 ? key : `${key}-${count}`
  }
}

/** Source name in one spelling: Apple writes "Anna’s Apple Watch" with other blanks and apostrophes in another export. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}\u{FEFF}]+/gu, ' ')
    .replaceAll(/[‘’ʼ]/gu, "'")
    .trim()
