/** The job of an import, with a tiny reader: what it reads, keeps, refuses and stops. */
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { JobCancelled } from '../../../../main/jobs/job.ts'
import type { HistoryFile, HistoryFiles } from '../../../../main/services/history/history-files.ts'
import { createHistoryTasks } from '../../../../main/services/history/history-tasks.ts'
import type { HistoryReader } from '../../../../main/services/history/reader.ts'
import { createJournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import type { Interpretation } from '../../../../shared/history/history.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { fluidDraft } from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const now = momentAt('2026-11-20', '14:00', 'Europe/Berlin')

interface Glass {
  readonly key: string
  readonly date: string
  readonly volumeMl: number
}

/** Reads glasses, asks what was in them, and counts how often it is asked to read. */
function createGlassReader(glasses: readonly Glass[]) {
  let scans = 0
  const reader: HistoryReader<readonly Glass[]> = {
    ...{ id: 'glasses', name: 'Glasses', reads: 'drinks' },
    recognise: async () => true,
    scan: async (_files, onStep) => {
      scans++
      onStep(1, 2)
      return glasses
    },
    interpret: (scan, answers): Interpretation => ({
      entries: scan.map(({ key, date, volumeMl }) => {
        const moment = momentAt(date, '08:00', 'Europe/Berlin')
        const drink = answers.drink === 'milk' ? 'milk' : 'water'
        return { key, loggedAt: moment.at, draft: fluidDraft({ ...moment, drink, volumeMl }) }
      }),
      leftOut: [{ reason: 'without a volume', what: 'Glass', when: '2026-03-01' }],
      ignored: new Map([['Steps', 12]]),
      questions: [
        {
          ...{ id: 'drink', group: 'Drinks', text: 'What was in it?', help: '', suggested: null },
          answer: {
            kind: 'one',
            options: [
              { id: 'water', label: 'Water' },
              { id: 'milk', label: 'Milk' },
            ],
          },
          isNeeded: true,
        },
      ],
      notes: [],
    }),
  }
  return { reader, countScans: () => scans }
}

const files: HistoryFiles = {
  list: [],
  expect: () => {},
  getProgress: () => ({ done: 0, total: 0 }),
  close: async () => {},
}

const glasses: readonly Glass[] = [
  { key: 'a', date: '2026-03-01', volumeMl: 250 },
  { key: 'b', date: '2026-03-02', volumeMl: 300 },
  { key: 'c', date: '2026-04-01', volumeMl: 9_000 },
]

function open(readers: readonly HistoryReader<unknown>[], list: readonly HistoryFile[] = []) {
  const journalPath = join(newFolder(), 'journal.sqlite')
  const journal = createJournalStore(openJournal(journalPath))
  const tasks = createHistoryTasks({ readers, openFiles: async () => ({ ...files, list }) })
  const orderOf = (session: string, answers = {}) => ({
    ...{ session, journalPath, answers, now },
    ...{ paths: [], timeZone: 'Europe/Berlin' },
  })
  return { journal, tasks, orderOf }
}
const onStep = () => {}

test('an answer plans again without reading again; other files are read', async () => {
  const { reader, countScans } = createGlassReader(glasses)
  const { journal, tasks, orderOf } = open([reader])
  const first = await tasks.previewHistory(orderOf('one'), onStep)
  expect(first).toMatchObject({
    source: 'Glasses',
    isAnswered: false,
    ignored: [{ what: 'Steps', count: 12 }],
  })
  const second = await tasks.previewHistory(orderOf('one', { drink: 'milk' }), onStep)
  expect(second.isAnswered).toBe(true)
  expect(second.plan).not.toBe(first.plan)
  expect(second.months).toEqual([{ month: '2026-03', kind: 'fluid', new: 2, same: 0, updated: 0, kept: 0 }])
  expect(second.leftOut.map(({ count }) => count)).toEqual([1, 1])
  expect(countScans()).toBe(1)
  await tasks.previewHistory(orderOf('two'), onStep)
  expect(countScans()).toBe(2)
  expect(await tasks.listHistoryLeftOut(orderOf('two', { drink: 'milk' }), onStep)).toHaveLength(2)
  expect(journal.entries.isEmpty()).toBe(true)
  journal.close()
})

test('a plan is carried out only as it was confirmed, and remembered for the next export', async () => {
  const { reader } = createGlassReader(glasses)
  const { journal, tasks, orderOf } = open([reader])
  const { plan } = await tasks.previewHistory(orderOf('one', { drink: 'milk' }), onStep)
  await expect(tasks.runHistory({ ...orderOf('one', { drink: 'water' }), plan }, onStep)).rejects.toThrow(
    /Nothing was imported; look again/,
  )
  const stored = await tasks.runHistory({ ...orderOf('one', { drink: 'milk' }), plan }, onStep)
  expect(stored).toMatchObject({ added: 2, updated: 0 })
  expect(journal.entries.listOfKind('fluid', 0, Number.POSITIVE_INFINITY)).toMatchObject([
    { drink: 'milk', volumeMl: 250, source: 'Glasses' },
    { drink: 'milk', volumeMl: 300, source: 'Glasses' },
  ])
  const again = await tasks.previewHistory(orderOf('two'), onStep)
  expect(again.questions).toMatchObject([{ id: 'drink', given: 'milk', from: 'remembered' }])
  expect(again.months).toEqual([{ month: '2026-03', kind: 'fluid', new: 0, same: 2, updated: 0, kept: 0 }])
  journal.close()
})

test('a cancelled job stops at its next step, and adds nothing', async () => {
  const { reader } = createGlassReader(glasses)
  const { journal, tasks, orderOf } = open([reader])
  const order = orderOf('one', { drink: 'water' })
  const { plan } = await tasks.previewHistory(order, onStep)
  let steps = 0
  const cancel = () => {
    steps++
    throw new JobCancelled()
  }
  await expect(tasks.previewHistory(orderOf('two'), cancel)).rejects.toThrow(JobCancelled)
  await expect(tasks.runHistory({ ...order, plan }, cancel)).rejects.toThrow(JobCancelled)
  expect(steps).toBe(2)
  expect(journal.entries.isEmpty()).toBe(true)
  journal.close()
})

const fileOf = (name: string, content: string | Buffer): HistoryFile => {
  const bytes = Buffer.from(content)
  return {
    ...{ name, size: bytes.length },
    open: async () => Readable.from([bytes]),
    readHead: async length => bytes.subarray(0, length),
    copy: async () => '',
  }
}

test.each<[string, readonly HistoryFile[], RegExp]>([
  ['a folder without files', [], /^There is no file in it\. Nothing was imported\.$/],
  ['an empty file', [fileOf('water.csv', '')], /“water\.csv” is empty/],
  ['a zip in a zip', [fileOf('export.zip', 'PK\x03\x04')], /another zip inside, “export\.zip”/],
  ['a workbook', [fileOf('[Content_Types].xml', '<Types/>')], /save its table as CSV/],
  ['a recording', [fileOf('run.fit', `${'\0'.repeat(8)}.FIT`)], /recording of one activity/],
  ['a packed file', [fileOf('run.fit.gz', Buffer.from([0x1f, 0x8b, 8]))], /packed \(gzip\)/],
  [
    'a picture',
    [fileOf('a.jpg', 'JFIF')],
    /Unknot does not know this file\. It reads exports of Glasses, and/,
  ],
])('%s is refused with a sentence', async (_, list, sentence) => {
  const { reader } = createGlassReader(glasses)
  const readers = [reader, { ...reader, name: 'Glasses (table)' }]
  const { journal, tasks, orderOf } = open(
    readers.map(one => ({ ...one, recognise: async () => false })),
    list,
  )
  await expect(tasks.previewHistory(orderOf('one'), onStep)).rejects.toThrow(sentence)
  journal.close()
})
