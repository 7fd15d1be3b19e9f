import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeDraft, historyContext, readHistory, scanHistory } from '../../../support/read-history.ts'
import { makeZip } from '../../../support/zip.ts'

const FIXTURES = 'test/fixtures/history/strava'
const CLOCK = 'Strava writes times by UTC. They are put into the time zone you gave.'
const DENVER = { zone: 'America/Denver' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-test-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const save = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** Read by hand: id, local start, activity, minutes of moving, km, climb in m. */
const ACTIVITIES_2025 = `
  1001 2014-10-05 10:15 cycle  42 13.609   74
  1002 2014-10-09 12:40 cycle 108 32.457  238
  1003 2014-10-17 15:03 cycle  39 12.191   85
  1004 2014-10-19 14:08 cycle  47 14.741  112
  1005 2015-08-08 17:25 cycle  74 25.765  136
  1006 2015-08-19 17:27 cycle  41 14.097   98
  1007 2016-05-21 06:22 cycle  62 25.262  102
  1008 2016-05-22 06:42 cycle  93 33.027  242
  1009 2016-06-26 14:51 cycle  94 43.113  422
  1010 2016-06-27 12:44 cycle  66 30.518  363
  1011 2016-06-28 17:25 cycle  75 36.929  334
  1012 2016-06-30 06:57 cycle  35 12.783   49
  1013 2016-06-30 18:28 cycle  36 18.464  171
  1014 2016-07-03 16:12 cycle  95 46.031  423
  1015 2016-07-04 16:21 cycle  85 41.469  244
  1016 2016-07-05 12:25 cycle 117 38.986  283
  1017 2016-07-05 16:30 cycle 129 60.319  583
  1018 2016-07-06 17:09 cycle  88 43.592  467
  1019 2016-07-07 14:17 cycle  61 27.982  347
  1020 2016-07-10 08:45 cycle  61 29.009  359
  1021 2025-08-06 08:10 run    39  7.737  118
  1022 2025-08-06 10:51 walk  126  6.686  125
  1023 2025-08-07 08:08 run    47  9.344  150
  1024 2025-08-07 09:58 walk  128  5.919   51
  1025 2025-08-09 11:07 walk  310 18.216 1431
  1026 2025-08-10 10:19 walk  331 21.605 1245
  1027 2025-08-11 08:12 run    45  7.799  118
  1028 2025-08-13 09:17 walk   42  2.219  287
  1029 2025-08-14 09:11 walk   42  2.046  281
  1030 2025-08-16 16:43 cycle 130 29.092  421
  1031 2025-08-17 11:16 walk  269 16.347  897
  1032 2025-08-18 08:29 run    35  6.222   89
  1033 2025-08-19 08:08 run    34  6.443  105
  1034 2025-08-20 15:27 run    52  9.257  151
  1035 2025-08-21 08:19 run    51  9.327  150
  1036 2025-08-23 15:02 cycle 103 25.121  310
  1037 2025-08-24 20:29 run    24  4.712  106
  1038 2025-08-25 07:02 cycle  49 21.164  159
  1039 2025-08-25 08:15 run    50  9.385  150
  1040 2025-08-25 15:59 cycle  82 20.458  465`

describe('samples', () => {
  test('99 columns of 2025: every activity as read by hand', async () => {
    const { reader, entries, leftOut, notes } = await readHistory(
      [`${FIXTURES}/en-2025-99-columns.csv`],
      DENVER,
    )
    const rows = ACTIVITIES_2025.trim()
      .split('\n')
      .map(line => line.trim().split(/\s+/))
    expect(entries.map(({ key, draft }) => [key, describeDraft(draft)])).toEqual(
      rows.map(([id = '', date = '', clock, activity, minutes, km, climb]) => [
        id,
        [
          `${date} ${clock} ${date.startsWith('2014-11') ? -7 : -6}`,
          `activity, activity ${activity}, durationMinutes ${minutes}, distanceKm ${km}, climbM ${climb}`,
          `Text ${Number(id) - 1000}${['1038', '1040'].includes(id) ? `\nWith Text ${Number(id) - 1000}` : ''}`,
        ].join(', '),
      ]),
    )
    expect({ reader, leftOut, notes }).toEqual({ reader: 'strava', leftOut: [], notes: [CLOCK] })
  })

  test('a folder with a table of shoes: the one activity', async () => {
    const archive = join(folder, 'export')
    mkdirSync(join(archive, 'activities'), { recursive: true })
    for (const table of ['activities', 'shoes'])
      writeFileSync(join(archive, `${table}.csv`), readFileSync(`${FIXTURES}/geo-activity-${table}.csv`))
    writeFileSync(join(archive, 'activities', '12866632127.fit.gz'), '')
    const { entries, ignored } = await readHistory([archive], { zone: 'Europe/Berlin' })
    expect(entries.map(({ key, draft }) => [key, describeDraft(draft)])).toEqual([
      [
        '12070555079',
        '2022-05-29 17:53 +2, activity, activity run, durationMinutes 24, distanceKm 3.323, climbM 62, Laufen Landal Park',
      ],
    ])
    expect(ignored).toEqual(new Map([['Recorded tracks', 1]]))
  })
})

describe('the zone', () => {
  test('is asked, and nothing is interpreted without it', async () => {
    const { interpret } = await scanHistory([`${FIXTURES}/en-2025-99-columns.csv`])
    expect(interpret({})).toMatchObject({
      entries: [],
      questions: [{ id: 'zone', isNeeded: true, suggested: 'Europe/London' }],
    })
  })
})

/** Columns between the second distance and the end, of which climb and exertion are read. */
const laterCells = (climb: string, exertion: string) => [
  ...['', '', climb],
  ...Array.from({ length: 22 }, () => ''),
  exertion,
  '',
]
const headerOf = (elapsed: string, distance: string, first: readonly string[]) => [
  ...first,
  ...[elapsed, 'moving', distance],
  ...laterCells('climb', 'exertion').map((_, index) => `column ${index}`),
]

describe('other generations, after their description', () => {
  const FIRST_2020 =
    'ID,Date,Name,Type,Description,Elapsed,Distance,Relative Effort,Commute,Gear,Filename,Weight,Bike Weight'
  const SPAN = '<span class="translation_missing" title="translation missing: en-US.x">'

  test('ten columns before July 2019: metres, and no moving time', async () => {
    const path = save(
      'old.csv',
      [
        'id,date,name,type,description,elapsed_time,distance,commute,gear,filename',
        '7,2018-03-04 17:25:12,"Lunch, run",Run,"Two',
        'lines",1800,5012.3,false,Old shoe,activities/7.gpx',
        '8,2018-03-05 17:25:12,Yoga,Yoga,,3599,0.0,false,,',
      ].join('\r\n'),
    )
    const { entries } = await readHistory([path], { zone: 'Europe/London' })
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2018-03-04 17:25 +0, activity, activity run, durationMinutes 30, distanceKm 5.012, Lunch, run\nTwo\nlines\nWith Old shoe',
      '2018-03-05 17:25 +0, activity, activity other, durationMinutes 60, Yoga',
    ])
  })

  test('2020: two columns less in the first block, names without translation, German cells', async () => {
    const header = headerOf(`${SPAN}Elapsed</span>`, 'Distance', FIRST_2020.split(','))
    const row = [
      ...[
        '9',
        '09.12.2022, 15:24:49',
        'Lauf',
        'Run',
        '',
        '1900',
        '9,44',
        '',
        'false',
        'Schuh',
        'activities/9.fit.gz',
        '',
        '',
      ],
      ...['1900.0', '1811.0', '9441.0', ...laterCells('12,5', '7')],
    ]
    const path = save(
      'german.csv',
      [header, row].map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
    )
    const { entries } = await readHistory([path], { zone: 'Europe/Berlin' })
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2022-12-09 16:24 +1, activity, activity run, durationMinutes 30, exertion 7, distanceKm 9.441, climbM 13, Lauf\nWith Schuh',
    ])
  })

  test.each([
    ['Jul 14, 2020, 10:36:55\u202FPM', '2020-07-14 22:36 +0'],
    ['14 juil. 2020 à 22:36:55', '2020-07-14 22:36 +0'],
    ['14 de jul. de 2020, 22:36:55', '2020-07-14 22:36 +0'],
    ['14 lip 2020, 22:36:55', '2020-07-14 22:36 +0'],
    ['2020/07/14 22:36:55', '2020-07-14 22:36 +0'],
    ['31/12/2020, 22:36:55', '2020-12-31 22:36 +0'],
  ])('the date %s', async (date, expected) => {
    const path = save(
      'date.csv',
      `id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n1,"${date}",,Run,,600,0,,,`,
    )
    const { entries } = await readHistory([path], { zone: 'UTC' })
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      `${expected}, activity, activity run, durationMinutes 10`,
    ])
  })

  test('a date that may be read in two ways is asked', async () => {
    const path = save(
      'date.csv',
      'id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n1,"03/04/2020, 22:36:55",,Run,,600,0,,,',
    )
    const { interpret } = await scanHistory([path])
    expect(interpret({ zone: 'UTC' })).toMatchObject({
      entries: [],
      questions: [{ id: 'zone' }, { id: 'dialect:dateOrder' }],
    })
    const { entries, questions } = interpret({ zone: 'UTC', 'dialect:dateOrder': 'month-first' })
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2020-03-04 22:36 +0, activity, activity run, durationMinutes 10',
    ])
    expect(questions.map(({ id }) => id)).toEqual(['zone', 'dialect:dateOrder'])
  })
})

