/** Every kind of write on a full disk: expected message, expected success, and no loss of stored entries. */
import { hash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { rememberWindowBounds } from '../../main/app/window-bounds.ts'
import { JournalRefused } from '../../main/store/journal-refused.ts'
import { everyCramp } from '../../shared/analysis/cramp-filter.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { plainOrder, type ReportOrder } from '../../shared/report/order.ts'
import { readStoredRows } from '../e2e/stored-rows.ts'
import { fluidDraft } from '../shared/kinds/drafts.ts'
import {
  firstWrites,
  type JournalWrite,
  listJournalWrites,
  prepareDiary,
  prepareJournal,
  preparingCalls,
} from './journal-writes.ts'
import { openTriedProgram, statedClock, type TriedProgram } from './program.ts'
import type { SmallDisk } from './small-disk.ts'

interface Place {
  readonly program: TriedProgram
  /** Path on the full disk, and one on another disk. */
  readonly full: string
  readonly elsewhere: string
  readonly backup: { place: 'standard'; name: string }
}

interface Row {
  readonly name: string
  readonly act: (place: Place) => Promise<{ ok: true } | { ok: false; failure: { message: string } }>
  /** `works`, `refused` with the reason, or `either` where SQLite may find free pages in its file. */
  readonly expected: 'works' | 'refused' | 'either'
}

/** Reason in a refusal: disk full (ENOSPC), or under a quota another error code. */
const REASON =
  /^(The disk is full\.|The file would be larger than is allowed here\.|The disk reports an error\. Check the disk\.) .*([Nn]othing was|No (file|backup) was|could not be made)/

const PASSPHRASE = 'a passphrase of some words'
const order = {
  fromDate: '2026-11-01',
  toDate: '2026-11-20',
  paper: 'A4',
  ...plainOrder,
  sections: ['numbers'],
} satisfies ReportOrder
const importChoices = {
  passphrase: null,
  answers: { dateOrder: null, decimalSign: null },
  changed: 'keep',
} as const

const saveTo =
  (path: string, act: Row['act']): Row['act'] =>
  place => {
    place.program.choose(path)
    return act(place)
  }
const onto =
  (target: 'full' | 'elsewhere', ending: string, act: Row['act']): Row['act'] =>
  place =>
    saveTo(`${place[target]}${ending}`, act)(place)

const savings: readonly (readonly [string, string, Row['act']])[] = [
  ['copy', '.sqlite', ({ program }) => program.call('saveCopy', { format: 'journal', passphrase: null })],
  [
    'locked copy',
    '.unknot',
    ({ program }) => program.call('saveCopy', { format: 'journal', passphrase: PASSPHRASE }),
  ],
  ['JSON', '.json', ({ program }) => program.call('saveCopy', { format: 'json', passphrase: null })],
  [
    'locked JSON',
    '.json.unknot',
    ({ program }) => program.call('saveCopy', { format: 'json', passphrase: PASSPHRASE }),
  ],
  ['tables', ' tables', ({ program }) => program.call('saveTables', { passphrase: null })],
  [
    'locked tables',
    ' tables.unknot',
    ({ program }) => program.call('saveTables', { passphrase: PASSPHRASE }),
  ],
  ['open journal', '.open.sqlite', ({ program }) => program.call('saveOpenJournal', {})],
  ...(['pdf', 'csv', 'json', 'fhir.json'] as const).map(
    format =>
      [
        `report as ${format}`,
        `.report.${format}`,
        ({ program }: Place) =>
          program.call('saveReport', { source: { kind: 'new', order }, fit: null, format }),
      ] as const,
  ),
  ['reminder', '.ics', ({ program }) => program.call('saveReminderCalendar', { hour: 20 })],
  [
    'chart picture',
    '.png',
    ({ program }) => program.call('saveChartPicture', { name: 'x', pngBase64: 'iVBORw0KGgo=' }),
  ],
  [
    'chart numbers',
    '.chart.csv',
    ({ program }) => program.call('saveChartNumbers', { name: 'x', columns: ['a'], rows: [[1]] }),
  ],
]

/** @param isQuota every write of this process fails, on every disk */
const listRows = (isQuota: boolean): readonly Row[] => [
  { name: 'entry', expected: 'refused', act: addUntilRefused },
  {
    name: 'edit',
    expected: 'either',
    act: ({ program }) =>
      program.call('changeEntry', { id: 1, draft: fluidDraft({ note: 'edited', volumeMl: 2 }) }),
  },
  { name: 'delete', expected: 'either', act: ({ program }) => program.call('deleteEntry', { id: 2 }) },
  {
    name: 'settings',
    expected: 'either',
    act: ({ program }) => program.call('changeProfile', { ...emptyProfile, name: 'Robin' }),
  },
  { name: 'backup', expected: 'refused', act: ({ program }) => program.call('backUpNow', {}) },
  { name: 'backup of the day', expected: 'refused', act: backUpDaily },
  {
    name: 'backup folder',
    expected: 'refused',
    act: place =>
      saveTo(join(place.elsewhere, '..'), ({ program }) => program.call('chooseBackupFolder', {}))(place),
  },
  {
    name: 'look into a backup',
    expected: 'refused',
    act: ({ program, backup }) => program.call('previewBackup', { backup, passphrase: null }),
  },
  {
    name: 'restore',
    expected: 'refused',
    act: ({ program, backup }) => program.call('restoreBackup', { backup, passphrase: null }),
  },
  {
    name: 'import',
    expected: 'refused',
    act: async ({ program }) => {
      program.choose('test/fixtures/journal-file-2.json')
      const chosen = await program.call('chooseImport', { what: 'files' })
      const files = chosen.ok && chosen.value?.kind === 'import' ? chosen.value.chosen.files : ''
      return program.call('runImport', { ...importChoices, files, token: '' })
    },
  },
  {
    name: 'history of another program',
    expected: 'refused',
    act: async ({ program }) => {
      program.choose('test/fixtures/history/sleep-as-android/sleepdiary-sleep-export.2.zip')
      const chosen = await program.call('chooseImport', { what: 'files' })
      const files = chosen.ok && chosen.value?.kind === 'history' ? chosen.value.chosen.files : ''
      return program.call('runHistory', { files, answers: {}, plan: '' })
    },
  },
  ...savings.map(
    ([name, ending, act]): Row => ({
      name: `${name}, onto the full disk`,
      expected: 'refused',
      act: onto('full', ending, act),
    }),
  ),
  ...savings.map(
    ([name, ending, act]): Row => ({
      name: `${name}, onto another disk`,
      expected: isQuota ? 'refused' : 'works',
      act: onto('elsewhere', ending, act),
    }),
  ),
  {
    name: 'print the report',
    expected: 'works',
    act: ({ program }) => program.call('printReport', { source: { kind: 'new', order }, fit: null }),
  },
  {
    name: 'findings',
    expected: 'either',
    act: ({ program }) => program.call('getFindings', { filter: everyCramp }),
  },
  // The old place stays, and nothing is said, since nothing of the person's is lost.
  { name: 'place of the window', expected: 'works', act: keepOldPlace },
  // Last row: it leaves an empty journal.
  {
    name: 'erase everything',
    expected: 'works',
    act: ({ program }) => program.call('eraseEverything', { confirmation: 'erase', ownFolder: false }),
  },
]

const getPlaceFile = (full: string) => join(full, '../../window.json')

/** @returns a failure when the file of the window's place is no longer what it was */
const keepOldPlace: Row['act'] = async ({ full }) => {
  const file = getPlaceFile(full)
  const before = readFileSync(file, 'utf8')
  const window = Object.assign(new EventEmitter(), {
    getNormalBounds: () => ({ x: 5, y: 5, width: 900, height: 650 }),
    isMaximized: () => false,
  })
  // Of a window, nothing but these is used.
  rememberWindowBounds(window as unknown as BrowserWindow, file)
  window.emit('close')
  return readFileSync(file, 'utf8') === before
    ? { ok: true }
    : { ok: false, failure: { message: 'The file of the place is damaged.' } }
}

const MANY = 2_000
/** Length of a note, in characters. */
const LONG = 2_000

/** Adds entries until the WAL has no room either, and records the acknowledged ones for the final check. */
async function addUntilRefused({ program }: Place) {
  for (let count = 0; count < MANY; count++) {
    const reply = await program.call(
      'addEntry',
      fluidDraft({ note: `while full ${count} ${'x'.repeat(LONG)}`, volumeMl: 1 }),
    )
    if (!reply.ok) return reply
    acknowledged.add(reply.value.id)
  }
  return { ok: true } as const
}

async function backUpDaily({ program }: Place) {
  await program.backUpDaily()
  const list = await program.call('listBackups', {})
  if (!list.ok) return list
  return list.value.problem === null
    ? ({ ok: true } as const)
    : ({
        ok: false,
        failure: {
          message: list.value.problem
            .replace('The last automatic backup could not be made. ', '')
            .replace('Unknot will', 'It could not be made. Unknot will'),
        },
      } as const)
}

/** Ids of acknowledged entries. */
const acknowledged = new Set<number>()

export interface Result {
  readonly name: string
  readonly answer: string
  /** Description of the failure; undefined when the row passed. */
  readonly fault: string | undefined
}

/** @param wanted names of the rows to try; default all */
export async function tryTable(disk: SmallDisk, wanted?: readonly string[]): Promise<readonly Result[]> {
  const other = mkdtempSync(join(tmpdir(), 'unknot-other-disk-'))
  const data = join(disk.folder, 'data')
  mkdirSync(data)
  mkdirSync(join(disk.folder, 'saved'))
  const program = openTriedProgram(data)
  acknowledged.clear()
  await addSome(program)
  const made = await program.call('backUpNow', {})
  const name = made.ok ? made.value.backups[0]?.name : undefined
  if (name === undefined) throw new Error('there is no backup to begin with')
  const place: Place = {
    program,
    full: join(disk.folder, 'saved', 'file'),
    elsewhere: join(other, 'file'),
    backup: { place: 'standard', name },
  }
  const results: Result[] = []
  writeFileSync(getPlaceFile(place.full), '{"width":1000,"height":700}')
  const isWanted = ({ call }: JournalWrite) => wanted === undefined || wanted.includes(call)
  try {
    const journal = program.getJournal()
    if (journal instanceof JournalRefused) throw journal
    prepareDiary(journal, '2026-11-20', statedClock.now())
    results.push(...(await tryJournalWrites(firstWrites.filter(isWanted), place, disk, data)))
    const prepared = prepareJournal(journal, statedClock.now())
    for (const { act } of preparingCalls) {
      const reply = await act(program)
      if (!reply.ok) throw new Error(reply.failure.message)
    }
    acknowledged.add(prepared.entryId)
    results.push(...(await tryJournalWrites(listJournalWrites(prepared).filter(isWanted), place, disk, data)))
    for (const row of listRows(disk.isQuota)) {
      if (wanted !== undefined && !wanted.includes(row.name)) continue
      await addSome(program)
      disk.fill()
      const reply = await row.act(place)
      disk.free()
      const answer = reply.ok ? 'works' : reply.failure.message
      results.push({ name: row.name, answer, fault: await findFault(row, answer, place, disk.isQuota) })
    }
    return results
  } finally {
    disk.free()
    program.close()
    rmSync(other, { recursive: true })
  }
}

/**
 * Tries writes into the journal once no further entry finds room. Each must be refused and leave every row as it was, or,
 * where it needs no new page of the file, be stored.
 *
 * @param data folder of the journal
 */
async function tryJournalWrites(
  writes: readonly JournalWrite[],
  place: Place,
  disk: SmallDisk,
  data: string,
): Promise<Result[]> {
  const { program } = place
  const results: Result[] = []
  if (writes.length === 0) return results
  disk.fill()
  await addUntilRefused(place)
  for (const { call, act } of writes) {
    const before = hashRows(data)
    const reply = await act(program)
    const answer = reply.ok ? 'works' : reply.failure.message
    const isChanged = hashRows(data) !== before
    results.push({ name: call, answer, fault: judgeWrite(answer, isChanged) })
  }
  disk.free()
  const stuck = await findStuck(program)
  return stuck === undefined ? results : [...results, { name: 'afterwards', answer: stuck, fault: stuck }]
}

function judgeWrite(answer: string, isChanged: boolean): string | undefined {
  if (answer === 'works') return isChanged ? undefined : 'it was acknowledged, and nothing was stored'
  if (!REASON.test(answer)) return `this is not the reason: ${answer}`
  return isChanged ? 'it was refused, and changed the journal' : undefined
}

const hashRows = (data: string) => hash('sha256', JSON.stringify(readStoredRows(data)))

/** Adds enough entries that the WAL holds pages beyond the size of the journal's file. */
async function addSome(program: TriedProgram): Promise<void> {
  for (let count = 0; count < 20; count++) {
    const reply = await program.call(
      'addEntry',
      fluidDraft({ note: `before ${count} ${'x'.repeat(LONG)}`, volumeMl: 1 }),
    )
    if (!reply.ok) throw new Error(reply.failure.message)
    acknowledged.add(reply.value.id)
  }
}

async function findFault(
  row: Row,
  answer: string,
  { program, full }: Place,
  isQuota: boolean,
): Promise<string | undefined> {
  const isRefused = answer !== 'works'
  if (row.expected === 'works' && isRefused) return `it should work: ${answer}`
  if (row.expected === 'refused' && !isRefused) return 'it should be refused'
  if (isRefused && !REASON.test(answer)) return `this is not the reason: ${answer}`
  const journal = program.getJournal()
  // Under a quota that still applies, no new journal can be created.
  const isBegun = !(isQuota && row.name === 'erase everything')
  if (journal instanceof JournalRefused && !isBegun) return undefined
  if (journal instanceof JournalRefused) return `the journal does not open: ${journal.message}`
  const left = readdirSync(join(full, '..')).filter(
    name => name.includes('.unknot-') || (isRefused && name.startsWith('file')),
  )
  if (left.length > 0) return `left behind: ${left.join(', ')}`
  if (row.name === 'erase everything')
    return journal.entries.isEmpty() ? await findStuck(program) : 'entries are left'
  // Entry 2 is deleted by a row of its own.
  const lost = [...acknowledged].filter(id => id !== 2 && journal.entries.get(id) === undefined)
  if (lost.length > 0) return `lost: ${lost.join(', ')}`
  return findStuck(program)
}

/** Recovery check: with room again, an entry can be stored. @returns the failure, if any */
async function findStuck(program: TriedProgram): Promise<string | undefined> {
  const reply = await program.call('addEntry', fluidDraft({ note: 'afterwards', volumeMl: 1 }))
  return reply.ok ? undefined : `nothing can be stored afterwards: ${reply.failure.message}`
}
