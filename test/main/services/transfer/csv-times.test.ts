import { describe, expect, test } from 'vitest'
import { calendarDate, clockMinutes } from '../../../../shared/time/moment.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { crampDraft, footwearDraft, nightDraft, shoeDraft } from '../../../shared/kinds/drafts.ts'
import {
  BERLIN,
  drinkOn,
  entriesOf,
  problemsOf,
  quoted,
  readAll,
  saveAll,
  unanswered,
} from './read-tables.ts'

const stored = { id: 1, loggedAt: 0, editedAt: null, deletedAt: null }

describe('a date in a cell', () => {
  test.each([
    '2026-11-18',
    '2026/11/18',
    '2026.11.18',
    '20261118',
    '2026-11-18 00:00:00',
    '18-Nov-2026',
    '18 Nov. 2026',
    '18 November 2026',
    '18. November 2026',
    '18th November 2026',
    'November 18, 2026',
    'Nov 18 2026',
    '2026-Nov-18',
    'Wed, 18 Nov 2026',
    'Wednesday 18 November 2026',
    '18.11.2026',
    '18. 11. 2026',
    '18.11.2026.',
    '2026. 11. 18.',
    '2026年11月18日',
    '18/11/2026',
    '11/18/2026',
    '\u200F18\u200F/11\u200F/2026',
    '١٨/١١/٢٠٢٦',
    '2026‑11‑18',
    '\u00A02026-11-18 ',
  ])('%j is 18 November', date => {
    expect(entriesOf(drinkOn(date)).map(calendarDate)).toEqual(['2026-11-18'])
  })

  test('may have a single digit', () => {
    expect(entriesOf(drinkOn('2026-1-5')).map(calendarDate)).toEqual(['2026-01-05'])
  })

  test.each([
    ['18-Nov-26', /year with all four digits/],
    ['18.11.26', /year with all four digits/],
    ['46344', /number by which a spreadsheet counts days/],
    ['46344,6', /number by which a spreadsheet counts days/],
    ['2026-02-30', /no such day/],
    ['2026/13/01', /no such day/],
    ['Tue 18 Nov 2026', /another day of the week/],
    ['yesterday', /cannot read this date\. Write it as 2026-11-20/],
    ['18 brumaire 2026', /cannot read this date/],
    ['10122026', /cannot read this date/],
    ['', /Enter a date such as/],
  ])('%j is refused with what is so, and its place', (date, message) => {
    expect(problemsOf(drinkOn(date))).toEqual([
      { place: 'x.csv, line 2, date', message: expect.stringMatching(message) },
    ])
  })

  test.each(['03/04/2026', 'Fri 03/04/2026', '03-04-2026', '٠٣/٠٤/٢٠٢٦'])('%j is asked about', date => {
    expect(readAll([{ name: 'x.csv', text: drinkOn(date) }])).toMatchObject({
      state: 'asks',
      questions: [{ about: 'dateOrder' }],
    })
  })

  test('is read so in every table', () => {
    const tables = [
      ['record,date_of_birth', 'profile,13-Apr-1980'],
      ['record,date,kind,checked_at', 'check-in,2026/11/18,Drink,18 Nov 2026 21:05Z'],
    ].map((lines, index) => ({ name: `${index}.csv`, text: lines.join('\n') }))
    expect(readAll(tables)).toMatchObject({
      state: 'read',
      file: {
        profile: { dateOfBirth: '1980-04-13' },
        checkIns: [{ date: '2026-11-18', kind: 'fluid', checkedAt: Date.UTC(2026, 10, 18, 21, 5) }],
      },
    })
  })
})

