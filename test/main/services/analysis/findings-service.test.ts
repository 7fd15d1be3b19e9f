import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createInsightsHandlers } from '../../../../main/ipc/handlers/insights.ts'
import type { FindingsMessage } from '../../../../main/services/analysis/findings-messages.ts'
import {
  createFindingsService,
  type FindingsService,
} from '../../../../main/services/analysis/findings-service.ts'
import { fillWithDemo } from '../../../../main/services/demo.ts'
import { createServices } from '../../../../main/services/services.ts'
import { createWarningService } from '../../../../main/services/warnings/warning-service.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type CrampFilter, everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import { exposures } from '../../../../shared/analysis/exposures/exposures.ts'
import { contract } from '../../../../shared/contract.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft } from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const worker = join(import.meta.dirname, '../../../../main/services/analysis/findings-worker.ts')
const newFolder = temporaryFolders()
const clock = {
  now: () => momentAt('2026-11-20', '14:00', 'Europe/Berlin').at,
  timeZone: () => 'Europe/Berlin',
}

let path: string
let journal: JournalStore
let findings: FindingsService

beforeEach(() => {
  path = join(newFolder(), 'journal.sqlite')
  journal = createJournalStore(openJournal(path))
  findings = createFindingsService(worker)
})
afterEach(() => {
  findings.cancel()
  journal.close()
})

/** Asks as the page does, and holds the answer against the contract. */
async function ask(service = findings, filter = everyCramp) {
  const warnings = createWarningService(journal)
  const handlers = createInsightsHandlers(
    journal,
    { list: () => [] },
    { path, clock, findings: service, warnings },
  )
  const reply = await answer(handlers, 'getFindings', { filter }, { pageId: 1 })
  if (!reply.ok) return reply.failure
  expect(contract.getFindings.output.parse(reply.value)).toEqual(reply.value)
  return reply.value
}
const pause = () => new Promise(resolve => setTimeout(resolve, 5))

/** Asks until there is more to say than "working". */
async function wait(service = findings, filter = everyCramp) {
  for (;;) {
    const said = await ask(service, filter)
    if ('code' in said || said.state === 'ready') return said
    await pause()
  }
}
async function waitForFindings(filter = everyCramp) {
  const said = await wait(findings, filter)
  if ('code' in said || said.state !== 'ready') throw new Error('there are no findings')
  return said
}

/** A service whose worker does something else. */
function withWorker(source: string) {
  const file = join(newFolder(), 'worker.mjs')
  writeFileSync(file, source)
  return createFindingsService(file)
}

