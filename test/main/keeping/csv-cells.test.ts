import { describe, expect, test } from 'vitest'
import * as labels from '../../../shared/journal/words.ts'
import { createLookup, type Labels, spellingsOf } from '../../../shared/keeping/csv-choices.ts'
import { dateOfDayNumber } from '../../../shared/time/calendar-date.ts'
import { calendarDate, clockMinutes } from '../../../shared/time/moment.ts'
import { emptyJournalFile } from '../../fixtures/journal-file.ts'
import { crampDraft, fluidDraft, footwearDraft, nightDraft, shoeDraft } from '../../shared/journal/drafts.ts'
import { BERLIN, entriesOf, problemsOf, readAll, saveAll, unanswered } from './read-tables.ts'

const stored = { id: 1, loggedAt: 0, editedAt: null, deletedAt: null }
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const drinkOn = (date: string, time = '14:00') =>
  `record,date,time,drink,volume_ml\nfluid,${quoted(date)},${quoted(time)},tea,200\n`
const drinkWith = (column: string, cell: string, delimiter = ';') =>
  ['record;date;time;drink;volume_ml;', 'fluid;2026-11-19;14:00;tea;200;']
    .map((line, index) => line.replaceAll(';', delimiter) + (index === 0 ? column : quoted(cell)))
    .join('\n')
    .replace(`volume_ml${delimiter}volume_ml`, `note${delimiter}volume_ml`)
const problemOf = (text: string) => problemsOf(text)[0]?.message

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

describe('a number in a cell', () => {
  const kmOf = (cell: string, delimiter = ';') => {
    const text = `record;date;time;activity;duration_minutes;distance_km\nactivity;2026-11-19;14:00;run;40;`
      .replaceAll(';', delimiter)
      .concat(quoted(cell))
    const read = readAll([{ name: 'x.csv', text }])
    if (read.state === 'asks') return read.questions[0]?.sample
    if (read.state !== 'read') return read.state === 'refused' ? read.problems[0]?.message : read.state
    const [entry] = read.file.entries
    return entry?.kind === 'activity' ? entry.distanceKm : null
  }

  test.each([
    ['0,5', 0.5],
    ['0,500', 0.5],
    ['.5', 0.5],
    ['+7.5', 7.5],
    ['7,5 km', 7.5],
    ['7.5km', 7.5],
    ['12\u00A0', 12],
    ['1e2', 100],
    ['1,5E+02', 150],
    ['٧.٥', 7.5],
  ])('%j is read', (cell, value) => {
    expect(kmOf(cell)).toBe(value)
  })

  test.each(['1 200', '1\u00A0200', '1\u202F200', "1'200", '1’200'])('%j is 1200', cell => {
    expect(entriesOf(drinkWith('caffeine_mg', cell))).toMatchObject([{ caffeineMg: 1200 }])
    expect(entriesOf(drinkWith('caffeine_mg', `${cell} mg`))).toMatchObject([{ caffeineMg: 1200 }])
  })

  test.each([
    ['1,200.0', ';'],
    ['1.200,0', ';'],
    ['1.200,0', ','],
  ])('%j between %j is 1200: the last sign is the decimal one', (cell, delimiter) => {
    expect(entriesOf(drinkWith('caffeine_mg', cell, delimiter))).toMatchObject([{ caffeineMg: 1200 }])
  })

  test.each(['1,200', '1.200'])('%j is asked about, and both answers are read', cell => {
    const text = drinkWith('caffeine_mg', `${cell} mg`)
    expect(readAll([{ name: 'x.csv', text }])).toEqual({
      state: 'asks',
      questions: [{ about: 'decimalSign', sample: cell, files: ['x.csv'] }],
    })
    const [groups, decimals] =
      cell === '1,200' ? (['point', 'comma'] as const) : (['comma', 'point'] as const)
    expect(entriesOf(text, { ...unanswered, decimalSign: groups })).toMatchObject([{ caffeineMg: 1200 }])
    expect(readAll([{ name: 'x.csv', text }], { ...unanswered, decimalSign: decimals })).toMatchObject({
      state: 'refused',
      problems: [{ place: 'x.csv, line 2, caffeine_mg' }],
    })
  })

  test.each([
    ['7.5 miles', 'This column is in km. Enter the number alone, such as 12.5.'],
    ['12,34,567', 'Enter a number such as 12.5, without signs between thousands.'],
    ['a lot', 'Enter a number such as 12.5, without signs between thousands.'],
    ['#VALUE!', 'Enter a number such as 12.5, without signs between thousands.'],
    [`1${' '.repeat(90)}2`, 'Enter a number such as 12.5, without signs between thousands.'],
  ])('%j is refused with what is so', (cell, message) => {
    expect(kmOf(cell)).toBe(message)
  })

  test.each(['+01:00', 'UTC+1:00', '60', '60 minutes'])('an offset may be %j', offset => {
    const text = `record,date,time,utc_offset_minutes,drink,volume_ml\nfluid,2026-11-18,16:00,${offset},tea,200`
    expect(entriesOf(text)).toMatchObject([{ offsetMinutes: 60, at: Date.UTC(2026, 10, 18, 15) }])
  })
})