describe('shoes', () => {
  const HEADER = 'id,date,name,type,description,elapsed_time,distance,commute,gear,filename'
  const rows = ['Run', 'Ride', 'Walk'].map(
    (type, index) => `${index},2020-07-14 1${index}:00:00,,${type},,600,0,false,Old pair,`,
  )

  test('of the closet are asked about, and a bicycle is none', async () => {
    const { interpret } = await scanHistory([save('gear.csv', [HEADER, ...rows].join('\n'))])
    const context = {
      ...historyContext,
      shoes: [
        { id: 4, name: 'Blue runners' },
        { id: 7, name: 'Old pair' },
      ],
    }
    const { entries, questions } = interpret({ zone: 'UTC', 'gear:Old pair': '4' }, context)
    expect(entries.map(({ draft }) => describeDraft(draft))).toEqual([
      '2020-07-14 10:00 +0, activity, activity run, durationMinutes 10, shoeId 4',
      '2020-07-14 11:00 +0, activity, activity cycle, durationMinutes 10, With Old pair',
      '2020-07-14 12:00 +0, activity, activity walk, durationMinutes 10, shoeId 4',
    ])
    expect(questions.find(({ id }) => id === 'gear:Old pair')).toMatchObject({
      suggested: '7',
      isNeeded: false,
    })
    const none = interpret({ zone: 'UTC', 'gear:Old pair': 'none' }, context)
    expect(none.entries.map(({ draft }) => draft.note)).toEqual([
      'With Old pair',
      'With Old pair',
      'With Old pair',
    ])
  })

  test('stay in the note while the closet is empty', async () => {
    const { entries, notes } = await readHistory([save('gear.csv', [HEADER, rows[0]].join('\n'))], {
      zone: 'UTC',
    })
    expect(entries.map(({ draft }) => draft.note)).toEqual(['With Old pair'])
    expect(notes).toEqual([
      CLOCK,
      'Shoes such as “Old pair” stay in the note. Add your shoes to Unknot, then import again: then you can say which is which.',
    ])
  })
})

