/** Shortcut keys on other keyboard layouts: the key's position counts only if it types no Latin letter. */
import { expect, test } from 'vitest'
import { readKey } from '../../../../renderer/ui/components/pressed-key.ts'

test.each([
  ['US', 'n', 'KeyN', 'n'],
  ['US, with Caps Lock', 'N', 'KeyN', 'n'],
  ['US', '/', 'Slash', '/'],
  ['AZERTY, where A is on the Q key', 'a', 'KeyQ', 'a'],
  ['AZERTY, where Q is on the A key', 'q', 'KeyA', 'q'],
  ['AZERTY, where M is beside L', 'm', 'Semicolon', 'm'],
  ['AZERTY, where the comma is on the M key', ',', 'KeyM', ','],
  ['QWERTZ', 'z', 'KeyY', 'z'],
  ['Dvorak', 'q', 'KeyX', 'q'],
  ['Dvorak', "'", 'KeyQ', "'"],
  ['Dvorak', ',', 'KeyW', ','],
  ['Turkish, without the dot', 'ı', 'KeyI', 'ı'],
  ['Russian', 'т', 'KeyN', 'n'],
  ['Russian', 'в', 'KeyD', 'd'],
  ['Russian', 'й', 'KeyQ', 'q'],
  ['Russian', 'Т', 'KeyN', 'n'],
  ['Russian', 'х', 'BracketLeft', '['],
  ['Russian', 'ъ', 'BracketRight', ']'],
  ['Russian', 'б', 'Comma', ','],
  ['Bulgarian', ',', 'KeyQ', 'q'],
  ['Greek', 'ν', 'KeyN', 'n'],
  ['Greek', 'δ', 'KeyD', 'd'],
  ['Greek', ';', 'KeyQ', 'q'],
  ['Hebrew', 'מ', 'KeyN', 'n'],
  ['Hebrew', 'ג', 'KeyD', 'd'],
  ['Hebrew', '/', 'KeyQ', 'q'],
  ['Arabic, two characters on one key', 'لا', 'KeyB', 'b'],
  ['Thai, a mark of its own', 'ื', 'KeyN', 'n'],
  ['an input method that is on', 'Process', 'KeyN', 'n'],
  ['a key with a name', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  ['a dead key', 'Dead', 'BracketLeft', 'Dead'],
])('%s: %s on %s is %s', (_, key, code, expected) => {
  expect(readKey({ key, code, shiftKey: false }, false)).toBe(expected)
})

test.each([
  ['AZERTY', 'é', 'Digit2', '2'],
  ['AZERTY', '(', 'Digit5', '5'],
  ['AZERTY', ',', 'KeyM', ','],
  ['AZERTY', 'z', 'KeyW', 'z'],
  ['Czech', 'ě', 'Digit2', '2'],
  ['Persian', '۲', 'Digit2', '2'],
  ['US', '2', 'Digit2', '2'],
  ['a numeric keypad', '2', 'Numpad2', '2'],
  ['Russian', 'я', 'KeyZ', 'z'],
  ['Russian', 'л', 'KeyK', 'k'],
  ['Hebrew', 'ת', 'Comma', ','],
])('with Ctrl, %s: %s on %s is %s', (_, key, code, expected) => {
  expect(readKey({ key, code, shiftKey: false }, true)).toBe(expected)
})

test('the sign of a key with Shift', () => {
  expect(readKey({ key: '؟', code: 'Slash', shiftKey: true }, false)).toBe('?')
  expect(readKey({ key: '?', code: 'Digit7', shiftKey: true }, false)).toBe('?')
})
