import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seal } from '../../../../main/files/seal.ts'
import { writeWhole } from '../../../../main/files/write-whole.ts'
import { JobCancelled } from '../../../../main/jobs/job.ts'
import { createJobQueue } from '../../../../main/jobs/job-queue.ts'
import { createThreadRunner } from '../../../../main/jobs/run-in-threads.ts'
import { saveJournalCopy, saveJsonCopy, saveTables } from '../../../../main/services/transfer/export-tasks.ts'
import {
  type ImportOrder,
  previewImport,
  runImport,
} from '../../../../main/services/transfer/import-tasks.ts'
import { readImport } from '../../../../main/services/transfer/read-import.ts'
import { exportJournal } from '../../../../main/services/transfer/transfer.ts'
import { transferJobs } from '../../../../main/services/transfer/transfer-jobs.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { PROBLEMS_COUNTED } from '../../../../shared/archive/import-plan.ts'
import type { ArchivedEntry, JournalFile } from '../../../../shared/archive/journal-file.ts'
import { MAX_PROBLEMS } from '../../../../shared/kinds/limits.ts'
import { emptyProfile } from '../../../../shared/kinds/profile.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { makeExperiment } from '../../../shared/experiments/make-experiment.ts'
import {
  activityDraft,
  crampDraft,
  fluidDraft,
  footwearDraft,
  shoeDraft,
} from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const archiveWorker = join(import.meta.dirname, '../../../../main/services/archive-worker.ts')
const createThreadQueue = (options: { readonly memoryMb?: number } = {}) =>
  createJobQueue(createThreadRunner({ workerFiles: { archive: archiveWorker }, ...options }))
const NOW = Date.UTC(2026, 10, 20)

let folder: string
let journalPath: string
let journal: JournalStore

beforeEach(() => {
  folder = newFolder()
  journalPath = join(folder, 'journal.sqlite')
  journal = createJournalStore(openJournal(journalPath))
})
afterEach(() => journal.close())

const stored = { loggedAt: NOW, editedAt: null, deletedAt: null }
const fileOf = (entries: readonly ArchivedEntry[], more: Partial<JournalFile> = {}): JournalFile => ({
  ...emptyJournalFile,
  profile: { ...emptyProfile, name: 'Ada' },
  shoes: [{ ...shoeDraft(), id: 3 }],
  entries: [...entries],
  checkIns: [{ date: '2026-11-18', kind: 'fluid', dayStartMinutes: 0, checkedAt: NOW }],
  ...more,
})
const three: readonly ArchivedEntry[] = [
  { ...fluidDraft({ reliefOf: 8 }), ...stored, id: 7 },
  { ...crampDraft(), ...stored, id: 8 },
  { ...footwearDraft({ shoeId: 3 }), ...stored, id: 9 },
]

function save(file: unknown, name = 'journal.json'): string {
  const path = join(folder, name)
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file))
  return path
}
const orderOf = (path: string, more: Partial<ImportOrder> = {}): ImportOrder => ({
  journalPath,
  paths: [path],
  passphrase: null,
  answers: { dateOrder: null, decimalSign: null },
  changed: 'keep',
  now: { at: NOW, offsetMinutes: 60 },
  timeZone: 'Europe/Berlin',
  ...more,
})
function planOf(order: ImportOrder) {
  const preview = previewImport(order, () => {})
  if (preview.state !== 'ready') throw new Error(JSON.stringify(preview))
  return preview.plan
}
const run = (order: ImportOrder) => runImport({ ...order, token: planOf(order).token }, () => {})
function problemsOf(order: ImportOrder) {
  const preview = previewImport(order, () => {})
  if (preview.state !== 'refused') throw new Error(`it was ${preview.state}`)
  return preview.problems
}

