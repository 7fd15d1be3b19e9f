import { describe, expect, test } from 'vitest'
import { createLookup, type Labels, spellingsOf } from '../../../../shared/archive/csv-choices.ts'
import { activities, sweatLevels } from '../../../../shared/kinds/activities.ts'
import { conditions } from '../../../../shared/kinds/conditions.ts'
import { onsetPrecisions, restAnswers, statesAtOnset } from '../../../../shared/kinds/cramp.ts'
import { heats, urineColours } from '../../../../shared/kinds/day.ts'
import { drinks } from '../../../../shared/kinds/drinks.ts'
import { kindWords } from '../../../../shared/kinds/entry.ts'
import { archSupports, cushionings, shoeFits, shoeKinds } from '../../../../shared/kinds/footwear.ts'
import { medicationChanges, medicineClasses } from '../../../../shared/kinds/medicines.ts'
import { muscles, sides } from '../../../../shared/kinds/muscles.ts'
import { beddings, roomFeels, sleepPositions } from '../../../../shared/kinds/night.ts'
import { regions, sexes } from '../../../../shared/kinds/profile.ts'
import { helpedAnswers, reliefTechniques } from '../../../../shared/kinds/reliefs.ts'
import { circumstances, symptoms } from '../../../../shared/kinds/symptoms.ts'
import { temperatureUnitWords, volumeUnitWords } from '../../../../shared/locale/conventions.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { fluidDraft } from '../../../shared/kinds/drafts.ts'
import { drinkOn, entriesOf, problemsOf, quoted, readAll, saveAll, unanswered } from './read-tables.ts'

const stored = { id: 1, loggedAt: 0, editedAt: null, deletedAt: null }
const drinkWith = (column: string, cell: string, delimiter = ';') =>
  ['record;date;time;drink;volume_ml;', 'fluid;2026-11-19;14:00;tea;200;']
    .map((line, index) => line.replaceAll(';', delimiter) + (index === 0 ? column : quoted(cell)))
    .join('\n')
    .replace(`volume_ml${delimiter}volume_ml`, `note${delimiter}volume_ml`)
const problemOf = (text: string) => problemsOf(text)[0]?.message

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

const lists = {
  activities,
  sweatLevels,
  conditions,
  onsetPrecisions,
  restAnswers,
  statesAtOnset,
  heats,
  urineColours,
  drinks,
  archSupports,
  cushionings,
  shoeFits,
  shoeKinds,
  medicationChanges,
  medicineClasses,
  muscles,
  sides,
  beddings,
  roomFeels,
  sleepPositions,
  regions,
  sexes,
  helpedAnswers,
  reliefTechniques,
  circumstances,
  symptoms,
}
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...Object.fromEntries(Object.entries(lists).map(([name, { words }]) => [name, words])),
  kindWords,
  volumeUnitWords,
  temperatureUnitWords,
  sitesOfSides: Object.fromEntries(sides.ids.map(side => [side, sides.get(side).inSite])),
}

test.each(Object.entries(labels))('no label of %s can be taken for another word', (_list, words) => {
  const find = createLookup(spellingsOf(Object.keys(words), { ...words } as Labels))
  for (const [word, label] of Object.entries(words)) expect([find(word), find(label)]).toEqual([word, word])
})

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