describe('what cannot be an entry', () => {
  const HEADER = 'id,date,name,type,description,elapsed_time,distance,commute,gear,filename'

  test('is left out row by row, and unknown types are asked', async () => {
    const path = save(
      'odd.csv',
      [
        HEADER,
        '1,2020-07-14 10:00:00,Short,Run,,59,0,,,',
        '2,2020-07-14 10:00:00,Long,Run,,90000,0,,,',
        '3,2031-07-14 10:00:00,Later,Run,,600,0,,,',
        '4,2020-07-14 10:00:00,Far,Ride,,6000,500001,,,',
        '5,2020-02-30 10:00:00,No day,Run,,600,0,,,',
        '6,2020-07-14 10:00:00,New,Quidditch,,600,0,,,',
        '6,2020-07-14 10:00:00,New,Quidditch,,600,0,,,',
        '#error#,oops',
        'x,2020-07-14 10:00:00,No id,Run,,600,0,,,',
        '7,2020-07-14 10:00:00,No length,Run,,,0,,,',
        '8,2020-07-14 10:00:00,Fine,Run,,600,0,,,',
      ].join('\n'),
    )
    const { interpret } = await scanHistory([path])
    const { entries, leftOut, questions } = interpret({ zone: 'UTC' })
    expect(entries.map(({ key }) => key)).toEqual(['8'])
    expect(leftOut.map(({ reason }) => reason)).toEqual([
      'a damaged line',
      'a damaged line',
      'shorter than a minute',
      'longer than 24 hours',
      'in the future',
      'more than 500 km',
      'a date that Unknot cannot read',
      'you have not said what activity this is',
      'listed twice',
      'no length is given',
    ])
    expect(questions.map(({ id, isNeeded }) => [id, isNeeded])).toEqual([
      ['zone', true],
      ['activity:Quidditch', false],
    ])
    const answered = interpret({ zone: 'UTC', 'activity:Quidditch': 'court-or-field-sport' })
    expect(answered.entries.map(({ key }) => key)).toEqual(['6', '8'])
  })

  test('quotes escaped with a backslash are read', async () => {
    const path = save(
      'quotes.csv',
      `${HEADER}\n1,2020-07-14 10:00:00,"My \\"easy\\" run, slow",Run,,600,0,,,\n`,
    )
    const { entries } = await readHistory([path], { zone: 'UTC' })
    expect(entries.map(({ draft }) => draft.note)).toEqual(['My "easy" run, slow'])
  })

  test.each([
    ['in a cell', `${HEADER}\n1,2020-07-14 10:00:00,"Run in the`],
    ['in a line', `${HEADER}\n1,2020-07-14 10:00:00,A,Run,,600,0,,,\n2,2020-07-1`],
  ])('a table that ends %s is refused as a whole', async (_, text) => {
    await expect(readHistory([save('cut.csv', text)], { zone: 'UTC' })).rejects.toThrow(/incomplete/)
  })

  test('a zip that ends too early is refused as a whole', async () => {
    const zip = makeZip([
      { name: 'activities.csv', content: readFileSync(`${FIXTURES}/en-2025-99-columns.csv`) },
    ])
    await expect(readHistory([save('cut.zip', zip.subarray(0, zip.length / 2))], DENVER)).rejects.toThrow(
      /incomplete/,
    )
  })
})
