import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../../../../main/files/csv.ts'
import { saveTables } from '../../../../main/services/transfer/export-tasks.ts'
import { readImport } from '../../../../main/services/transfer/read-import.ts'
import { importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { getColumns, recordNames } from '../../../../shared/archive/csv-tables.ts'
import type { CsvAnswers } from '../../../../shared/archive/import-plan.ts'
import type { JournalFile } from '../../../../shared/archive/journal-file.ts'
import { anyJournalFile } from '../../../fixtures/arbitrary-journals.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { makeCoins } from '../../../shared/experiments/make-coins.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'
import { activityDraft, crampDraft, fluidDraft } from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'
import { byId, entriesOf, LATER, place, problemsOf, readAll, saveAll, unanswered } from './read-tables.ts'

const newFolder = temporaryFolders()
const stored = { id: 1, loggedAt: 0, editedAt: null, deletedAt: null }
const fluids = (...notes: string[]): JournalFile => ({
  ...emptyJournalFile,
  entries: notes.map((note, index) => ({ ...fluidDraft({ note }), ...stored, id: index + 1 })),
})

/** Arbitrary changes to a table, by other programs on saving or by hand, that keep its content. */
const anyMangling = fc.record({
  lineEnds: fc.array(fc.constantFrom('\r\n', '\n', '\r'), { minLength: 1, maxLength: 5 }),
  delimiter: fc.constantFrom(',', ';', '\t'),
  isQuoted: fc.boolean(),
  /** Trailing empty cells: removed, kept or added. */
  isCut: fc.boolean(),
  extraCells: fc.integer({ min: 0, max: 3 }),
  words: fc.constantFrom<(word: string) => string>(
    word => word,
    word => word.toUpperCase(),
    word => ` ${word.replaceAll('-', ' ')} `,
    word => word.replaceAll('-', '_'),
  ),
  start: fc.constantFrom('', '\uFEFF', 'sep'),
})
type Mangling = typeof anyMangling extends fc.Arbitrary<infer One> ? One : never

function mangle(text: string, { lineEnds, delimiter, isQuoted, isCut, extraCells, words, start }: Mangling) {
  const [header = [], ...rows] = Papa.parse<string[]>(text, {
    delimiter: ',',
    newline: '\r\n',
    skipEmptyLines: true,
  }).data
  const columns = getColumns(recordNames.find(name => name === rows[0]?.[0]) ?? 'profile')
  const isWord = header.map(
    name => name === 'record' || columns.some(column => column.name === name && column.cell.sort === 'word'),
  )
  const empty = Array<string>(extraCells).fill('')
  const lines = [
    [...header.map(name => words(name.replaceAll('_', '-'))), ...empty],
    ...rows.map(row => {
      const cells = row.map((cell, index) => (isWord[index] && !/\d{4}/.test(cell) ? words(cell) : cell))
      return isCut ? cells.slice(0, cells.findLastIndex(cell => cell !== '') + 1) : [...cells, ...empty]
    }),
  ]
  const first = start === 'sep' ? `sep=${delimiter}\r\n` : start
  return lines.reduce((whole, line, index) => {
    const lineEnd = lineEnds[index % lineEnds.length] ?? '\n'
    return whole + Papa.unparse([line], { delimiter, quotes: isQuoted }) + lineEnd
  }, first)
}

describe('the tables of a journal', () => {
  test('property: saved as CSV and read again, they are the same journal', () => {
    fc.assert(
      fc.property(anyJournalFile, given => {
        const read = readAll(saveAll(given))
        if (read.state !== 'read') throw new Error(JSON.stringify(read))
        expect(byId(read.file)).toEqual(given)
      }),
      { numRuns: 200 },
    )
  })

  test('property: saved in a folder and read from it, they are the same journal', async () => {
    await fc.assert(
      fc.asyncProperty(anyJournalFile, async given => {
        const folder = newFolder()
        const journal = createJournalStore(openJournal(join(folder, 'journal.sqlite')))
        importJournal(journal, given)
        journal.close()
        const path = join(folder, 'tables')
        await saveTables({
          journalPath: join(folder, 'journal.sqlite'),
          path,
          passphrase: null,
          timeZone: 'Europe/Berlin',
        })
        const paths = readdirSync(path).map(name => join(path, name))
        const read = readImport({ ...place, paths, passphrase: null }, () => {})
        if (read.state !== 'read') throw new Error(JSON.stringify(read))
        expect(byId(read.file)).toEqual(given)
      }),
      { numRuns: 30 },
    )
  })

  test('property: mangled by spreadsheets and editors and read again, they are the same journal', () => {
    fc.assert(
      fc.property(anyJournalFile, anyMangling, (given, mangling) => {
        const read = readAll(saveAll(given).map(table => ({ ...table, text: mangle(table.text, mangling) })))
        if (read.state !== 'read') throw new Error(JSON.stringify(read))
        expect(byId(read.file)).toEqual(given)
      }),
      { numRuns: 100 },
    )
  })

  test.each(['\uFEFFfirst', '\0', 'a\0b', '\r', '\n', '\r\n', 'a\rb\nc', '\uFEFF\uFEFF', '\u2028'])(
    'keep the note %j',
    note => {
      const [table] = saveAll(fluids(note, 'another'))
      expect(entriesOf(table?.text ?? '')).toMatchObject([{ note }, { note: 'another' }])
    },
  )

  test.each([
    '=1+1',
    '+49 30',
    '-5',
    '@me',
    "'=1",
    "''=1",
    "'plain",
    '\t=1',
    'two\r\n=lines',
    'a,b;"c"',
    ' spaced ',
  ])('keep the note %j, and no spreadsheet computes it', note => {
    const [table] = saveAll(fluids(note))
    const { rows } = parseCsv(table?.text ?? '', ',')
    const cell = rows[1]?.cells[rows[0]?.cells.indexOf('note') ?? -1]
    expect(cell).toBe(note)
    const shown = Papa.parse<string[]>(table?.text ?? '').data[1] ?? []
    expect(shown.filter(one => /^\s*[=+\-@]|^[\t\r\n]/.test(one))).toEqual([])
    expect(entriesOf(table?.text ?? '')).toMatchObject([{ note }])
  })

  test('say where they are wrong, by file, line and column', () => {
    const good = saveAll(fluids('first\nof two lines', 'second', 'third'))[0]?.text ?? ''
    expect(problemsOf(good.replace(/water,250(?=,,,,second)/, 'water,12000'))).toEqual([
      { place: 'x.csv, line 4, volume_ml', message: 'Enter a number from 1 to 5000 ml.' },
    ])
    expect(problemsOf(good.replace(/14:00(?=,,60,water,250,,,,third)/, '25:00'))).toEqual([
      { place: 'x.csv, line 5, time', message: 'There is no such time. Enter a time such as 14:05.' },
    ])
    expect(problemsOf(good.replace('volume_ml', 'volume'))).toEqual([
      { place: 'x.csv, line 1', message: 'There is no column "volume" in the table fluid.' },
    ])
    expect(problemsOf('a,b\r\n1,2\r\n')[0]?.message).toMatch(/first line must name the columns/)
    expect(problemsOf(`${good}fluid,7\r\n`)).toEqual([
      { place: 'x.csv, line 6, date', message: 'Enter a date such as 2026-11-20.' },
      { place: 'x.csv, line 6, time', message: 'Enter a time such as 14:05.' },
    ])
  })

  test('made by hand may leave out what nobody knows', () => {
    expect(entriesOf('record,date,time,drink,volume_ml\r\nfluid,2026-11-19,14:00,tea,200\r\n')).toEqual([
      { ...fluidDraft({ drink: 'tea', volumeMl: 200 }), ...stored, loggedAt: LATER.at },
    ])
    expect(entriesOf('record,date,time,heat\nday,2026-11-19,,hot\n')).toMatchObject([
      { kind: 'day', heat: 'hot', at: Date.UTC(2026, 10, 19, 11) },
    ])
  })

  test('may have their columns in capital letters, a line that tells the separator, and empty cells at the end', () => {
    const text = 'sep=;\r\nRecord;Date;TIME;Drink;Volume_ml;;\r\nfluid;2026-11-19;14:00;tea;200;;\r\n'
    expect(entriesOf(text)).toMatchObject([{ drink: 'tea', volumeMl: 200 }])
    expect(problemsOf(text.replace('200;;', '9000;;'))).toEqual([
      { place: 'x.csv, line 3, volume_ml', message: 'Enter a number from 1 to 5000 ml.' },
    ])
    expect(problemsOf(text.replace('200;;', '200;;7'))[0]).toMatchObject({ place: 'x.csv, line 3' })
  })

  test('tell of one person: a second line is not passed over', () => {
    expect(problemsOf('record,name\nprofile,Ada\nprofile,Grace\n')).toEqual([
      { place: 'x.csv, line 3', message: 'A journal is about one person. Keep one line of this table.' },
    ])
  })

  test('say that there is no such day, and not that its year is wrong', () => {
    const problemOfDate = (date: string) =>
      problemsOf(`record,date,time,drink,volume_ml\nfluid,${date},14:00,tea,200\n`)[0]?.message
    for (const date of ['30.02.2025', '2025-02-30', '31.4.2025'])
      expect(problemOfDate(date)).toMatch(/no such day/)
    expect(problemOfDate('30.02.25')).toMatch(/all four digits/)
  })

  test('say where an experiment is wrong', () => {
    const { id: _id, ...experiment } = makeExperiment()
    const days = [{ date: '2026-11-21', kept: true, answeredAt: Date.UTC(2026, 10, 22) }]
    const [table] = saveAll({ ...emptyJournalFile, experiments: [{ ...experiment, days }] })
    const text = table?.text ?? ''
    expect(text).toContain('balanced/8/7/1')
    expect(problemsOf(text.replace('balanced/8/7/1', 'balanced/8'))).toEqual([
      { place: 'x.csv, line 2, design', message: 'Enter a plan such as "balanced/8/7/1".' },
    ])
    expect(problemsOf(text.replace('2026-11-21/yes', '2026-11-21/maybe'))).toEqual([
      { place: 'x.csv, line 2, days', message: 'Enter yes or no.' },
    ])
    expect(problemsOf(text.replace('balanced/8/7/1', 'balanced/8/7/9'))[0]?.place).toBe(
      'x.csv, line 2, design',
    )
  })

  test('say where coins are wrong', () => {
    const { id: _id, ...experiment } = makeCoins()
    const answers = [
      {
        date: '2026-11-21',
        action: 'loose-bedding' as const,
        followed: true,
        answeredAt: Date.UTC(2026, 10, 22),
      },
    ]
    const [table] = saveAll({ ...emptyJournalFile, coins: [{ ...experiment, answers }] })
    const text = table?.text ?? ''
    expect(text).toMatch(/loose-bedding:[01]{56}/)
    expect(problemsOf(text.replace('loose-bedding:', 'loose-bedding:x'))).toEqual([
      {
        place: 'x.csv, line 2, actions',
        message: 'Enter actions with their coins, such as "loose-bedding:0110".',
      },
    ])
    expect(problemsOf(text.replace('/yes/', '/maybe/'))).toEqual([
      { place: 'x.csv, line 2, answers', message: 'Enter yes or no.' },
    ])
    expect(problemsOf(text.replace('loose-bedding:', 'hanging-upside-down:'))[0]?.place).toBe(
      'x.csv, line 2, actions',
    )
  })

  test('name a cramp that is in no table: that is told', () => {
    const [table] = saveAll({
      ...fluids(),
      entries: [{ ...fluidDraft({ reliefOf: 9 }), ...stored }],
    })
    expect(problemsOf(table?.text ?? '')).toEqual([
      { place: 'x.csv, line 2, relief_of', message: 'There is no cramp with the id 9.' },
    ])
  })
})

describe('a table from a spreadsheet of another country', () => {
  const activity = (date: string, km: string, sign = ';') =>
    [
      ['record', 'date', 'time', 'activity', 'duration_minutes', 'distance_km'],
      ['activity', date, '14:00', 'run', '40', km],
    ]
      .map(row => row.join(sign))
      .join('\r\n')
  const expected = { ...activityDraft(), at: Date.UTC(2026, 10, 19, 13), distanceKm: 7.5 }

  test('with semicolons, decimal commas and points in its dates is recognised', () => {
    expect(entriesOf(activity('19.11.2026', '7,5'))).toMatchObject([
      { at: expected.at, distanceKm: 7.5, durationMinutes: 40 },
    ])
    expect(entriesOf(activity('19/11/2026', '7,5', '\t'))).toMatchObject([{ at: expected.at }])
    expect(entriesOf(activity('11/19/2026', '7.5', ','))).toMatchObject([{ at: expected.at }])
  })

  test('whose dates can be read both ways is asked about', () => {
    const text = activity('03/04/2026', '7,5')
    expect(readAll([{ name: 'x.csv', text }])).toEqual({
      state: 'asks',
      questions: [{ about: 'dateOrder', sample: '03/04/2026', files: ['x.csv'] }],
    })
    const dayOf = (answer: CsvAnswers['dateOrder']) =>
      new Date(entriesOf(text, { ...unanswered, dateOrder: answer })[0]?.at ?? 0).toISOString().slice(0, 10)
    expect(dayOf('day-first')).toBe('2026-04-03')
    expect(dayOf('month-first')).toBe('2026-03-04')
  })

  test('is told by itself alone: what another file says settles nothing', () => {
    const clear = { name: 'clear.csv', text: activity('25/06/2026', '7,5') }
    const unclear = { name: 'unclear.csv', text: activity('05/06/2026', '7,5') }
    const both = (answers = unanswered) => readAll([clear, unclear], answers)
    expect(both()).toEqual({
      state: 'asks',
      questions: [{ about: 'dateOrder', sample: '05/06/2026', files: ['unclear.csv'] }],
    })
    const read = both({ ...unanswered, dateOrder: 'month-first' })
    if (read.state !== 'read') throw new Error(JSON.stringify(read))
    expect(read.file.entries.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '2026-06-25',
      '2026-05-06',
    ])
  })

  test('is told by dates that are written alike: points settle nothing about slashes', () => {
    const two = `${activity('05.11.2025', '7,5')}\r\nactivity;05/06/2026;15:00;run;40;7,5`
    expect(readAll([{ name: 'x.csv', text: two }])).toEqual({
      state: 'asks',
      questions: [{ about: 'dateOrder', sample: '05/06/2026', files: ['x.csv'] }],
    })
  })

  test('whose decimals could be thousands is asked about', () => {
    const text = activity('2026-11-19', '1,234')
    expect(readAll([{ name: 'x.csv', text }])).toEqual({
      state: 'asks',
      questions: [{ about: 'decimalSign', sample: '1,234', files: ['x.csv'] }],
    })
    expect(entriesOf(text, { ...unanswered, decimalSign: 'comma' })).toMatchObject([{ distanceKm: 1.234 }])
    expect(readAll([{ name: 'x.csv', text }], { ...unanswered, decimalSign: 'point' })).toMatchObject({
      state: 'refused',
      problems: [{ place: 'x.csv, line 2, distance_km' }],
    })
  })

  test('with years of two digits is refused', () => {
    expect(problemsOf(activity('19.11.26', '7,5'))[0]?.message).toMatch(/all four digits/)
  })

  test('with the hours of a half day is read', () => {
    const text = activity('2026-11-19', '7.5', ',').replace('14:00', '2:00 PM')
    expect(entriesOf(text)).toMatchObject([{ at: expected.at }])
  })
})

test('a table of an older version, which does not say when something was tried, is read', () => {
  const older = [
    'record,date,time,utc_offset_minutes,sites,relief',
    'cramp,2026-11-19,03:05,60,left calf,stretch/yes/2; heat//',
  ].join('\n')
  expect(entriesOf(older)).toMatchObject([
    {
      relief: [
        { technique: 'stretch', helped: 'yes', startedAfterMinutes: null, minutesToRelief: 2 },
        { technique: 'heat', helped: null, startedAfterMinutes: null, minutesToRelief: null },
      ],
    },
  ])
})

test('a cramp’s places and what was tried are words in one cell', () => {
  const draft = crampDraft({
    sites: [
      { muscle: 'calf', side: 'left' },
      { muscle: 'inner-thigh', side: 'both' },
    ],
    relief: [
      { technique: 'stretch', helped: 'yes', startedAfterMinutes: 1, minutesToRelief: 2 },
      { technique: 'heat', helped: null, startedAfterMinutes: null, minutesToRelief: null },
    ],
  })
  const [table] = saveAll({ ...fluids(), entries: [{ ...draft, ...stored }] })
  expect(table?.text).toContain('left calf; both inner-thigh')
  expect(table?.text).toContain('stretch/yes/2/1; heat///')
})
