import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answer } from '../../../../main/ipc/calls.ts'
import { createInsightsHandlers } from '../../../../main/ipc/handlers/insights.ts'
import { createPages } from '../../../../main/ipc/pages.ts'
import type { JobRunner } from '../../../../main/jobs/job.ts'
import { createThreadRunner } from '../../../../main/jobs/run-in-threads.ts'
import { createAnalysisWork } from '../../../../main/services/analysis/analysis-work.ts'
import { createFindingsService } from '../../../../main/services/analysis/findings-service.ts'
import { fillWithDemo } from '../../../../main/services/demo.ts'
import { createServices } from '../../../../main/services/services.ts'
import { exportJournal, importJournal } from '../../../../main/services/transfer/transfer.ts'
import { createWarningService } from '../../../../main/services/warnings/warning-service.ts'
import { noRetry } from '../../../../main/store/busy-retry.ts'
import { createJournalStore, type JournalStore } from '../../../../main/store/journal-store.ts'
import { openJournal } from '../../../../main/store/open.ts'
import { type CrampFilter, everyCramp } from '../../../../shared/analysis/cramp-filter.ts'
import { exposures } from '../../../../shared/analysis/exposures/exposures.ts'
import { contract } from '../../../../shared/contract.ts'
import { trackedKinds } from '../../../../shared/kinds/check-in.ts'
import { addDays } from '../../../../shared/time/calendar-date.ts'
import { MS_PER_DAY, MS_PER_MINUTE } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { crampDraft, fluidDraft } from '../../../shared/kinds/drafts.ts'
import { createOpenAnalysis } from '../../../support/in-process.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const noExperiments = { list: () => [] }

const builtIn = join(import.meta.dirname, '../../../../main/services/analysis-worker.ts')
const serveJobsFile = join(import.meta.dirname, '../../../../main/jobs/serve-jobs.ts')
const newFolder = temporaryFolders()
const clock = {
  now: () => momentAt('2026-11-20', '14:00', 'Europe/Berlin').at,
  timeZone: () => 'Europe/Berlin',
}

let path: string
let journal: JournalStore
let runner: JobRunner
let journalPages: ReturnType<typeof openPages>
/** Entries in the trash, the last deleted one last. */
let deleted: number[]

beforeEach(() => {
  deleted = []
  path = join(newFolder(), 'journal.sqlite')
  journal = createJournalStore(openJournal(path))
  journalPages = openPages()
})
afterEach(async () => {
  await runner.close()
  journal.close()
})

/** Pages over the program's own service. */
function openPages(workerFile = builtIn) {
  runner = createThreadRunner({ workerFiles: { analysis: workerFile } })
  const analysis = createAnalysisWork(runner)
  const pages = createPages()
  const findings = createFindingsService(journal, {
    ...{ path, clock, analysis, warnings: createWarningService(journal), busyRetry: noRetry },
  })
  const handlers = createInsightsHandlers(journal, noExperiments, {
    clock,
    coinViews: noExperiments,
    findings,
    pages,
  })
  /** Asks as a page does, and holds the answer against the contract. */
  const ask = async (filter = everyCramp, job: string = crypto.randomUUID()) => {
    const reply = await answer(handlers, 'getFindings', { filter }, { pageId: 1, job }, undefined, () => {})
    if (!reply.ok) return reply.failure
    expect(contract.getFindings.output.parse(reply.value)).toEqual(reply.value)
    return reply.value
  }
  const find = async (filter?: CrampFilter) => {
    const found = await ask(filter)
    if ('code' in found) throw new Error(found.message)
    return found
  }
  return { analysis, pages, findings, ask, find }
}

/** Findings service over an analysis in this process. */
function openFindings(analysis: ReturnType<typeof createOpenAnalysis>) {
  const service = createFindingsService(journal, {
    ...{ path, clock, analysis, warnings: createWarningService(journal), busyRetry: noRetry },
  })
  return { find: () => service.find(everyCramp) }
}

interface Edit {
  readonly what: 'cramp' | 'drink' | 'delete' | 'restore' | 'answer' | 'take-back' | 'days-off'
  readonly daysAgo: number
  readonly which: number
}

