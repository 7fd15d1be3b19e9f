/** Accelerators such as `CommandOrControl+Shift+Z`, and the key presses that match them. */
import type { KeyPress } from './page/messages.ts'

const isMac = process.platform === 'darwin'

interface Accelerator {
  control: boolean
  meta: boolean
  alt: boolean
  shift: boolean
  /** `KeyboardEvent.key` in lower case, or the letter or digit printed on the key. */
  key: string
}

/** Electron's names of keys, where they differ from KeyboardEvent's. */
const keyNames: Record<string, string> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
}

/** @throws on a modifier that does not exist */
export function readAccelerator(text: string): Accelerator {
  const parts = text.split('+').map(part => part.trim().toLowerCase())
  const last = parts.pop() ?? ''
  const accelerator: Accelerator = {
    control: false,
    meta: false,
    alt: false,
    shift: false,
    key: keyNames[last] ?? last,
  }
  for (const modifier of parts) accelerator[readModifier(modifier, text)] = true
  return accelerator
}

function readModifier(modifier: string, text: string): 'control' | 'meta' | 'alt' | 'shift' {
  switch (modifier) {
    case 'commandorcontrol':
    case 'cmdorctrl':
      return isMac ? 'meta' : 'control'
    case 'control':
    case 'ctrl':
      return 'control'
    case 'command':
    case 'cmd':
    case 'super':
    case 'meta':
      return 'meta'
    case 'alt':
    case 'option':
      return 'alt'
    case 'shift':
      return 'shift'
    default:
      throw new Error(`'${modifier}' in the accelerator '${text}' is no modifier`)
  }
}

export function matchesKey(text: string, press: KeyPress): boolean {
  const { key, control, meta, alt, shift } = readAccelerator(text)
  if (control !== press.control || meta !== press.meta || alt !== press.alt) return false
  // A sign such as + may itself need Shift, depending on the keyboard.
  const isSign = /^[^a-z0-9]$/.test(key)
  if (!isSign && shift !== press.shift) return false
  if (press.key.toLowerCase() === key) return true
  // Layouts without Latin letters match by key position. Latin layouts do not: AZERTY's A sits on the US Q.
  const onKey = press.code.replace(/^(Key|Digit)/, '').toLowerCase()
  const isLatin = /^\p{Script=Latin}$/u.test(press.key) && press.code.startsWith('Key')
  return /^[a-z0-9]$/.test(key) && onKey === key && !isLatin
}
