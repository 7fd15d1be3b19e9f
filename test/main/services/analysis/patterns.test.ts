import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createPatternsHandlers } from '../../../../main/ipc/handlers/patterns.ts'
import { createPages } from '../../../../main/ipc/pages.ts'
import { createThreadRunner } from '../../../../main/jobs/run-in-threads.ts'
import { createAnalysisWork } from '../../../../main/services/analysis/analysis-work.ts'
import { fillWithDemo } from '../../../../main/services/demo.ts'
import { createServices } from '../../../../main/services/services.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import { computePatterns } from '../../../../shared/analysis/patterns.ts'
import { contract, type Input } from '../../../../shared/contract.ts'
import { addDays } from '../../../../shared/time/calendar-date.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const worker = join(import.meta.dirname, '../../../../main/services/analysis-worker.ts')
const newFolder = temporaryFolders()
const clock = {
  now: () => momentAt('2026-11-20', '14:00', 'Europe/Berlin').at,
  timeZone: () => 'Europe/Berlin',
}
const autumn = { fromDate: '2026-08-31', toDate: '2026-11-20' }

let path: string
let journal: JournalStore

beforeEach(() => {
  path = join(newFolder(), 'journal.sqlite')
  journal = createJournalStore(openJournal(path))
})
afterEach(() => journal.close())

const openAnalysis = (analysis: string) =>
  createAnalysisWork(createThreadRunner({ workerFiles: { analysis } }))

/** Asks as the page does, and holds the answer against the contract. */
async function ask(input: Partial<Input<'getPatterns'>> = {}, workerFile = worker) {
  const handlers = createPatternsHandlers(journal, {
    path,
    clock,
    analysis: openAnalysis(workerFile),
    pages: createPages(),
  })
  const reply = await answer(
    handlers,
    'getPatterns',
    { ...autumn, filter: everyCramp, ...input },
    { pageId: 1 },
  )
  if (!reply.ok) return reply.failure
  expect(contract.getPatterns.output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}

describe('the patterns of a period', () => {
  test('are those of the whole journal, though only a part of it is read', async () => {
    fillWithDemo(createServices(journal, clock))
    const whole = computePatterns({
      dayStartMinutes: 0,
      period: autumn,
      entries: journal.entries.listBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
      checkIns: journal.checkIns.listArchived(),
      shoes: journal.shoes.list(),
      offWeekdays: journal.profile.get().offWeekdays,
      timeZone: clock.timeZone(),
    })
    expect(await ask()).toEqual(whole)
    expect(whole.load.bands.some(({ days }) => days > 0)).toBe(true)
    expect(whole.places.before?.trackedDays).toBeGreaterThan(14)
  })

  test('of a filter are asked of the same journal', async () => {
    fillWithDemo(createServices(journal, clock))
    const calf = await ask({ filter: { ...everyCramp, muscle: 'calf' } })
    if ('code' in calf) throw new Error(calf.message)
    expect(calf.places.now.places.find(({ muscle }) => muscle === 'calf')?.cramps).toBe(
      calf.places.now.cramps,
    )
  })

  test('of an empty journal are there, and empty', async () => {
    expect(await ask()).toMatchObject({ relief: { cramps: 0 }, times: { calendar: { cramps: [] } } })
  })

  test('that cannot be worked out are a failure, not a wait without end', async () => {
    const broken = join(newFolder(), 'broken.mjs')
    writeFileSync(broken, "throw new Error('broken on purpose')")
    expect(await ask({}, broken)).toMatchObject({ code: 'internal' })
    const silent = join(newFolder(), 'silent.mjs')
    writeFileSync(silent, '')
    expect(await ask({}, silent)).toMatchObject({ code: 'internal' })
  })
})

describe('many questions at once', () => {
  const input = {
    path: '',
    revision: '1',
    offWeekdays: [],
    dayStartMinutes: 0,
    timeZone: 'Europe/Berlin',
    filter: everyCramp,
  }

  /** A worker that notes when it begins and ends, and takes a while in between. */
  function openSlowAnalysis() {
    const log = join(newFolder(), 'log')
    const slow = join(newFolder(), 'slow.mjs')
    writeFileSync(
      slow,
      `import { appendFileSync } from 'node:fs'
       import { parentPort } from 'node:worker_threads'
       parentPort.once('message', ({ order, input }) => {
         appendFileSync(${JSON.stringify(log)}, '+')
         Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30)
         appendFileSync(${JSON.stringify(log)}, '-')
         parentPort.postMessage({ kind: 'done', order, output: input.period })
       })`,
    )
    return { analysis: openAnalysis(slow), readLog: () => readFileSync(log, 'utf8') }
  }

  test('are worked on one at a time, and only the newest of those that wait', async () => {
    const { analysis, readLog } = openSlowAnalysis()
    const periods = Array.from({ length: 300 }, (_none, index) => ({
      fromDate: addDays('2026-01-01', index),
      toDate: '2026-12-31',
    }))
    const settled = await Promise.allSettled(
      periods.map(period => analysis.makePatterns({ ...input, period }, {})),
    )
    const answered = settled.flatMap((one, index) => (one.status === 'fulfilled' ? [index] : []))
    expect(answered).toEqual([0, 296, 297, 298, 299])
    expect(readLog()).toBe('+-'.repeat(5))
    expect(settled[1]).toMatchObject({ reason: { failure: { code: 'internal' } } })
  })

  test('that are the same are answered together, until the journal has changed', async () => {
    const { analysis, readLog } = openSlowAnalysis()
    const ask = (revision: string) => analysis.makePatterns({ ...input, revision, period: autumn }, {})
    expect(await Promise.all([ask('1'), ask('1'), ask('2'), ask('2'), ask('1')])).toEqual(
      Array.from({ length: 5 }, () => autumn),
    )
    expect(readLog()).toBe('+-+-')
  })

  test('are dropped when the journal is about to be replaced', async () => {
    const { analysis } = openSlowAnalysis()
    const asked = ['1', '2', '3'].map(revision =>
      analysis.makePatterns({ ...input, revision, period: autumn }, {}),
    )
    const settled = Promise.allSettled(asked)
    await analysis.stop()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})