/** Changes the journal as a person may: any entry, answer or setting, on any day of the demo. */
function applyEdit({ what, daysAgo, which }: Edit): void {
  const { entries, checkIns, profile } = journal
  const now = clock.now()
  const at = now - daysAgo * MS_PER_DAY - (which % 1440) * MS_PER_MINUTE
  const date = addDays('2026-11-20', -daysAgo)
  const kind = trackedKinds[which % trackedKinds.length] ?? 'cramp'
  if (what === 'cramp') entries.add(crampDraft({ at }), now)
  else if (what === 'drink') entries.add(fluidDraft({ at, volumeMl: 100 + (which % 2000) }), now)
  else if (what === 'delete') {
    const all = entries.listBetween(at - 3 * MS_PER_DAY, at)
    const chosen = all[which % Math.max(1, all.length)]
    if (chosen !== undefined && entries.delete(chosen.id, now)) deleted.push(chosen.id)
  } else if (what === 'restore') {
    const id = deleted.pop()
    if (id !== undefined) entries.restore(id)
  } else if (what === 'days-off') profile.change({ ...profile.get(), offWeekdays: [which % 7] })
  else if (what === 'answer') checkIns.give({ date, kind, dayStartMinutes: 0 }, now)
  else checkIns.takeBack({ date, kind })
}

/** Pages over a worker that does something else. */
function openPagesWith(source: string) {
  const file = join(newFolder(), 'worker.mjs')
  writeFileSync(file, source)
  return openPages(file)
}

/** Worker whose job is endless unless it is about one side. */
const endless = `
  import { serveJobs } from ${JSON.stringify(serveJobsFile)}
  serveJobs({
    findings: async (input, onStep) => {
      while (input.filter.side === null) {
        onStep(3, 7)
        await new Promise(setImmediate)
      }
      return { found: { findings: null, medicines: [] }, results: null }
    },
  })
`

describe('the findings of a journal', () => {
  test('are worked out beside the main thread, with progress in order', async () => {
    fillWithDemo(createServices(journal, clock))
    const seen: (readonly [number, number])[] = []
    let turns = 0
    let isDone = false
    const count = () => {
      turns++
      if (!isDone) setImmediate(count)
    }
    count()
    const { findings } = await journalPages.findings.find(everyCramp, {
      onProgress: (done, total) => seen.push([done, total]),
    })
    isDone = true
    expect(findings.findings).toHaveLength(exposures.length)
    expect(turns).toBeGreaterThan(100)
    const [begun, ...steps] = seen
    // Said before the journal has been read.
    expect(begun).toEqual([0, 0])
    expect(steps.length).toBeGreaterThan(0)
    expect(steps).toEqual(steps.toSorted(([a], [b]) => a - b))
    expect(new Set(steps.map(([, total]) => total)).size).toBe(1)
  })

  test('are worked out once for each state of the journal', async () => {
    fillWithDemo(createServices(journal, clock))
    const first = await journalPages.find()
    expect(await journalPages.find()).toBe(first)
    // Long before the demo: on a day that has no cramp yet.
    journal.entries.add(crampDraft(momentAt('2025-01-10', '03:05', 'Europe/Berlin')), clock.now())
    const second = await journalPages.find()
    expect(second.findings.crampDays).toBe(first.findings.crampDays + 1)
  })

  test('of a filter speak of its cramps alone, and are kept beside the others', async () => {
    fillWithDemo(createServices(journal, clock))
    const { find } = journalPages
    const atNight: CrampFilter = { ...everyCramp, time: 'night' }
    const all = await find()
    const ofNight = await find(atNight)
    const byDay = await find({ ...everyCramp, time: 'day' })
    const countOf = ({ findings: { crampDays } }: typeof all) => crampDays
    expect(countOf(ofNight)).toBeGreaterThan(0)
    expect(countOf(byDay)).toBeGreaterThan(0)
    // A day may have had a cramp of either kind.
    expect(countOf(ofNight) + countOf(byDay)).toBeGreaterThanOrEqual(countOf(all))
    expect(countOf(ofNight)).toBeLessThan(countOf(all))
    // A cramp by day shows that its day was kept.
    expect(ofNight.findings.trackedDays).toBe(all.findings.trackedDays)
    expect(await find()).toBe(all)
    expect(await find(atNight)).toBe(ofNight)
  })

  test('in one thread for all filters of a state of the journal', async () => {
    fillWithDemo(createServices(journal, clock))
    let threads = 0
    const count = () => threads++
    process.on('worker', count)
    await journalPages.find()
    await journalPages.find({ ...everyCramp, time: 'night' })
    journal.entries.add(crampDraft(), clock.now())
    await journalPages.find()
    process.off('worker', count)
    expect(threads).toBe(2)
  })

  test('of an empty one need more data', async () => {
    const { findings: found } = await journalPages.find()
    expect(found.trackedDays).toBe(0)
    expect(new Set(found.findings.map(({ verdict }) => verdict))).toEqual(new Set(['need-more-data']))
  })

  test('of two filters that are both waited for are found one after the other', async () => {
    fillWithDemo(createServices(journal, clock))
    const atNight = { ...everyCramp, time: 'night' } as const
    const { find } = journalPages
    const [all, night] = await Promise.all([find(), find(atNight)])
    expect(night.findings.crampDays).toBeLessThan(all.findings.crampDays)
    expect(await find(atNight)).toBe(night)
  })

  test('are the same in process, for a journal in memory', async () => {
    const inMemory = createJournalStore(openJournal(':memory:'))
    fillWithDemo(createServices(inMemory, clock))
    fillWithDemo(createServices(journal, clock))
    const analysis = createOpenAnalysis(() => inMemory)
    const warnings = createWarningService(inMemory)
    const deps = { path: ':memory:', clock, analysis, warnings, busyRetry: noRetry }
    expect(await createFindingsService(inMemory, deps).find(everyCramp)).toEqual(await journalPages.find())
    inMemory.close()
  })

  test('are stored when the job ends, whether anything was found', async () => {
    fillWithDemo(createServices(journal, clock))
    expect(journal.analysisOutcome.get()).toBeNull()
    await journalPages.find()
    expect(journal.analysisOutcome.get()).toBe(true)
  })
})