describe('a time in a cell', () => {
  test.each([
    '14:05',
    '14.05',
    '14h05',
    '14 h 05',
    '1405',
    '14:05:00',
    '14.05.00',
    '14:05 Uhr',
    '2:05 p. m.',
    '2:05pm',
    '2:05\u202FPM',
    '02:05:00 PM',
    '2.05 p.m.',
    '١٤:٠٥',
  ])('%j is five past two', time => {
    expect(entriesOf(drinkOn('2026-11-18', time)).map(clockMinutes)).toEqual([14 * 60 + 5])
  })

  test.each([
    ['14h', 14 * 60],
    ['2 pm', 14 * 60],
    ['12:30 a.m.', 30],
    ['00.25', 25],
  ])('%j is read', (time, minutes) => {
    expect(entriesOf(drinkOn('2026-11-18', time)).map(clockMinutes)).toEqual([minutes])
  })

  test.each(['2026-11-18T14:05', '18 Nov 2026 2:05 pm', '18/11/2026 14.05'])(
    'may stand behind its date: %j',
    both => {
      const [drink] = entriesOf(drinkOn(both, ''))
      expect(drink?.at).toBe(Date.UTC(2026, 10, 18, 13, 5))
    },
  )

  test('is asked for where a program has put midnight behind the date', () => {
    expect(problemsOf(drinkOn('2026-11-18 00:00:00', ''))).toEqual([
      { place: 'x.csv, line 2, time', message: 'Enter a time such as 14:05.' },
    ])
  })

  test('keeps its seconds', () => {
    const [drink] = entriesOf(drinkOn('2026-11-18', '14:05:06'))
    expect(drink?.at).toBe(Date.UTC(2026, 10, 18, 13, 5, 6))
  })

  test.each([
    ['00:05.8', /cut the hour off/],
    ['00:05,8', /cut the hour off/],
    ['0.25', /number by which a spreadsheet counts time/],
    ['0,604166666666667', /number by which a spreadsheet counts time/],
    ['25:00', /no such time/],
    ['13:05 pm', /no such time/],
    ['14.5', /cannot read this time/],
    ['2', /cannot read this time/],
    ['after lunch', /cannot read this time/],
  ])('%j is refused with what is so', (time, message) => {
    expect(problemsOf(drinkOn('2026-11-18', time))).toEqual([
      { place: 'x.csv, line 2, time', message: expect.stringMatching(message) },
    ])
  })
})

describe('the end of an entry in a cell', () => {
  const night = (wakeAt: string, start = '2026-10-24,23:00', more = '') =>
    `record,date,time,utc_offset_minutes,wake_at\nnight,${start},${more},${quoted(wakeAt)}\n`
  const hoursOf = (text: string, timeZone = BERLIN) =>
    entriesOf(text, unanswered, timeZone).map(entry =>
      entry.kind === 'night' && entry.wakeAt !== null ? (entry.wakeAt - entry.at) / 3_600_000 : null,
    )

  test.each([
    '2026-10-25T07:00',
    '2026-10-25 07:00',
    '25 Oct 2026 7:00 am',
    '25/10/2026 07.00',
    '2026/10/25 7h00',
    '20261025T0700',
    '25-OCT-2026 07:00:00',
    '2026-10-25T07:00+01:00',
    '2026-10-25T06:00Z',
    '07:00',
  ])('%j ends the night in which clocks go back after nine hours', wakeAt => {
    expect(hoursOf(night(wakeAt))).toEqual([9])
    expect(hoursOf(night(wakeAt, '2026-10-24,23:00', '120'))).toEqual([9])
  })

  test('that clocks show twice is the first time after the beginning', () => {
    expect(hoursOf(night('02:30', '2026-10-25,02:15', '120'))).toEqual([0.25])
    expect(hoursOf(night('02:15', '2026-10-25,02:30', '120'))).toEqual([0.75])
  })

  test('of an entry made elsewhere is by the clock of that place', () => {
    expect(hoursOf(night('2026-10-25T07:00', '2026-10-24,23:00', '-240'))).toEqual([8])
  })

  test('is written with the offset of its own instant, whatever the zone of the computer', () => {
    const at = Date.UTC(2026, 9, 24, 21)
    const draft = nightDraft({ at, offsetMinutes: 120, wakeAt: Date.UTC(2026, 9, 25, 6) })
    const file = { ...emptyJournalFile, entries: [{ ...draft, ...stored }] }
    expect(saveAll(file)[0]?.text).toContain(',2026-10-25T07:00+01:00,')
    for (const writtenIn of [BERLIN, 'America/Los_Angeles', 'Asia/Kolkata'])
      for (const readIn of [BERLIN, 'Pacific/Auckland'])
        expect(entriesOf(saveAll(file, writtenIn)[0]?.text ?? '', unanswered, readIn)).toEqual(file.entries)
  })

  test('of a table that an older version wrote is by the offset of the start', () => {
    const older = [
      'record,id,date,time,utc_offset_minutes,wake_at,note,logged_at',
      'night,1,2026-10-24,23:00,120,2026-10-25T08:00,,2026-10-25T06:10:00.000Z',
      'night,,2026-10-25,23:00,60,2026-10-26T07:00,,',
    ].join('\r\n')
    expect(hoursOf(older)).toEqual([9, 8])
  })

  test.each([
    ['2026-10-25', /date and a time such as/],
    ['18 November 2026', /date and a time such as/],
    ['in the morning', /date and a time such as/],
    ['2026-02-30T07:00', /no such day/],
  ])('%j is refused with what is so', (wakeAt, message) => {
    expect(problemsOf(night(wakeAt))).toEqual([
      { place: 'x.csv, line 2, wake_at', message: expect.stringMatching(message) },
    ])
  })

  test('whose date can be read both ways is asked about, also where the shoe was taken off', () => {
    const text = 'record,date,time,shoe_id,taken_off_at\nfootwear,2026-04-03,14:00,1,03/04/2026 15:00\n'
    expect(readAll([{ name: 'x.csv', text }])).toMatchObject({ state: 'asks' })
  })
})

