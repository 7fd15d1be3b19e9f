/** Journal files of every released version, and of future ones. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readImport } from '../../../../main/services/transfer/read-import.ts'
import { bundle } from '../../../../main/services/transfer/table-bundle.ts'
import {
  exportJournal,
  formatJournalFile,
  importJournal,
} from '../../../../main/services/transfer/transfer.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type JournalFile, parseJournalFile } from '../../../../shared/archive/journal-file.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
/** Current time, after every entry of the files. */
const NOW = { at: Date.UTC(2061, 0, 1), offsetMinutes: 0 }

const readGolden = (version: number) =>
  readFileSync(join(import.meta.dirname, `../../../fixtures/journal-file-${version}.json`), 'utf8')

function parse(text: string): JournalFile {
  const parsed = parseJournalFile(text, NOW)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}

const problemsOf = (json: object) => {
  const parsed = parseJournalFile(JSON.stringify(json), NOW)
  return parsed.ok ? [] : parsed.problems
}

/** Round trip: imports a file into an empty journal and exports it. */
function exportAgain(file: JournalFile): JournalFile {
  const journal = createJournalStore(openJournal(':memory:'))
  importJournal(journal, file)
  const text = Array.from(formatJournalFile(exportJournal(journal))).join('')
  journal.close()
  return parse(text)
}

describe('a file of version 1', () => {
  const raw = JSON.parse(readGolden(1))

  test('is read whole: its days began at midnight, and what it does not say is unknown', () => {
    const { version, checkIns, warnings, entries } = parse(readGolden(1))
    expect(version).toBe(2)
    expect(checkIns).toEqual(raw.checkIns.map((checkIn: object) => ({ ...checkIn, dayStartMinutes: 0 })))
    expect(checkIns.length).toBeGreaterThan(0)
    expect(warnings).toMatchObject(
      raw.warnings.map((warning: object) => ({ ...warning, snoozedUntil: null })),
    )
    expect(entries).toMatchObject(raw.entries)
  })

  test('comes out of a journal as a file of version 2 that says the same', () => {
    const again = exportAgain(parse(readGolden(1)))
    expect(again).toEqual(parse(readGolden(1)))
    expect(again).toMatchObject({ ...raw, version: 2 })
  })

  test('of before there were warnings, decisions, experiments and suspects is read too', () => {
    const { warnings: _warnings, suggestionDecisions: _decisions, experiments: _experiments, ...early } = raw
    expect(early).not.toHaveProperty('coins')
    expect(parse(JSON.stringify(early))).toMatchObject({
      warnings: [],
      suggestionDecisions: [],
      experiments: [],
      suspects: [],
      coins: [],
      shownCheckpoints: [],
    })
  })
})

describe('a file of version 2', () => {
  const raw = JSON.parse(readGolden(2))

  test('comes out of a journal as it went in', () => {
    const again = exportAgain(parse(readGolden(2)))
    expect(again).toEqual(parse(readGolden(2)))
    expect(again).toMatchObject(raw)
    expect(raw.checkIns.some(({ dayStartMinutes }: { dayStartMinutes: number }) => dayStartMinutes > 0)).toBe(
      true,
    )
    const volumes: number[] = raw.entries.flatMap(({ volumeMl }: { volumeMl?: number }) => volumeMl ?? [])
    expect(volumes.some(volumeMl => !Number.isInteger(volumeMl))).toBe(true)
  })
})

describe('a file of a later version', () => {
  const raw = JSON.parse(readGolden(2))
  const newer = /written by a newer Unknot/

  test('is refused as such, whatever is in it', () => {
    const file = { ...raw, version: 3, dreams: [], entries: [{ kind: 'dream' }] }
    expect(problemsOf(file)).toEqual([{ path: '', message: expect.stringMatching(newer) }])
  })

  test.each([
    ['a field of an entry', { entries: [{ ...raw.entries[0], mood: 3 }] }, 'entries[0]'],
    ['a kind of entry', { entries: [{ ...raw.entries[0], kind: 'dream' }] }, 'entries[0].kind'],
    ['a field of the person', { profile: { ...raw.profile, mood: 3 } }, 'profile'],
    ['a list', { dreams: [] }, ''],
  ])('that has added %s is never refused with its name', (_what, part, path) => {
    const problems = problemsOf({ ...raw, warnings: [], ...part })
    expect(problems[0]).toEqual({ path, message: expect.stringMatching(newer) })
    for (const { message } of problems) expect(message).not.toMatch(/mood|dream|Unrecognized|Invalid/)
  })

  test('that gives no version says so', () => {
    expect(problemsOf({ ...raw, version: '2' })).toEqual([
      { path: 'version', message: 'This file does not say which version of an Unknot journal it is.' },
    ])
  })

  test('of tables in one file is refused as such', () => {
    const path = join(newFolder(), 'tables')
    const read = (text: string) => {
      writeFileSync(path, text)
      return readImport(
        {
          paths: [path],
          passphrase: null,
          answers: { dateOrder: null, decimalSign: null },
          now: NOW,
          timeZone: 'Europe/Berlin',
        },
        () => {},
      )
    }
    const tables = bundle([
      { name: 'fluid.csv', text: 'record,date,time,drink,volume_ml\nfluid,2026-11-20,09:00,water,250\n' },
    ])
    expect(read(tables)).toMatchObject({ state: 'read', file: { entries: [{ volumeMl: 250 }] } })
    // Version 1 of the bundle has no version number.
    expect(read(tables.replace('unknot-tables 2 ', 'unknot-tables '))).toMatchObject({ state: 'read' })
    expect(read(tables.replace('unknot-tables 2 ', 'unknot-tables 3 '))).toMatchObject({
      state: 'refused',
      problems: [{ message: expect.stringMatching(newer) }],
    })
  })
})