describe('an import', () => {
  test('tells what it would do, and does nothing until it is asked to', () => {
    const order = orderOf(save(fileOf(three)))
    expect(planOf(order)).toMatchObject({
      kinds: { cramp: { new: 1, same: 0, changed: 0 }, fluid: { new: 1 }, footwear: { new: 1 } },
      shoes: { new: 1 },
      checkIns: { new: 1 },
      takesProfile: true,
      firstDate: '2026-11-19',
      lastDate: '2026-11-19',
    })
    expect(journal.entries.isEmpty()).toBe(true)
    run(order)
    expect(exportJournal(journal)).toEqual(fileOf(three))
  })

  test('of the same file again finds everything there', () => {
    const order = orderOf(save(fileOf(three)))
    run(order)
    const before = exportJournal(journal)
    expect(planOf(order)).toMatchObject({
      kinds: { cramp: { new: 0, same: 1 }, fluid: { new: 0, same: 1 }, footwear: { new: 0, same: 1 } },
      shoes: { same: 1 },
      checkIns: { same: 1 },
      takesProfile: false,
    })
    run(order)
    expect(exportJournal(journal)).toEqual(before)
  })

  test('tells which experiments it leaves out, and leaves those of the journal as they are', () => {
    const { id: _id, ...experiment } = makeExperiment({ firstDate: '2026-09-01' })
    const [mine, later] = [
      { ...experiment, days: [] },
      { ...experiment, firstDate: '2026-10-27', days: [] },
    ]
    run(orderOf(save(fileOf(three, { experiments: [mine] }))))
    const overlapping = { ...mine, firstDate: '2026-09-08' }
    const order = orderOf(save(fileOf(three, { experiments: [mine, overlapping, later] })))
    expect(planOf(order).experiments).toEqual({ new: 1, same: 1, leftOut: 1 })
    run(order)
    expect(exportJournal(journal).experiments).toEqual([mine, later])
  })

  test('adds a second drink that is like the first, and no third', () => {
    const twins = [1, 2].map(id => ({ ...fluidDraft(), ...stored, id }))
    journal.entries.add(fluidDraft(), NOW)
    const order = orderOf(save(fileOf(twins)))
    expect(planOf(order).kinds.fluid).toEqual({ new: 1, same: 1, changed: 0 })
    run(order)
    expect(planOf(order).kinds.fluid).toEqual({ new: 0, same: 2, changed: 0 })
  })

  test('keeps what was changed in the journal, or makes it as in the file, as the person chooses', () => {
    const path = save(fileOf(three))
    run(orderOf(path))
    journal.entries.change(8, crampDraft({ intensity: 2 }), NOW + 1)
    expect(planOf(orderOf(path)).kinds.cramp).toEqual({ new: 0, same: 0, changed: 1 })
    run(orderOf(path))
    expect(journal.entries.get(8)).toMatchObject({ intensity: 2 })
    run(orderOf(path, { changed: 'replace' }))
    expect(journal.entries.get(8)).toMatchObject({ intensity: 7 })
    expect(planOf(orderOf(path)).kinds.cramp).toEqual({ new: 0, same: 1, changed: 0 })
  })

  test('brings back what has been deleted since, if the person wants it as in the file', () => {
    const path = save(fileOf(three))
    run(orderOf(path))
    journal.entries.delete(7, NOW)
    expect(planOf(orderOf(path)).kinds.fluid).toEqual({ new: 0, same: 0, changed: 1 })
    run(orderOf(path, { changed: 'replace' }))
    expect(journal.entries.get(7)).toMatchObject({ kind: 'fluid', reliefOf: 8 })
  })

  test('knows which shoe took off which', () => {
    const worn: ArchivedEntry[] = [
      { ...footwearDraft({ shoeId: 3 }), ...stored, id: 1, closedBy: 2 },
      { ...footwearDraft({ shoeId: 3, takenOffAt: null }), ...stored, id: 2 },
    ]
    run(orderOf(save(fileOf(worn))))
    expect(exportJournal(journal).entries).toEqual(worn)
  })

  test('knows an entry again that was corrected in another journal, whatever its id is here', () => {
    const elsewhere = [1, 2, 3].map(id => ({
      ...fluidDraft({ volumeMl: 100 * id }),
      ...{ id, loggedAt: NOW - 10 + id, editedAt: null, deletedAt: null },
    }))
    for (const note of ['mine', 'mine too']) journal.entries.add(fluidDraft({ note }), NOW)
    run(orderOf(save(fileOf(elsewhere))))
    const corrected = elsewhere.map(entry =>
      entry.id === 2 ? { ...entry, volumeMl: 330, editedAt: NOW } : entry,
    )
    const order = orderOf(save(fileOf(corrected)), { changed: 'replace' })
    expect(planOf(order).kinds.fluid).toEqual({ new: 0, same: 2, changed: 1 })
    run(order)
    expect(journal.entries.listArchived().map(entry => entry.kind === 'fluid' && entry.volumeMl)).toEqual([
      250, 250, 100, 330, 300,
    ])
    expect(planOf(order).kinds.fluid).toEqual({ new: 0, same: 3, changed: 0 })
  })

  test('takes none for another that was written down at the same instant, unless the id says so', () => {
    const ofOneTable = [11, 12].map(id => ({ ...fluidDraft({ volumeMl: 10 * id }), ...stored, id }))
    run(orderOf(save(fileOf(ofOneTable))))
    const changed = ofOneTable.map(entry => ({ ...entry, note: 'changed' }))
    const renumbered = changed.map(entry => ({ ...entry, id: entry.id + 50 }))
    expect(planOf(orderOf(save(fileOf(changed)))).kinds.fluid).toEqual({ new: 0, same: 0, changed: 2 })
    expect(planOf(orderOf(save(fileOf(renumbered)))).kinds.fluid).toEqual({ new: 2, same: 0, changed: 0 })
  })

  test('refuses more in a day than fits into it, and says where', () => {
    journal.entries.add(fluidDraft({ volumeMl: 4000 }), NOW - 1)
    const drinks = [1, 2, 3, 4, 5].map(id => ({ ...fluidDraft({ volumeMl: 4000 + id }), ...stored, id }))
    const sitting = [6, 7].map(id => ({
      ...activityDraft({ activity: 'sitting-or-travel', wholeDay: true, durationMinutes: 800 }),
      ...stored,
      id,
    }))
    expect(problemsOf(orderOf(save(fileOf([...drinks, ...sitting]))))).toEqual([
      { place: 'entries[3].volumeMl', message: expect.stringContaining('more than anybody drinks') },
      { place: 'entries[4].volumeMl', message: expect.stringContaining('more than anybody drinks') },
      { place: 'entries[6].durationMinutes', message: expect.stringContaining('24 hours') },
    ])
  })

  test('refuses a second running clock', () => {
    journal.entries.add(crampDraft({ ongoing: true, durationSeconds: null }), NOW - 1)
    const running = {
      ...crampDraft({ ongoing: true, durationSeconds: null, intensity: 3 }),
      ...stored,
      id: 1,
    }
    expect(problemsOf(orderOf(save(fileOf([running]))))[0]?.place).toBe('entries[0].ongoing')
  })

  test('stores nothing when it is cancelled in the middle', () => {
    const order = orderOf(save(fileOf(three)))
    const { token } = planOf(order)
    const cancel = (done: number, total: number) => {
      if (done > 0.7 * total && !journal.entries.isEmpty()) throw new Error('it could be seen')
      if (done > 0.7 * total) throw new JobCancelled()
    }
    expect(() => runImport({ ...order, token }, cancel)).toThrow(JobCancelled)
    expect(exportJournal(journal)).toMatchObject({
      entries: [],
      shoes: [],
      checkIns: [],
      profile: emptyProfile,
    })
  })

  test('does only what was shown: a journal or a file that changes meanwhile is told', () => {
    const order = orderOf(save(fileOf(three)))
    const { token } = planOf(order)
    save(fileOf(three.slice(1)))
    expect(() => runImport({ ...order, token }, () => {})).toThrow('has changed since you looked')
    expect(journal.entries.isEmpty()).toBe(true)
  })

  test('in a thread tells how far it is, and can be stopped', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({
      ...fluidDraft({ at: NOW - index * 86_400_000 }),
      ...stored,
      id: index + 1,
    }))
    const queue = createThreadQueue()
    const order = orderOf(save(fileOf(many)))
    const preview = await queue.run(transferJobs.previewImport, order)
    if (preview.state !== 'ready') throw new Error(preview.state)
    const importOrder = { ...order, token: preview.plan.token }
    const controller = new AbortController()
    const running = queue.run(transferJobs.runImport, importOrder, { signal: controller.signal })
    setTimeout(() => controller.abort(new JobCancelled()))
    await expect(running).rejects.toThrow('cancelled')
    expect(journal.entries.isEmpty()).toBe(true)
    await queue.run(transferJobs.runImport, importOrder)
    expect(journal.entries.listArchived()).toHaveLength(3000)
  })
})

