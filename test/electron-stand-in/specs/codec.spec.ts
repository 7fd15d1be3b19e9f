import { expect, test } from '@playwright/test'
import { matchesKey } from '../accelerator.ts'
import { registerSchemes, toInner, toInnerPolicy, toOuter } from '../addresses.ts'
import { makeCodec } from '../codec.ts'

test('what is encoded is JSON and decodes to the same', () => {
  const { encode, decode } = makeCodec()
  const values = [
    null,
    true,
    'a',
    1.5,
    Number.NaN,
    -0,
    5n,
    new Date(123),
    [undefined],
    { $: 1 },
    new Set([[1]]),
  ]
  const carried = JSON.parse(JSON.stringify(encode(values)))
  expect(decode(carried)).toEqual(values)
  expect(decode(encode(new Date(Number.NaN)))).toBeInstanceOf(Date)
})

test('what holds itself, or cannot be copied, is refused', () => {
  const { encode } = makeCodec()
  const ring: unknown[] = []
  ring.push(ring)
  expect(() => encode(ring)).toThrow('holds itself')
  expect(() => encode([() => 1])).toThrow('could not be cloned')
})

test('addresses of the app’s scheme have another face inside Chromium', () => {
  registerSchemes([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  expect(toInner('app://unknot/a/b?c#d')).toBe('https://unknot.app.stand-in.invalid/a/b?c#d')
  expect(toOuter('https://unknot.app.stand-in.invalid/a/b?c#d')).toBe('app://unknot/a/b?c#d')
  expect(toInner('https://example.org/')).toBe('https://example.org/')
  expect(toOuter('https://unknot.other.stand-in.invalid/')).toBe('https://unknot.other.stand-in.invalid/')
  expect(toInnerPolicy("default-src 'self' app://unknot; img-src app: data:")).toBe(
    "default-src 'self' https://unknot.app.stand-in.invalid; img-src https://*.app.stand-in.invalid data:",
  )
})

test('accelerators match the keys they name', () => {
  const press = { key: 'F', code: 'KeyF', control: true, meta: false, alt: false, shift: true }
  expect(matchesKey('Ctrl+Shift+F', press)).toBe(true)
  expect(matchesKey('Ctrl+F', press)).toBe(false)
  expect(matchesKey('Ctrl+Plus', { ...press, key: '+', code: 'Equal' })).toBe(true)
  expect(matchesKey('F11', { ...press, key: 'F11', code: 'F11', control: false, shift: false })).toBe(true)
  expect(() => matchesKey('Hyper+F', press)).toThrow("'hyper'")
})