describe('checkpoints', () => {
  const lookOf = (found: Awaited<ReturnType<typeof journalPages.find>>) =>
    found.findings.findings.find(({ checkpoint }) => checkpoint?.test != null)?.checkpoint

  test('that were shown are looks, in the order of showing; a filter spends none', async () => {
    fillWithDemo(createServices(journal, clock))
    await journalPages.find({ ...everyCramp, time: 'night' })
    expect(journal.checkpoints.listLooks()).toEqual([])
    const first = lookOf(await journalPages.find())
    expect(first?.look).toBe(1)
    expect(journal.checkpoints.listLooks()).toEqual([first?.lastDate])
    expect(journal.checkpoints.listShown()).toEqual([{ lastDate: first?.lastDate, shownAt: clock.now() }])
    // An older checkpoint, shown once the newest four weeks are gone, is the next look.
    journal.checkpoints.addShown({ lastDate: '2026-08-30', shownAt: clock.now() - 1 })
    journal.entries.add(crampDraft(), clock.now())
    expect(lookOf(await journalPages.find())).toMatchObject({ lastDate: first?.lastDate, look: 2 })
    expect(journal.checkpoints.listLooks()).toHaveLength(2)
  })

  test('keep their number when older entries change, and their results as long as nothing they rest on does', async () => {
    fillWithDemo(createServices(journal, clock))
    const first = await journalPages.find()
    const stored = journal.checkpoints.listResults()
    expect(stored.length).toBeGreaterThan(exposures.length)
    const revision = journal.getRevision()
    // A cramp after the checkpoint changes no result.
    journal.entries.add(crampDraft(), clock.now())
    const later = await journalPages.find()
    expect(journal.getRevision()).not.toBe(revision)
    expect(journal.checkpoints.listResults()).toEqual(stored)
    expect(lookOf(later)).toEqual(lookOf(first))
    // Before it, every result rests on it.
    const [old] = journal.entries.listOfKind('cramp', 0, clock.now())
    if (old === undefined) throw new Error('the demo has cramps')
    journal.entries.delete(old.id, clock.now())
    const changed = await journalPages.find()
    expect(journal.checkpoints.listResults()).not.toEqual(stored)
    expect(journal.checkpoints.listResults()).toHaveLength(stored.length)
    expect(lookOf(changed)?.look).toBe(1)
    expect(journal.checkpoints.listLooks()).toHaveLength(1)
  })

  test('give the same findings from stored results as from none', async () => {
    fillWithDemo(createServices(journal, clock))
    await journalPages.find()
    journal.entries.add(crampDraft(), clock.now())
    const reused = await journalPages.find()
    journal.writeDerived(() => journal.checkpoints.replaceResults([]))
    journal.suspects.put({
      ...{
        exposure: 'own-1',
        namedOn: '2026-11-20',
        isBeforehand: true,
        withdrawnOn: null,
        keepsShare: false,
      },
    })
    expect(await journalPages.find()).toEqual(reused)
  })

  test('are never out of date: any edits give the findings of a journal without stored results', async () => {
    fillWithDemo(createServices(journal, clock))
    const work = createOpenAnalysis(() => journal)
    const { find } = openFindings(work)
    const any = fc.record({
      what: fc.constantFrom('cramp', 'drink', 'delete', 'restore', 'answer', 'take-back', 'days-off'),
      daysAgo: fc.integer({ min: 0, max: 130 }),
      which: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(any, { minLength: 2, maxLength: 5 }), async edits => {
        for (const edit of edits) applyEdit(edit)
        const reused = await find()
        const stored = journal.checkpoints.listResults()
        journal.writeDerived(() => journal.checkpoints.replaceResults([]))
        const fresh = createOpenAnalysis(() => journal)
        expect(await openFindings(fresh).find()).toEqual(reused)
        expect(new Set(journal.checkpoints.listResults().map(one => JSON.stringify(one)))).toEqual(
          new Set(stored.map(one => JSON.stringify(one))),
        )
        await fresh.stop()
      }),
      { numRuns: 3, seed: 15 },
    )
    await work.stop()
  }, 240_000)

  test('of another version of the program are made anew', () => {
    journal.writeDerived(() => {
      const result = {
        isConstant: false,
        missing: [],
        contrast: null,
        weekdayRatio: null,
        likelihoodP: null,
        test: null,
      }
      journal.checkpoints.replaceResults([
        { name: 'alcohol ..20000', inputs: 'a', result },
        // @ts-expect-error A result that lacks everything, as a later version might have renamed it.
        { name: 'caffeine ..20000', inputs: 'b', result: { estimate: 1 } },
      ])
    })
    expect(journal.checkpoints.listResults().map(({ name }) => name)).toEqual(['alcohol ..20000'])
  })

  test('travel with a journal file, and keep their first time', () => {
    journal.checkpoints.addShown({ lastDate: '2026-09-27', shownAt: 20 })
    journal.checkpoints.addShown({ lastDate: '2026-10-25', shownAt: 30 })
    const file = exportJournal(journal)
    const other = createJournalStore(openJournal(':memory:'))
    other.checkpoints.addShown({ lastDate: '2026-10-25', shownAt: 40 })
    other.checkpoints.addShown({ lastDate: '2026-11-22', shownAt: 10 })
    importJournal(other, file)
    expect(other.checkpoints.listShown()).toEqual([
      { lastDate: '2026-11-22', shownAt: 10 },
      { lastDate: '2026-09-27', shownAt: 20 },
      { lastDate: '2026-10-25', shownAt: 30 },
    ])
    other.close()
  })
})