describe('the findings of a journal', () => {
  test('are worked out beside the main thread, with progress, and told when they are there', async () => {
    fillWithDemo(createServices(journal, clock))
    const messages: FindingsMessage[] = []
    process.once('worker', worker => worker.on('message', message => messages.push(message)))
    let hasTurned = false
    setImmediate(() => {
      hasTurned = true
    })
    expect(await ask()).toEqual({ state: 'working', done: 0, total: 0 })
    // The answer came in the turn of the event loop in which it was asked for: nothing was waited for.
    expect(hasTurned).toBe(false)

    const { findings: found } = await waitForFindings()
    expect(hasTurned).toBe(true)
    expect(found.findings).toHaveLength(exposures.length)
    const progress = messages.flatMap(message => (message.kind === 'progress' ? message : []))
    expect(progress.map(({ done }) => done)).toEqual(progress.map((_, index) => index + 1))
    expect(new Set(progress.map(({ total }) => total))).toEqual(new Set([progress.length]))
    expect(messages.at(-1)?.kind).toBe('done')
  })

  test('tell how far they are while they are worked out', async () => {
    const service = withWorker(`
      import { parentPort } from 'node:worker_threads'
      parentPort.postMessage({ kind: 'progress', done: 3, total: 7 })
      // Goes on until it is stopped.
      parentPort.on('message', () => {})
    `)
    const told = new Promise(resolve => process.once('worker', worker => worker.once('message', resolve)))
    await ask(service)
    await told
    expect(await ask(service)).toEqual({ state: 'working', done: 3, total: 7 })
    service.cancel()
  })

  test('are worked out once for each state of the journal', async () => {
    fillWithDemo(createServices(journal, clock))
    const first = await waitForFindings()
    expect(await ask()).toBe(first)
    // Long before the demo: on a day that has no cramp yet.
    journal.entries.add(crampDraft(momentAt('2025-01-10', '03:05', 'Europe/Berlin')), clock.now())
    expect(await ask()).toMatchObject({ state: 'working' })
    const second = await waitForFindings()
    expect(second.findings.crampDays).toBe(first.findings.crampDays + 1)
  })

  test('of a filter speak of its cramps alone, and are kept beside the others', async () => {
    fillWithDemo(createServices(journal, clock))
    const all = await waitForFindings()
    const atNight: CrampFilter = { ...everyCramp, time: 'night' }
    expect(await ask(findings, atNight)).toMatchObject({ state: 'working' })
    const ofNight = await waitForFindings(atNight)
    const byDay = await waitForFindings({ ...everyCramp, time: 'day' })
    const countOf = ({ findings: { crampDays } }: typeof all) => crampDays
    expect(countOf(ofNight)).toBeGreaterThan(0)
    expect(countOf(byDay)).toBeGreaterThan(0)
    // A day may have had a cramp of either kind.
    expect(countOf(ofNight) + countOf(byDay)).toBeGreaterThanOrEqual(countOf(all))
    expect(countOf(ofNight)).toBeLessThan(countOf(all))
    // A cramp by day shows that its day was kept.
    expect(ofNight.findings.trackedDays).toBe(all.findings.trackedDays)
    expect(await ask()).toBe(all)
    expect(await ask(findings, atNight)).toBe(ofNight)
  })

  test('of a filter that nobody waits for any more are given up for those of another', async () => {
    // Has nothing to say of all cramps, however long one waits.
    const service = withWorker(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ filter }) => {
        if (filter.side !== null) parentPort.postMessage({ kind: 'progress', done: 3, total: 7 })
      })
    `)
    await ask(service)
    const ofLeft = () => ask(service, { ...everyCramp, side: 'left' })
    await expect.poll(ofLeft, { timeout: 10_000 }).toEqual({ state: 'working', done: 3, total: 7 })
    service.cancel()
  })

  test('of an empty one need more data', async () => {
    const { findings: found } = await waitForFindings()
    expect(found.trackedDays).toBe(0)
    expect(new Set(found.findings.map(({ verdict }) => verdict))).toEqual(new Set(['need-more-data']))
  })

  test('of two filters that are both waited for are found one after the other', async () => {
    fillWithDemo(createServices(journal, clock))
    const atNight = { ...everyCramp, time: 'night' } as const
    const [all, night] = await Promise.all([waitForFindings(), waitForFindings(atNight)])
    expect(night.findings.crampDays).toBeLessThan(all.findings.crampDays)
    expect(await ask(findings, atNight)).toBe(night)
  })

  test('can be given up, and asked for again', async () => {
    fillWithDemo(createServices(journal, clock))
    await ask()
    findings.cancel()
    expect(await ask()).toEqual({ state: 'working', done: 0, total: 0 })
    expect((await waitForFindings()).findings.trackedDays).toBeGreaterThan(100)
    // What is done is kept.
    findings.cancel()
    expect(await ask()).toMatchObject({ state: 'ready' })
  })
})

describe('work that fails', () => {
  test('is told as a failure once, and tried again when asked again', async () => {
    const service = withWorker("throw new Error('the disk is gone')")
    expect(await wait(service)).toMatchObject({ code: 'internal' })
    expect(await ask(service)).toMatchObject({ state: 'working' })
  })

  test('without a word is a failure too', async () => {
    expect(await wait(withWorker('process.exit(0)'))).toMatchObject({ code: 'internal' })
  })

  test('does not speak for the next state of the journal', async () => {
    const service = withWorker("throw new Error('the disk is gone')")
    const ended = new Promise(resolve => process.once('worker', worker => worker.once('exit', resolve)))
    await ask(service)
    await ended
    journal.entries.add(crampDraft(), clock.now())
    expect(await ask(service)).toMatchObject({ state: 'working' })
  })
})
