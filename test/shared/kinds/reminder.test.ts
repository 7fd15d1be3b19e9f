import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asksAboutReminder,
  escapeText,
  foldLine,
  isReminderDue,
  reminderHours,
  writeReminder,
  writeReminderCalendar,
} from '../../../shared/kinds/reminder.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

const at = (clock: string, date = '2026-11-20') => momentAt(date, clock, 'Europe/Berlin')

describe('a reminder is due', () => {
  test.each([
    ['19:59', false],
    ['20:00', true],
    ['21:59', true],
    ['22:00', false],
    ['03:00', false],
  ])('chosen for 20:00, at %s: %s', (clock, expected) => {
    expect(isReminderDue(at(clock), { reminderHour: 20 }, null)).toBe(expected)
  })

  test('once a date, and never while it is off', () => {
    expect(isReminderDue(at('20:30'), { reminderHour: 20 }, '2026-11-20')).toBe(false)
    expect(isReminderDue(at('20:30'), { reminderHour: 20 }, '2026-11-19')).toBe(true)
    expect(isReminderDue(at('20:30'), { reminderHour: null }, null)).toBe(false)
  })

  test('never at night, whatever the hour', () => {
    expect(reminderHours).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21])
    for (const reminderHour of reminderHours)
      for (const clock of ['22:00', '23:30', '00:00', '04:00', '06:59'])
        expect(isReminderDue(at(clock), { reminderHour }, null)).toBe(false)
  })
})

test('the question comes at the end of the first week, until it is answered', () => {
  const unasked = { reminderHour: null, reminderAsked: false }
  expect(asksAboutReminder(unasked, null, '2026-11-20')).toBe(false)
  expect(asksAboutReminder(unasked, '2026-11-14', '2026-11-20')).toBe(false)
  expect(asksAboutReminder(unasked, '2026-11-13', '2026-11-20')).toBe(true)
  expect(asksAboutReminder({ ...unasked, reminderAsked: true }, '2026-11-13', '2026-11-20')).toBe(false)
  expect(asksAboutReminder({ ...unasked, reminderHour: 8 }, '2026-11-13', '2026-11-20')).toBe(false)
})

test('the text says how much is left, and nothing of health', () => {
  expect(writeReminder(1, true)).toBe('Unknot: 1 thing left for today')
  expect(writeReminder(2, false)).toBe('Unknot: 2 things left for yesterday')
})

describe('the calendar file', () => {
  const file = writeReminderCalendar(8, '2026-11-21', at('16:00:05'))

  test('has a daily event in floating local time with an alarm at its start', () => {
    const lines = file.replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toContain('DTSTART:20261121T080000')
    expect(lines).toContain('RRULE:FREQ=DAILY')
    expect(lines).toContain('DTSTAMP:20261120T150005Z')
    expect(lines.slice(lines.indexOf('BEGIN:VALARM'), lines.indexOf('END:VALARM'))).toContain('TRIGGER:PT0S')
    expect(lines).toContain(
      String.raw`DESCRIPTION:Open Unknot and press E\; an ordinary day takes two keys. To stop\, delete this event.`,
    )
    expect(lines.at(-1)).toBe('')
    expect(file).not.toMatch(/cramp|health|pain|medic/i)
  })

  test('keeps its id, and a later file has a higher sequence number', () => {
    const later = writeReminderCalendar(20, '2026-11-22', at('16:00', '2026-11-21'))
    const read = (text: string, name: string) => new RegExp(`${name}:(.*)\r\n`).exec(text)?.[1] ?? ''
    expect(read(later, 'UID')).toBe(read(file, 'UID'))
    expect(Number(read(later, 'SEQUENCE'))).toBeGreaterThan(Number(read(file, 'SEQUENCE')))
  })

  test('property: no line is longer than 75 bytes, and unfolding gives the text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), text => {
        const line = escapeText(text.toWellFormed())
        const folded = foldLine(line)
        for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        expect(line).not.toMatch(/[\r\n]/)
      }),
    )
  })
})