describe('work that is not wanted', () => {
  test('ends when the page cancels it, and can be asked for again', async () => {
    const { ask, pages } = openPagesWith(endless)
    const begun = Promise.withResolvers<void>()
    process.once('worker', worker => worker.once('message', begun.resolve))
    const asked = ask(everyCramp, 'job')
    await begun.promise
    pages.cancel(1, 'job')
    expect(await asked).toMatchObject({ code: 'cancelled' })
    const again = ask(everyCramp, 'job')
    pages.cancel(1, 'job')
    expect(await again).toMatchObject({ code: 'cancelled' })
  })

  test('makes room for another filter as soon as its page leaves', async () => {
    const { findings } = openPagesWith(endless)
    const controller = new AbortController()
    const left = findings.find(everyCramp, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    })
    const ofLeft = findings.find({ ...everyCramp, side: 'left' })
    await expect(left).rejects.toMatchObject({ name: 'AbortError' })
    expect(await ofLeft).toEqual({ findings: null, medicines: [] })
  })

  test('ends before the journal is replaced', async () => {
    const { ask, analysis } = openPagesWith(endless)
    const begun = Promise.withResolvers<void>()
    process.once('worker', worker => worker.once('message', begun.resolve))
    const asked = ask()
    await begun.promise
    await analysis.stop()
    expect(await asked).toMatchObject({ code: 'internal' })
  })
})

describe('work that fails', () => {
  test('is told as a failure, and tried again when asked again', async () => {
    let threads = 0
    const count = () => threads++
    process.on('worker', count)
    const { ask } = openPagesWith("throw new Error('the disk is gone')")
    expect(await ask()).toMatchObject({ code: 'internal' })
    expect(await ask()).toMatchObject({ code: 'internal' })
    process.off('worker', count)
    expect(threads).toBe(2)
  })

  test('without a word is a failure too', async () => {
    expect(await openPagesWith('process.exit(0)').ask()).toMatchObject({ code: 'internal' })
  })
})