describe('written times', () => {
  const at = Date.UTC(2026, 10, 18, 15, 0, 5, 876)
  const takenOffAt = at + 3_600_123
  const file = {
    ...emptyJournalFile,
    shoes: [{ ...shoeDraft(), id: 1 }],
    entries: [
      { ...footwearDraft({ at, offsetMinutes: 60, takenOffAt }), ...stored, loggedAt: at, editedAt: at + 7 },
    ],
  }
  const text = () => saveAll(file).find(({ name }) => name === 'footwear.csv')?.text ?? ''

  test('have no fraction that a spreadsheet would cut the hour for', () => {
    expect(text()).toContain('2026-11-18,16:00:05,876,60,')
    expect(text()).not.toMatch(/(?:^|,)[\d:]+\.\d/m)
  })

  test('keep their fraction when a spreadsheet shows the clock in another way', () => {
    const shoe = saveAll(file).filter(({ name }) => name === 'shoe.csv')
    for (const time of ['16:00:05', '4:00:05 PM', '16.00.05'])
      expect(
        readAll([...shoe, { name: 'footwear.csv', text: text().replace('16:00:05', time) }]),
      ).toMatchObject({ state: 'read', file: { entries: file.entries } })
  })

  test('of older tables are read with the fraction behind the seconds', () => {
    const older = 'record,id,date,time,utc_offset_minutes,drink,volume_ml,logged_at\r\n'
    const row = 'fluid,1,2026-11-18,16:00:05.876,60,tea,200,2026-11-18T15:00:05.876Z\r\n'
    expect(entriesOf(older + row)).toMatchObject([{ at, loggedAt: at }])
  })

  test.each(['1000', '-1', '1.5'])('are refused with %s milliseconds', milliseconds => {
    const row = `fluid,2026-11-18,16:00,${milliseconds},tea,200`
    expect(problemsOf(`record,date,time,milliseconds,drink,volume_ml\n${row}\n`)).toEqual([
      { place: 'x.csv, line 2, milliseconds', message: 'Enter a whole number from 0 to 999.' },
    ])
  })
})

test('dates of a journal that a spreadsheet has rewritten are read again', () => {
  const cramps = Array.from({ length: 28 }, (_, index) => ({
    ...crampDraft({ at: Date.UTC(2026, 9, 1 + index, 2, 3, 4, 5), offsetMinutes: 60 }),
    ...stored,
    id: index + 1,
  }))
  const [table] = saveAll({ ...emptyJournalFile, entries: cramps })
  const rewritten = table?.text.replaceAll(/,(\d{4})-(\d\d)-(\d\d),03:03:04,/g, ',$3/$2/$1,3:03:04 AM,') ?? ''
  expect(rewritten.match(/3:03:04 AM/g)).toHaveLength(28)
  expect(entriesOf(rewritten)).toEqual(cramps)
})
