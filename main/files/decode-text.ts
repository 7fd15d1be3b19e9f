/**
 * Text decoding of files: UTF-8 and UTF-16, with or without a byte order mark. Other encodings are never guessed for files of
 * our own; for those of other programs see `decodeForeignText`.
 */

export type DecodedText =
  | { readonly ok: true; readonly text: string }
  /** The message names the encoding and says what to do. */
  | { readonly ok: false; readonly message: string }

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'
interface Detected {
  readonly encoding: Encoding | 'utf-32'
  /** True when the encoding comes from a byte order mark. */
  readonly isMarked: boolean
}

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}
const SAVE_AS_UTF_8 = 'Save it as UTF-8 (in Excel: “CSV UTF-8”) and try again.'

const startsWith = (bytes: Uint8Array, ...mark: number[]) =>
  mark.every((byte, index) => bytes[index] === byte)

/**
 * Detects the encoding. Without a byte order mark, zero bytes reveal UTF-16: a journal or a table begins with ASCII
 * characters, each of which has one zero byte.
 */
function detectEncoding(bytes: Uint8Array): Detected {
  const [first = 1, second = 1, third = 1, fourth = 1] = bytes
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', isMarked: true }
  if (startsWith(bytes, 0xff, 0xfe, 0, 0) || startsWith(bytes, 0, 0, 0xfe, 0xff))
    return { encoding: 'utf-32', isMarked: true }
  if (startsWith(bytes, 0xff, 0xfe)) return { encoding: 'utf-16le', isMarked: true }
  if (startsWith(bytes, 0xfe, 0xff)) return { encoding: 'utf-16be', isMarked: true }
  const zeros = [first, second, third, fourth].map(byte => (byte === 0 ? '0' : 'x')).join('')
  if (zeros === 'x000' || zeros === '000x') return { encoding: 'utf-32', isMarked: false }
  if (zeros === 'x0x0') return { encoding: 'utf-16le', isMarked: false }
  if (zeros === '0x0x') return { encoding: 'utf-16be', isMarked: false }
  return { encoding: 'utf-8', isMarked: false }
}

/**
 * Decodes a file and drops its byte order mark.
 *
 * @param isWhole false for the first bytes of a file, which may end within a character
 */
export function decodeText(bytes: Uint8Array, isWhole = true): DecodedText {
  const { encoding, isMarked } = detectEncoding(bytes)
  if (encoding === 'utf-32') return { ok: false, message: `This is text in UTF-32. ${SAVE_AS_UTF_8}` }
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole })
    return { ok: true, text }
  } catch {
    const message =
      encoding === 'utf-8' && !isMarked
        ? `This is not text in UTF-8 or UTF-16. It may be in an older encoding such as Windows-1252 (“ANSI”). ${SAVE_AS_UTF_8}`
        : `This is text in ${NAMES[encoding]}, but a part of it is broken. ${SAVE_AS_UTF_8}`
    return { ok: false, message }
  }
}

export interface ForeignText {
  readonly text: string
  /** True for a text that is no Unicode, read as Windows-1252. */
  readonly isOldEncoding: boolean
}

/** Share of broken characters up to which a text is UTF-8 that was damaged in places, and no older encoding. */
const SHARE_DAMAGED = 0.1

/**
 * Decodes a text of another program, which may be older than Unicode: text that is no UTF-8 is read as Windows-1252, the
 * encoding of Western spreadsheets.
 *
 * @param isWhole false for the first bytes of a file, which may end within a character
 * @returns null for anything but text
 */
export function decodeForeignText(bytes: Uint8Array, isWhole = true): ForeignText | null {
  const { encoding } = detectEncoding(bytes)
  if (encoding === 'utf-32') return null
  const strict = decodeText(bytes, isWhole)
  const text = strict.ok ? strict.text : new TextDecoder(encoding).decode(bytes, { stream: !isWhole })
  // A byte of zero is in no text.
  if (text.includes('\0')) return null
  const isDamaged = countMatches(text, /\uFFFD/g) <= SHARE_DAMAGED * countMatches(text, /[^\p{ASCII}]/gu)
  if (strict.ok || encoding !== 'utf-8' || isDamaged) return { text, isOldEncoding: false }
  return { text: new TextDecoder('windows-1252').decode(bytes), isOldEncoding: true }
}

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
