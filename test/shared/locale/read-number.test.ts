import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecimalSign, decimalSigns } from '../../../shared/locale/conventions.ts'
import { readTypedNumber, writeTypedNumber } from '../../../shared/locale/read-number.ts'

/** The value, the values between which is asked, or the kind of a text that has none. */
function read(text: string, decimalSign: DecimalSign, isPossible?: (value: number) => boolean) {
  const reading = readTypedNumber(text, {
    decimalSign,
    units: ['kg', 'fl oz'],
    ...(isPossible && { isPossible }),
  })
  if (reading.kind === 'value') return reading.value
  return reading.kind === 'question' ? reading.values : reading.kind
}

describe('where the decimal sign is a point, and where it is a comma', () => {
  test.each([
    ['72.50', 72.5, 72.5],
    ['72,50', 72.5, 72.5],
    ['1.75', 1.75, 1.75],
    ['1,75', 1.75, 1.75],
    ['168', 168, 168],
    ['  168 ', 168, 168],
    ['007', 7, 7],
    ['.5', 0.5, 0.5],
    [',5', 0.5, 0.5],
    ['5.', 5, 5],
    ['-40', -40, -40],
    ['−40', -40, -40],
    ['+3', 3, 3],
    ['-0', 0, 0],
    // Thousands, or decimals: a question where the sign is the person's decimal sign.
    ['1,000', 1000, [1, 1000]],
    ['1.000', [1, 1000], 1000],
    ['12.345', [12.345, 12_345], 12_345],
    ['0,500', 0.5, 0.5],
    ['0.500', 0.5, 0.5],
    ['1,0000', 1, 1],
    ['1234,567', 1234.567, 1234.567],
    ['1 000', 1000, 1000],
    ['1\u00a0000', 1000, 1000],
    ['1\u202f000,5', 1000.5, 1000.5],
    ["1'000", 1000, 1000],
    ['1’000.50', 1000.5, 1000.5],
    ['1,000.5', 1000.5, 1000.5],
    ['1.000,5', 1000.5, 1000.5],
    ['1,000,000', 1_000_000, 1_000_000],
    ['1.000.000', 1_000_000, 1_000_000],
    ['1,00,000', 100_000, 100_000],
    ['72.5 kg', 72.5, 72.5],
    ['72,5kg', 72.5, 72.5],
    ['8 FL OZ', 8, 8],
    // Digits of other scripts.
    ['٧٢٫٥', 72.5, 72.5],
    ['۷۲', 72, 72],
    ['๗๒.๕', 72.5, 72.5],
    ['１６８', 168, 168],
    ['', 'empty', 'empty'],
    ['  ', 'empty', 'empty'],
    ['kg', 'unreadable', 'unreadable'],
    ['-', 'unreadable', 'unreadable'],
    ['.', 'unreadable', 'unreadable'],
    ['abc', 'unreadable', 'unreadable'],
    ['72.5.1', 'unreadable', 'unreadable'],
    ['1,000.5,5', 'unreadable', 'unreadable'],
    ['1 00', 'unreadable', 'unreadable'],
    ['0,000,001', 'unreadable', 'unreadable'],
    ['1e3', 'unreadable', 'unreadable'],
    ['0x10', 'unreadable', 'unreadable'],
    ['Infinity', 'unreadable', 'unreadable'],
    ['72.5 lb', 'unreadable', 'unreadable'],
    ['about 70', 'unreadable', 'unreadable'],
  ])('%j', (text, point, comma) => {
    expect(read(text, '.')).toEqual(point)
    expect(read(text, ',')).toEqual(comma)
  })
})

test('of two readings the one that the field takes is meant', () => {
  const isWeight = (kg: number) => kg >= 15 && kg <= 400
  expect(read('72.500', '.', isWeight)).toBe(72.5)
  expect(read('1.000', '.', ml => ml >= 1 && ml <= 5000)).toEqual([1, 1000])
  // None is: the likelier one goes on to be refused with the limits.
  expect(read('1.75', '.', cm => cm >= 50)).toBe(1.75)
})

test('what a field shows is read as the same number again', () => {
  const anyNumber = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: -10_000_000, max: 10_000_000 }).map(thousandths => thousandths / 1000),
    fc.integer({ min: 0, max: 100_000_000 }).map(tenThousandths => tenThousandths / 10_000),
  )
  fc.assert(
    fc.property(anyNumber, fc.constantFrom(...decimalSigns), (value, decimalSign) => {
      expect(read(writeTypedNumber(value, decimalSign), decimalSign)).toBe(value)
    }),
  )
})

test('no text at all is read as a number it does not spell', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...decimalSigns), (text, decimalSign) => {
      const reading = readTypedNumber(text, { decimalSign })
      if (reading.kind === 'value') expect(Number.isFinite(reading.value)).toBe(true)
      if (/[a-z]/i.test(text)) expect(reading.kind).toBe('unreadable')
    }),
  )
})
