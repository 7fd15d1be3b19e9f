import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourCycles, plainConventions } from '../../../shared/locale/conventions.ts'
import { createFormats } from '../../../shared/locale/formats.ts'
import { readTypedTime } from '../../../shared/locale/read-time.ts'

function read(text: string, hourCycle: 12 | 24) {
  const reading = readTypedTime(text, hourCycle)
  if (reading.kind === 'value') return reading.value
  return reading.kind === 'question' ? reading.values.join(' ') : reading.kind
}

test.each([
  ['16:05', '16:05', '16:05'],
  ['16.05', '16:05', '16:05'],
  ['16,05', '16:05', '16:05'],
  ['16h05', '16:05', '16:05'],
  ['1605', '16:05', '16:05'],
  ['16h', '16:00', '16:00'],
  ['16', '16:00', '16:00'],
  ['4:05 pm', '16:05', '16:05'],
  ['4:05 PM', '16:05', '16:05'],
  ['4:05\u202fPM', '16:05', '16:05'],
  ['4.05pm', '16:05', '16:05'],
  ['405pm', '16:05', '16:05'],
  ['4:05 p. m.', '16:05', '16:05'],
  ['4:05 p.m.', '16:05', '16:05'],
  ['4pm', '16:00', '16:00'],
  ['4 pm', '16:00', '16:00'],
  ['4 p', '16:00', '16:00'],
  ['12 am', '00:00', '00:00'],
  ['12:30am', '00:30', '00:30'],
  ['0:30 am', '00:30', '00:30'],
  ['12:30 pm', '12:30', '12:30'],
  ['16:05 pm', '16:05', '16:05'],
  ['noon', '12:00', '12:00'],
  ['12 noon', '12:00', '12:00'],
  ['midnight', '00:00', '00:00'],
  ['0:30', '00:30', '00:30'],
  ['00:30', '00:30', '00:30'],
  ['04:05', '04:05', '04:05'],
  ['13', '13:00', '13:00'],
  ['١٦:٠٥', '16:05', '16:05'],
  // On a clock of 12 hours these can be either.
  ['4:05', '04:05', '04:05 16:05'],
  ['405', '04:05', '04:05 16:05'],
  ['9', '09:00', '09:00 21:00'],
  ['11:30', '11:30', '11:30 23:30'],
  ['12:30', '12:30', '00:30 12:30'],
  ['', 'empty', 'empty'],
  ['24:00', 'unreadable', 'unreadable'],
  ['16:60', 'unreadable', 'unreadable'],
  ['16:5', 'unreadable', 'unreadable'],
  ['16:', 'unreadable', 'unreadable'],
  ['16:05 am', 'unreadable', 'unreadable'],
  ['0:30 pm', 'unreadable', 'unreadable'],
  ['16:05:30', 'unreadable', 'unreadable'],
  ['16055', 'unreadable', 'unreadable'],
  ['half past four', 'unreadable', 'unreadable'],
  ['at 4pm', 'unreadable', 'unreadable'],
])('%j on a clock of 24 and of 12 hours', (text, on24, on12) => {
  expect(read(text, 24)).toBe(on24)
  expect(read(text, 12)).toBe(on12)
})

test('what is shown is read as the same time again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(...hourCycles), (minutes, hourCycle) => {
      const clock = createFormats({ ...plainConventions, hourCycle: 24 }).time(minutes)
      expect(read(createFormats({ ...plainConventions, hourCycle }).time(minutes), hourCycle)).toBe(clock)
    }),
  )
})
