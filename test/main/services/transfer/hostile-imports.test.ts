/**
 * Hostile imports, made to consume time or memory or to store unreadable data: refused, naming the place in the file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { previewImport, runImport } from '../../../../main/services/transfer/import-tasks.ts'
import { readImport } from '../../../../main/services/transfer/read-import.ts'
import { exportJournal } from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { MAX_PROBLEMS } from '../../../../shared/kinds/limits.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'
import { fluidDraft, footwearDraft, nightDraft, shoeDraft } from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'
import { place, saveAll } from './read-tables.ts'

const at = Date.UTC(2026, 10, 19)
const stored = { loggedAt: at, editedAt: null, deletedAt: null }
const medicationDraft = {
  kind: 'medication',
  at,
  offsetMinutes: 60,
  note: '',
  medicineClass: 'quinine',
  change: 'start',
} as const
const newFolder = temporaryFolders()
let folder: string
beforeEach(() => {
  folder = newFolder()
})

function read(text: string | Uint8Array, name = 'x.csv') {
  const path = join(folder, name)
  writeFileSync(path, text)
  return readImport({ ...place, paths: [path], passphrase: null }, () => {})
}
function refusalOf(text: string | Uint8Array) {
  const preview = read(text)
  if (preview.state !== 'refused') throw new Error(`it was ${preview.state}`)
  expect(preview.problems.length).toBeLessThanOrEqual(MAX_PROBLEMS)
  return preview
}
const problemOf = (text: string | Uint8Array) => refusalOf(text).problems[0]

describe('a table', () => {
  const header = 'record,date,time,drink,volume_ml'
  test('with 40,000 unknown columns is refused in one sentence', () => {
    const columns = Array.from({ length: 40_000 }, (_, index) => `c${index}`)
    expect(refusalOf(`${header},${columns}\nfluid,2026-11-19\n`)).toMatchObject({
      problemCount: 1,
      problems: [
        {
          place: 'x.csv, line 1',
          message: 'This line has more than 16384 cells. No table of Unknot has so many.',
        },
      ],
    })
    expect(problemOf(`${header},${columns.slice(0, 9000)}\nfluid,2026-11-19\n`)).toEqual({
      place: 'x.csv, line 1',
      message: 'This line names 9005 columns. No table of Unknot has more than 200.',
    })
  })

  test('with a line of five million cells, or a cell of five million characters, is refused by its line', () => {
    const row = 'fluid,2026-11-19,14:00,tea,200'
    expect(problemOf(`${header}\r\n${row}\r\n${row}${','.repeat(5_000_000)}\r\n`)).toMatchObject({
      place: 'x.csv, line 3',
      message: expect.stringContaining('16384 cells'),
    })
    expect(problemOf(`${header}\n"${row}\n${'a'.repeat(5_000_000)}"\n`)).toMatchObject({
      place: 'x.csv, line 2',
      message: expect.stringContaining('150000 characters'),
    })
  })

  test('of 300 wrong lines names twenty of them, and how many there are', () => {
    const preview = refusalOf(`${header}\n${'fluid,2026-11-19,14:00,tea,9000\n'.repeat(300)}`)
    expect(preview.problems).toHaveLength(20)
    expect(preview.problemCount).toBe(300)
  })

  test('whose cells make patterns try every way is read through once', () => {
    const cells = [
      `1${' '.repeat(100_000)}2`,
      `1${'a'.repeat(100_000)}1`,
      `${'1 '.repeat(50_000)}x`,
      '('.repeat(100_000),
    ]
    for (const cell of cells)
      for (const columns of ['date,time,volume_ml', 'sites,wake_at,drink'])
        expect(
          problemOf(
            `record,${columns}\n${columns.includes('sites') ? 'cramp' : 'fluid'},${cell},${cell},${cell}\n`,
          ),
        ).toBeDefined()
  })
})

describe('JSON', () => {
  test.each([
    ['ten million brackets', '['.repeat(10_000_000), /nested more deeply/],
    ['objects in objects', '{"a":'.repeat(100_000), /nested more deeply/],
    ['four million empty lists', `[${'[],'.repeat(4_000_000)}[]]`, /more parts than any journal/],
    [
      'a million fields',
      `{"a":[{${Array.from({ length: 1_000_000 }, (_, key) => `"${key}":0`)}}]}`,
      /more fields than/,
    ],
    ['a list of a million places', `{"entries":[{"sites":[1${',1'.repeat(1_000_000)}]}]}`, /longer than any/],
  ])('of %s is refused before it is parsed', (_what, text, message) => {
    expect(problemOf(text)?.message).toMatch(message)
  })

  test('may have brackets, colons and quotes in its notes', () => {
    const note = '[{"\\:'.repeat(400)
    expect(read(JSON.stringify({ format: note })).state).toBe('refused')
    expect(problemOf(JSON.stringify({ format: note }))?.message).toBe('This is not an Unknot journal.')
  })
})

describe('tables in one file', () => {
  test.each([
    ['no list', 'unknot-tables [\n'],
    ['no line', 'unknot-tables [["a.csv",1]]'],
    ['nothing', 'unknot-tables \n'],
    ['no JSON list', 'unknot-tables {}\nrecord'],
    ['negative lengths', `unknot-tables ${JSON.stringify(Array(50).fill(['a', -5]))}\nrecord,date\n`],
    ['lengths that are no numbers', 'unknot-tables [["a.csv","7"]]\nrecord,'],
    ['lengths beyond the end', 'unknot-tables [["a.csv",7000000]]\nrecord,'],
    ['text behind the last table', 'unknot-tables [["a.csv",3]]\nrecord,'],
    ['a hundred thousand tables', `unknot-tables ${JSON.stringify(Array(100_000).fill(['a', 0]))}\n`],
  ])('of which the first line names %s are refused, with the place', (_what, text) => {
    expect(problemOf(text)).toEqual({
      place: 'x.csv, line 1',
      message:
        'The first line should list the tables behind it, with their lengths. The file was changed or cut short.',
    })
  })
})

test('more files than there are tables are refused at once', () => {
  const paths = Array.from({ length: 101 }, (_, index) => join(folder, `${index}.csv`))
  expect(readImport({ ...place, paths, passphrase: null }, () => {})).toMatchObject({
    problems: [{ message: 'Choose at most 100 files at a time.' }],
  })
})

test.each([9e15, -9e15, 8.65e15, Number.MAX_SAFE_INTEGER])(
  'tables of a journal that holds the time %d are written',
  time => {
    const never = { loggedAt: time, editedAt: time, deletedAt: time }
    const tables = saveAll({
      ...emptyJournalFile,
      entries: [
        { ...nightDraft({ at: time, wakeAt: time }), ...never, id: 1 },
        { ...footwearDraft({ at: time, takenOffAt: time }), ...never, id: 2 },
      ],
      checkIns: [{ date: '2026-11-18', kind: 'fluid', dayStartMinutes: 0, checkedAt: time }],
      warnings: [
        {
          rule: 'S1',
          entryId: 1,
          raisedAt: time,
          acknowledgedAt: time,
          snoozedUntil: time,
          endedAt: null,
          closing: '',
        },
      ],
      suggestionDecisions: [{ suggestion: 'x', decision: 'done', reason: '', decidedAt: time }],
    })
    expect(tables).toHaveLength(6)
    expect(tables.map(({ text }) => text).join()).not.toMatch(/NaN|Invalid|undefined/)
  },
)

const HALF = '\uD83E'
test('half a character becomes the sign for it before anything is compared: a second import finds everything there', () => {
  const journalPath = join(folder, 'journal.sqlite')
  const journal = createJournalStore(openJournal(journalPath))
  const file = {
    ...emptyJournalFile,
    profile: { ...emptyProfile, name: `Ada${HALF}` },
    shoes: [{ ...shoeDraft({ name: `Clogs${HALF}` }), id: 1 }],
    entries: [
      { ...fluidDraft({ note: `${HALF}tea` }), ...stored, id: 1 },
      { ...medicationDraft, name: `Quinine${HALF}`, dose: `${HALF}5 mg`, ...stored, id: 2 },
    ],
    suggestionDecisions: [
      { suggestion: `x${HALF}`, decision: 'dismissed', reason: `no${HALF}`, decidedAt: at },
    ],
  }
  const path = join(folder, 'half.json')
  writeFileSync(path, JSON.stringify(file))
  expect(readFileSync(path, 'utf8')).toContain('\\ud83e')
  const order = { ...place, journalPath, paths: [path], passphrase: null, changed: 'keep' as const }
  const look = () => {
    const preview = previewImport(order, () => {})
    if (preview.state !== 'ready') throw new Error(JSON.stringify(preview))
    return preview.plan
  }
  runImport({ ...order, token: look().token }, () => {})
  const again = look()
  expect(again.kinds.fluid).toEqual({ new: 0, same: 1, changed: 0 })
  expect(again.kinds.medication).toEqual({ new: 0, same: 1, changed: 0 })
  expect(again.shoes).toEqual({ new: 0, same: 1, changed: 0 })
  const whole = JSON.stringify(exportJournal(journal))
  expect(whole.isWellFormed() && !whole.includes('\\ud83e')).toBe(true)
  expect(whole.split('\uFFFD')).toHaveLength(8)
  journal.close()
})

test('a date beyond those that can be computed with is refused with its path', () => {
  const { id: _id, ...experiment } = makeExperiment({ firstDate: '9999-12-31' })
  const file = {
    ...emptyJournalFile,
    experiments: [{ ...experiment, days: [] }],
    checkIns: [{ date: '1066-10-14', kind: 'fluid', checkedAt: at }],
  }
  expect(refusalOf(JSON.stringify(file)).problems).toEqual([
    { place: 'checkIns[0].date', message: 'Enter a date from 1900 to 2199.' },
    { place: 'experiments[0].firstDate', message: 'Enter a date from 1900 to 2199.' },
  ])
})