describe('a word of a list in a cell', () => {
  test.each([
    ['Water', 'water'],
    [' sparkling water ', 'sparkling-water'],
    ['Sparkling_Water', 'sparkling-water'],
    ['REHYDRATION DRINK', 'oral-rehydration'],
    ['Other drink', 'other'],
  ])('%j is the drink %j', (cell, drink) => {
    expect(entriesOf(drinkOn('2026-11-18').replace('tea', quoted(cell)))).toMatchObject([{ drink }])
  })

  test('is refused with the whole list', () => {
    expect(problemOf(drinkOn('2026-11-18').replace('tea', 'lemonade'))).toMatch(
      /^Enter one of these words: water, sparkling-water, .*, soup, other\.$/,
    )
  })

  test.each([
    'left inner-thigh; both toes',
    'Left Inner Thigh; Toes on both sides',
    'inner thigh left;both TOES;',
    'left inner thigh, both toes',
  ])('%j are two places', sites => {
    const text = `record,date,time,sites,symptoms,relief,woke_me\ncramp,2026-11-18,03:00,${quoted(sites)}`
    expect(
      entriesOf(`${text},"Lump; A pop, a bruise or an injury","Stretched/Helped/2/; heat",TRUE`),
    ).toMatchObject([
      {
        sites: [
          { muscle: 'inner-thigh', side: 'left' },
          { muscle: 'toes', side: 'both' },
        ],
        symptoms: ['lump', 'pop-or-injury'],
        relief: [
          { technique: 'stretch', helped: 'yes', minutesToRelief: 2, startedAfterMinutes: null },
          { technique: 'heat', helped: null, minutesToRelief: null, startedAfterMinutes: null },
        ],
        wokeMe: true,
      },
    ])
  })

  test('that is no place, symptom or technique is refused with the list', () => {
    const cramp = (sites: string, symptoms = '', relief = '') =>
      problemOf(
        `record,date,time,sites,symptoms,relief\ncramp,2026-11-18,03:00,${sites},${symptoms},${relief}\n`,
      )
    expect(cramp('left elbow')).toMatch(/left, right, both, and one of toes, .*, other\.$/)
    expect(cramp('left calf', 'sadness')).toMatch(/lump, .*, trouble-swallowing\.$/)
    expect(cramp('left calf', '', 'magic/yes//')).toMatch(/stretch, .*, other\.$/)
  })

  test.each([
    ['yes', true],
    ['TRUE', true],
    ['1', true],
    ['Y', true],
    ['WAHR', true],
    ['No', false],
    ['false', false],
    ['0', false],
    ['  ', null],
  ])('%j is read as yes or no', (cell, value) => {
    expect(
      entriesOf(`record,date,time,sites,woke_me\ncramp,2026-11-18,03:00,left calf,${cell}\n`),
    ).toMatchObject([{ wokeMe: value }])
  })

  test.each(['fluid', 'Fluid', ' FLUID ', 'Drink'])('%j names the table', record => {
    expect(entriesOf(drinkOn('2026-11-18').replace('\nfluid', `\n${record}`))).toHaveLength(1)
  })
})

test.each(Object.entries(labels).filter(([, words]) => typeof words === 'object'))(
  'no label of %s can be taken for another word',
  (_list, words) => {
    const find = createLookup(spellingsOf(Object.keys(words), { ...words } as Labels))
    for (const [word, label] of Object.entries(words)) expect([find(word), find(label)]).toEqual([word, word])
  },
)

