/**
 * The key of a shortcut, whatever the keyboard layout. Latin layouts count by the letter that is typed, so that AZERTY's A
 * is an A; a layout that types no Latin letter there (Cyrillic, Greek, Hebrew, Thai) counts by the key's position.
 */

/** The parts of a keyboard event that identify the key; satisfied by DOM and React events. */
export interface PressedKey {
  /** The character that is typed, or the name of a key that types none: "Enter". */
  readonly key: string
  /** The key's position, named after what it types on a US keyboard: "KeyQ". */
  readonly code: string
  readonly shiftKey: boolean
}

const ASCII = /^[ -~]$/
const LATIN = /^\p{Script=Latin}$/u
/** "Enter", "ArrowLeft"; an input method that holds the key back calls it "Process". */
const NAMED = /^(?!Process$)[A-Z][A-Za-z0-9]+$/

const signs: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
}

/**
 * @param isWithModifier whether Ctrl, Cmd or Alt is held: then the digit row is digits, which on AZERTY and Czech keyboards
 *   types letters
 */
export function readKey({ key, code, shiftKey }: PressedKey, isWithModifier: boolean): string {
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  if (isWithModifier && digit !== undefined) return digit
  if (ASCII.test(key)) return isSignOnQ(key, code) ? 'q' : key.toLowerCase()
  if (LATIN.test(key)) return key.toLowerCase()
  if (NAMED.test(key)) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return letter.toLowerCase()
  return digit ?? signs[code]?.[shiftKey ? 1 : 0] ?? key
}

/** Greek, Hebrew and Bulgarian keyboards have a sign where Q is; Dvorak's apostrophe there is no Q. */
const isSignOnQ = (key: string, code: string) => code === 'KeyQ' && !/[a-z0-9']/i.test(key)