const swapBytes = (bytes: Buffer) => Buffer.from(bytes).swap16()
const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', text => Buffer.from(text)],
  ['UTF-8 with a mark', text => Buffer.from(`\uFEFF${text}`)],
  ['UTF-8 with two marks', text => Buffer.from(`\uFEFF\uFEFF${text}`)],
  ['UTF-16 LE with a mark', text => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 LE without', text => Buffer.from(text, 'utf16le')],
  ['UTF-16 BE with a mark', text => swapBytes(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
  ['UTF-16 BE without', text => swapBytes(Buffer.from(text, 'utf16le'))],
]
test.each(encodings)('text in %s is read, as JSON, as a table and behind a lock', async (_name, encode) => {
  const note = 'Zoë 足 🦵'
  const path = join(folder, 'any')
  const json = JSON.stringify(fileOf([{ ...fluidDraft({ note }), ...stored, id: 7 }]), null, 2)
  const table = `record;date;time;drink;volume_ml;note\r\nfluid;2026-11-19;14:00;tea;200;${note}\r\n`
  for (const text of [json, table]) {
    const bytes = encode(text)
    writeFileSync(path, bytes)
    expect(readImport(orderOf(path), () => {})).toMatchObject({ file: { entries: [{ note }] } })
    await writeWhole(path, seal([bytes], 'correct horse'))
    expect(readImport(orderOf(path, { passphrase: 'correct horse' }), () => {})).toMatchObject({
      file: { entries: [{ note }] },
    })
  }
})

describe('what is no journal is refused by its size or its beginning', () => {
  test('a gigabyte of it', () => {
    const path = join(folder, 'garbage.json')
    const file = openSync(path, 'w')
    writeSync(file, '{"format": "unknot-journal", "entries": [')
    ftruncateSync(file, 1024 ** 3)
    closeSync(file)
    expect(problemsOf(orderOf(path))).toEqual([
      { place: 'garbage.json', message: 'This is larger than any journal. It was not read.' },
    ])
  })

  test.each([
    ['zeros', Buffer.alloc(5000).toString('latin1'), /neither JSON nor a table/],
    ['a copy of a whole journal', 'SQLite format 3\0', /can be restored, under Backups/],
    ['nothing', ' \r\n', /file is empty/],
    ['half of one', '{"format": "unknot-journal"', /not JSON/],
    ['a letter', 'Dear Ada,\nhow are you?', /not a table of Unknot/],
    ['JSON of somebody else', '{"a": 1}', /not an Unknot journal/],
  ])('%s', (_what, text, message) => {
    expect(problemsOf(orderOf(save(text, 'file.txt')))[0]?.message).toMatch(message)
  })

  test.each([
    ['Windows-1252', Buffer.from('record,note\r\nfluid,caf\xe9\r\n', 'latin1'), /such as Windows-1252/],
    ['UTF-32', Buffer.from('\xff\xfe\0\0r\0\0\0', 'latin1'), /text in UTF-32/],
    ['UTF-32 without a mark', Buffer.from('r\0\0\0e\0\0\0', 'latin1'), /text in UTF-32/],
    [
      'UTF-16 cut in a character',
      Buffer.from('\xff\xfer\0e', 'latin1'),
      /UTF-16, but a part of it is broken/,
    ],
    ['UTF-8 that is broken', Buffer.from('\xef\xbb\xbfrecord,\xe9', 'latin1'), /UTF-8, but a part/],
  ])('text in another encoding, by its name: %s', (_what, bytes, message) => {
    const path = join(folder, 'other.csv')
    writeFileSync(path, bytes)
    expect(problemsOf(orderOf(path))[0]?.message).toMatch(message)
  })

  test('a file that is not there, and a folder', () => {
    expect(problemsOf(orderOf(join(folder, 'gone.json')))).toEqual([
      { place: 'gone.json', message: 'This file is no longer there. Choose it again.' },
    ])
    const pipe = join(newFolder(), 'pipe.json')
    execFileSync('mkfifo', [pipe])
    expect(problemsOf(orderOf(pipe))).toEqual([
      { place: 'pipe.json', message: 'This is not a file that can be read.' },
    ])
    expect(problemsOf(orderOf(newFolder()))[0]?.message).toBe('This is a folder. Choose a file in it.')
  })

  const wrongLine = 'fluid,2026-11-19,14:00,tea,9000\r\n'
  test.each([
    ['lines', `record,date,time,drink,volume_ml\r\n${wrongLine.repeat(300_000)}`],
    ['entries', JSON.stringify({ ...fileOf([]), entries: Array(200_000).fill({ kind: 'fluid' }) })],
    ['numbers', `{"format":"unknot-journal","version":1,"entries":[1${',1'.repeat(3_000_000)}]}`],
    [
      'conditions',
      JSON.stringify({ ...fileOf([]), profile: { ...emptyProfile, conditions: Array(200_000).fill(1) } }),
    ],
  ])('hundreds of thousands of wrong %s: the first are told', (_what, text) => {
    const preview = previewImport(orderOf(save(text, 'wrong.txt')), () => {})
    if (preview.state !== 'refused') throw new Error(preview.state)
    expect(preview.problems.length).toBeLessThanOrEqual(MAX_PROBLEMS)
    expect(preview.problemCount).toBeLessThanOrEqual(PROBLEMS_COUNTED)
    expect(preview.problems[0]?.message).not.toMatch(/written|unknown/)
  })

  test('what takes more memory than a thread may have is told, and the program goes on', async () => {
    const path = save(`record,date\n${'fluid,2026-11-19\n'.repeat(900_000)}`, 'long.csv')
    const queue = createThreadQueue({ memoryMb: 48 })
    await expect(queue.run(transferJobs.previewImport, orderOf(path))).rejects.toThrow(
      'This needs more memory than is available.',
    )
    await expect(
      queue.run(transferJobs.previewImport, orderOf(save(fileOf(three), 'small.json'))),
    ).resolves.toMatchObject({
      state: 'ready',
    })
  })

  test('a look at a file can be ended before it is over', async () => {
    const queue = createThreadQueue()
    const controller = new AbortController()
    const looking = queue.run(
      transferJobs.previewImport,
      orderOf(save(`record,date\n${'fluid,2026-11-19\n'.repeat(900_000)}`)),
      { signal: controller.signal },
    )
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(queue.isBusy()).toBe(true)
    controller.abort(new JobCancelled())
    await expect(looking).rejects.toThrow('cancelled')
    expect(queue.isBusy()).toBe(false)
  })
})

describe('a copy', () => {
  const copyTo = (name: string, passphrase: string | null = null) => ({
    journalPath,
    folder: join(folder, 'backups'),
    path: join(folder, name),
    passphrase,
  })

  test('as JSON is the journal, and with a passphrase the same behind a lock', async () => {
    run(orderOf(save(fileOf(three))))
    await saveJsonCopy(copyTo('plain.json'))
    expect(JSON.parse(readFileSync(join(folder, 'plain.json'), 'utf8'))).toEqual(fileOf(three))
    await saveJsonCopy(copyTo('locked.unknot', 'correct horse'))
    const locked = orderOf(join(folder, 'locked.unknot'))
    expect(previewImport(locked, () => {})).toEqual({ state: 'locked', message: null })
    expect(previewImport({ ...locked, passphrase: 'wrong' }, () => {})).toMatchObject({
      state: 'locked',
      message: expect.stringContaining('does not open the file'),
    })
    expect(planOf({ ...locked, passphrase: 'correct horse' }).kinds.cramp).toEqual({
      new: 0,
      same: 1,
      changed: 0,
    })
    writeFileSync(locked.paths[0] ?? '', readFileSync(locked.paths[0] ?? '').subarray(0, -1))
    expect(problemsOf({ ...locked, passphrase: 'correct horse' })[0]?.message).toMatch(/cut short or changed/)
  })

  test('as tables is there with all of them, or not at all', async () => {
    run(orderOf(save(fileOf(three))))
    const path = join(folder, 'tables')
    await saveTables({ journalPath, path, passphrase: null, timeZone: 'Europe/Berlin' })
    await expect(
      saveTables({
        journalPath,
        path: join(folder, 'gone', 'tables'),
        passphrase: null,
        timeZone: 'Europe/Berlin',
      }),
    ).rejects.toThrow('Nothing was saved.')
    expect(readFileSync(join(path, 'cramp.csv'), 'utf8')).toContain('left calf')
  })

  test('as tables behind a lock is one file, and the same journal', async () => {
    run(orderOf(save(fileOf(three))))
    const path = join(folder, 'tables.unknot')
    await saveTables({ journalPath, path, passphrase: 'correct horse', timeZone: 'Europe/Berlin' })
    expect(readFileSync(path).includes('calf')).toBe(false)
    expect(previewImport(orderOf(path), () => {})).toEqual({ state: 'locked', message: null })
    const other = createJournalStore(openJournal(join(folder, 'other.sqlite')))
    run(orderOf(path, { passphrase: 'correct horse', journalPath: join(folder, 'other.sqlite') }))
    expect(exportJournal(other)).toEqual(exportJournal(journal))
    other.close()
  })

  test('that cannot be written leaves an older one as it was', async () => {
    writeFileSync(join(folder, 'file'), 'older')
    await expect(saveJournalCopy(copyTo('file/copy.sqlite'))).rejects.toThrow('No file was saved.')
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('older')
  })
})
