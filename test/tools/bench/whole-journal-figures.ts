/** Benchmarks of actions on the whole journal: duration, and longest block of the main process. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { judgeFile } from '../../../main/store/judge.ts'
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'
import { pageOneSections } from '../../../shared/report/order.ts'
import { emptyFilter } from '../../../shared/search/entry-filter.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { answerSaveDialogs } from '../../e2e/person.ts'
import { surroundings } from '../../e2e/surroundings.ts'
import { launchApp } from '../../host/launch.ts'
import type { Folders } from './app-figures.ts'
import { type Figure, repeat, time } from './figures.ts'
import { today } from './journals.ts'
import { measurePauses } from './pauses.ts'

const RUNS = 3
const TEN_YEARS = { fromDate: addDays(today, -3650), toDate: today }
/** Distinct period per run, because a repeated one is answered from the cache. */
const periodOfRun = (run: number) => ({ ...TEN_YEARS, fromDate: addDays(TEN_YEARS.fromDate, run) })

/** Runs on a copy of the data folder, because every entry is deleted and restored. */
export async function measureWholeJournal({ tenYears, scratch }: Folders): Promise<Figure[]> {
  const userData = join(scratch, 'whole-journal')
  mkdirSync(userData)
  copyFileSync(join(tenYears, 'journal.sqlite'), join(userData, 'journal.sqlite'))
  const judged = await repeat(RUNS, () => time(() => judgeFile(join(userData, 'journal.sqlite'))))
  const { page, electronApp, close } = await launchApp({ userData, env: surroundings })
  const figures: Figure[] = [
    { what: 'judge a file of ten years before it is opened', runs: judged, unit: 'ms' },
  ]

  async function measure(what: string, act: (run: number) => Promise<unknown>): Promise<void> {
    const takenMs: number[] = []
    const pausesMs: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const { mainMs } = await measurePauses(page, electronApp, async () => {
        takenMs.push(await time(() => act(run)))
      })
      pausesMs.push(mainMs)
    }
    figures.push(
      { what, runs: takenMs, unit: 'ms' },
      { what: '  longest pause of the main process meanwhile', runs: pausesMs, unit: 'ms' },
    )
  }

  await measure('a report of ten years with every page', run => askReport(page, run))
  await measure('an overview of ten years', run => askOverview(page, run))
  await answerSaveDialogs(electronApp, join(scratch, 'copy.sqlite'))
  await measure('save a copy of ten years', () =>
    ask(page, () => window.unknot.saveCopy({ format: 'journal', passphrase: null })),
  )
  await measure('save the journal as it is open here, ten years', () =>
    ask(page, () => window.unknot.saveOpenJournal({})),
  )
  await measure('delete all entries of ten years and bring them back', () => deleteAllAndBack(page))
  await measure('restore a backup of ten years', () => restoreNewest(page))
  await close()
  return figures
}

type Refusable = { readonly ok: true } | { readonly ok: false; readonly failure: { message: string } }

async function ask<Input>(
  page: Page,
  call: (input: Input) => Promise<Refusable>,
  input?: Input,
): Promise<void> {
  const reply = await page.evaluate(call as never, input)
  const { ok, failure } = reply as { ok: boolean; failure?: { message: string } }
  if (!ok) throw new Error(failure?.message)
}

/** Report without findings, which a worker computes. */
const askReport = (page: Page, run: number) =>
  ask(page, order => window.unknot.getReport(order), {
    ...periodOfRun(run),
    paper: 'A4' as const,
    sections: pageOneSections.filter(section => section !== 'findings'),
    pages: ['charts' as const, 'days' as const, 'episodes' as const, 'method' as const],
    reveal: [],
    questions: '',
  })

const askOverview = (page: Page, run: number) =>
  ask(page, input => window.unknot.getOverview(input), { ...periodOfRun(run), filter: everyCramp })

const deleteAllAndBack = (page: Page) =>
  ask(
    page,
    async filter => {
      const found = await window.unknot.findEntries({ filter, dayStartMinutes: 240 })
      if (!found.ok) return found
      const deleted = await window.unknot.deleteEntries({ ids: found.value.ids })
      return deleted.ok ? window.unknot.restoreEntries({ ids: found.value.ids.toReversed() }) : deleted
    },
    emptyFilter,
  )

const restoreNewest = (page: Page) =>
  ask(page, async () => {
    const list = await window.unknot.backUpNow({})
    if (!list.ok) return list
    const [newest] = list.value.backups
    if (newest === undefined) throw new Error('there is no backup')
    const { place, name } = newest
    return window.unknot.restoreBackup({ backup: { place, name }, passphrase: null })
  })