describe('lines', () => {
  const header = 'record,date,time,drink,volume_ml,alcohol_percent,note'
  const row = (volumeMl: number, note = '') => `fluid,2026-11-19,14:00,tea,${volumeMl},,${note}`

  test('may end before their last columns, in every table', () => {
    expect(entriesOf(`${header}\nfluid,2026-11-19,14:00,tea,200\n`)).toMatchObject([
      { volumeMl: 200, alcoholPercent: null, note: '' },
    ])
    const tables = [
      { name: 'shoe.csv', text: 'record,id,name,kind,arch_support,retired\nshoe,1,Clogs,work\n' },
      { name: 'profile.csv', text: 'record,name,sex,region\nprofile,Ada\n' },
    ]
    expect(readAll(tables)).toMatchObject({
      state: 'read',
      file: {
        shoes: [{ name: 'Clogs', archSupport: null, retired: false }],
        profile: { name: 'Ada', sex: null },
      },
    })
  })

  test('with more cells than columns are refused', () => {
    expect(problemsOf(`${header}\n${row(200, 'with, a comma')}\n`)).toEqual([
      { place: 'x.csv, line 2', message: 'This line has 8 cells, and the table only 7 columns.' },
    ])
  })

  test.each([
    ['LF behind CRLF', `${header}\r\n${row(200)}\r\n${row(250, 'first')}\n${row(300, 'second')}\n`],
    ['CRLF behind LF', `${header}\n${row(200)}\n${row(250, 'first')}\r\n${row(300, 'second')}\r\n`],
    ['CR of an old Mac', `${header}\r${row(200)}\r${row(250, 'first')}\r${row(300, 'second')}\r`],
    ['all three', `${header}\r${row(200)}\r\n${row(250, 'first')}\n${row(300, 'second')}`],
    ['quotes', `${header}\r\n${row(200)}\n${row(250, '"first"')}\r\n${row(300, '"second"')}\r`],
  ])('may end in %s, and no note takes a part of it', (_what, text) => {
    expect(entriesOf(text)).toMatchObject([
      { volumeMl: 200, note: '' },
      { volumeMl: 250, note: 'first' },
      { volumeMl: 300, note: 'second' },
    ])
  })

  test('keep line breaks that stand within quotes, and quotes that stand within words', () => {
    const text = `${header}\r\n${row(200, '"two\r\nlines, ""quoted"""')}\n${row(250, '5" wide""')}\r\n${row(300)}\n`
    expect(entriesOf(text)).toMatchObject([
      { note: 'two\r\nlines, "quoted"' },
      { note: '5" wide""' },
      { volumeMl: 300 },
    ])
  })

  test('that hold blanks alone are none', () => {
    expect(entriesOf(`${header}\n${row(200)}\n,,,,,,\n  ,\n\n${row(250)}\n`)).toHaveLength(2)
  })
})

describe('texts that a spreadsheet would convert', () => {
  test.each([
    '007',
    '1-2',
    '1/2',
    '0.5',
    '5%',
    '1E5',
    '14:05',
    '2 pm',
    'May 5',
    '3-Mar',
    'TRUE',
    "'1-2",
    '€5',
    '(5)',
  ])('%j stands behind an apostrophe, and comes back as it was', note => {
    const entries = [{ ...fluidDraft({ note }), ...stored }]
    const text = saveAll({ ...emptyJournalFile, entries })[0]?.text ?? ''
    expect(text).toContain(`,'${note},`)
    expect(entriesOf(text)).toEqual(entries)
  })

  test.each(['10 mg', 'half a banana', 'may be later', '2 tablets', "'t was nothing"])(
    '%j stands as it is',
    note => {
      const entries = [{ ...fluidDraft({ note }), ...stored }]
      expect(saveAll({ ...emptyJournalFile, entries })[0]?.text).toContain(`,${note},`)
    },
  )
})

test('dates of a journal that a spreadsheet has rewritten are read again', () => {
  const cramps = Array.from({ length: 28 }, (_, index) => ({
    ...crampDraft({ at: Date.UTC(2026, 9, 1 + index, 2, 3, 4, 5), offsetMinutes: 60 }),
    ...stored,
    id: index + 1,
  }))
  const [table] = saveAll({ ...emptyJournalFile, entries: cramps })
  const rewritten = table?.text.replaceAll(/,(\d{4})-(\d\d)-(\d\d),03:03:04,/g, ',$3/$2/$1,3:03:04 AM,') ?? ''
  expect(rewritten).not.toContain(dateOfDayNumber(20_000).slice(0, 3).concat('-'))
  expect(entriesOf(rewritten)).toEqual(cramps)
})
