/** Figures of the running app, each beside the least it can cost on the same host. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import type { JournalApi } from '../../shared/contract.ts'
import type { FluidDraft } from '../../shared/kinds/fluid.ts'
import { getCard } from '../e2e/person.ts'
import { statedAt, statedTime, surroundings } from '../e2e/surroundings.ts'
import { type LaunchedApp, launchApp } from '../host/launch.ts'
import { type Figure, repeat, time } from './figures.ts'
import { measureInsights } from './insights-figures.ts'
import { measureJournalScreen } from './journal-figures.ts'
import { today } from './journals.ts'
import { measurePauses } from './pauses.ts'
import { measurePrinting } from './printing-figures.ts'

declare global {
  interface Window {
    unknot: JournalApi
  }
}

export interface Folders {
  /** Data folders of the app. */
  readonly tenYears: string
  readonly empty: string
  /** For whatever is written besides. */
  readonly scratch: string
}

const STARTS = 5
const ADDS = 200
const OPENINGS = 7
const REPAINTS = 15
const ANALYSES = 3

export async function measureApp(folders: Folders): Promise<Figure[]> {
  const starts = await measureStarts(folders)
  const empty = await startOn(folders.empty)
  const emptyScreens = await measureScreens(empty.page)
  const emptyRepaints = await measureRepaints(empty.page)
  await empty.close()

  const { page, electronApp, close } = await startOn(folders.tenYears)
  const screens = await measureScreens(page)
  const onEmpty = 'the same screen of an empty journal'
  const figures: Figure[] = [
    starts,
    {
      what: 'open Today, ten years',
      runs: screens.today,
      unit: 'ms',
      floor: { what: onEmpty, runs: emptyScreens.today },
    },
    {
      what: 'open Insights, 26 weeks of ten years',
      runs: screens.insights,
      unit: 'ms',
      floor: { what: onEmpty, runs: emptyScreens.insights },
    },
    {
      what: 'open Insights, all of ten years',
      runs: screens.allInsights,
      unit: 'ms',
      floor: { what: onEmpty, runs: emptyScreens.allInsights },
    },
    {
      what: 'open Journal, ten years',
      runs: screens.journal,
      unit: 'ms',
      floor: { what: onEmpty, runs: emptyScreens.journal },
    },
    ...(await measureJournalScreen(page)),
    {
      what: 'what the smaller charts of Insights draw, all of ten years',
      runs: await measurePatterns(page),
      unit: 'ms',
    },
    ...(await measureInsights(page)),
    ...(await measureFindings(page, electronApp)),
    {
      what: 'a click on a drink to the day repainted, ten years',
      runs: await measureRepaints(page),
      unit: 'ms',
      floor: { what: 'the same in an empty journal', runs: emptyRepaints },
    },
    await measureAdding(page, folders),
    ...(await measurePrinting(page, electronApp, folders.scratch, () => addDrink(page))),
  ]
  await close()
  return figures
}

const startOn = (userData: string): Promise<LaunchedApp> =>
  launchApp({ userData, args: statedTime(), env: surroundings })

/** From the command to a page that can be used. Ours and the empty app in turn, so that both meet the same weather. */
async function measureStarts({ tenYears }: Folders): Promise<Figure> {
  const ours: number[] = []
  const empties: number[] = []
  await repeat(STARTS, async () => {
    ours.push(
      await timeStart(
        () => startOn(tenYears),
        page => getCard(page, 'Cramps'),
      ),
    )
    empties.push(
      await timeStart(
        () => launchApp({ app: join(import.meta.dirname, 'empty-app'), env: surroundings }),
        page => page.getByRole('heading', { name: 'Empty' }),
      ),
    )
  })
  return {
    what: 'start to interactive, ten years',
    runs: ours,
    unit: 'ms',
    floor: { what: 'an empty app in the same host', runs: empties },
  }
}

async function timeStart(
  start: () => Promise<LaunchedApp>,
  getSign: (page: Page) => { waitFor(): Promise<void> },
): Promise<number> {
  let app: LaunchedApp | undefined
  const duration = await time(async () => {
    app = await start()
    await getSign(app.page).waitFor()
  })
  await app?.close()
  return duration
}

interface ScreenTimes {
  readonly today: number[]
  readonly journal: number[]
  readonly insights: number[]
  readonly allInsights: number[]
}

/** From the beginning of a load to the first frame with the screen's content in it, by the page's own clock. */
async function measureScreens(page: Page): Promise<ScreenTimes> {
  await page.addInitScript(() => {
    const signs = {
      '#/today': '#day-entries',
      '#/journal': '[data-kind] [data-row], main a[href="#/today"]',
      '#/insights': '.recharts-surface, #empty-insights',
    }
    const hasContent = () =>
      Object.entries(signs).some(
        ([place, sign]) => location.hash.startsWith(place) && document.querySelector(sign) !== null,
      )
    const look = () =>
      requestAnimationFrame(() => {
        if (hasContent()) performance.mark('shown')
        else look()
      })
    look()
  })
  const open = (place: string) => repeat(OPENINGS, () => timeOpening(page, place))
  return {
    today: await open('#/today'),
    journal: await open('#/journal'),
    insights: await open('#/insights'),
    allInsights: await open('#/insights?period=all'),
  }
}

async function timeOpening(page: Page, place: string): Promise<number> {
  await page.evaluate(hash => {
    location.hash = hash
  }, place)
  await page.reload()
  const mark = await page.waitForFunction(() => performance.getEntriesByName('shown')[0]?.startTime)
  return Number(await mark.jsonValue())
}

/** From the click on a drink of the card until the day's list shows it, painted. */
async function measureRepaints(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    location.hash = '#/today'
  })
  await getCard(page, 'Drinks').waitFor()
  const button = getCard(page, 'Drinks').getByRole('button', { name: /ml/ }).first()
  return repeat(REPAINTS, () =>
    button.evaluate(async element => {
      const count = () => document.querySelectorAll('[aria-labelledby=day-entries] li').length
      const before = count()
      const startedAt = performance.now()
      if (element instanceof HTMLElement) element.click()
      while (count() === before) await new Promise(requestAnimationFrame)
      // The frame after the one in which it stands in the page has been painted.
      await new Promise(requestAnimationFrame)
      return performance.now() - startedAt
    }),
  )
}

/** When and where it cramps, fluids, shoes, load, nights and relief: from the question to the answer in the page. */
async function measurePatterns(page: Page): Promise<number[]> {
  return repeat(ANALYSES, () =>
    page.evaluate(async toDate => {
      const startedAt = performance.now()
      const reply = await window.unknot.getPatterns({
        fromDate: '1900-01-01',
        toDate,
        filter: { muscle: null, side: null, time: null, state: null },
      })
      if (!reply.ok) throw new Error(reply.failure.message)
      return performance.now() - startedAt
    }, today),
  )
}

/** The analysis in its thread: how long until it is there, and how long page and main process stand still meanwhile. */
async function measureFindings(page: Page, electronApp: ElectronApplication): Promise<Figure[]> {
  await page.reload()
  const findFindings = () =>
    page.evaluate(async () => {
      const startedAt = performance.now()
      for (;;) {
        const reply = await window.unknot.getFindings({
          filter: { muscle: null, side: null, time: null, state: null },
        })
        if (!reply.ok) throw new Error(reply.failure.message)
        if (reply.value.state === 'ready') return performance.now() - startedAt
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    })
  const durations: number[] = []
  const busy = await repeat(ANALYSES, () =>
    measurePauses(page, electronApp, async () => {
      // A change of the journal, so that there is something to find anew.
      await addDrink(page)
      durations.push(await findFindings())
    }),
  )
  const idle = await repeat(ANALYSES, () =>
    measurePauses(page, electronApp, () => page.waitForTimeout(Math.max(...durations))),
  )
  const doingNothing = 'the same while nothing is done'
  return [
    { what: 'all findings, ten years, in the app', runs: durations, unit: 'ms' },
    {
      what: '  longest pause of the main process meanwhile',
      runs: busy.map(({ mainMs }) => mainMs),
      unit: 'ms',
      floor: { what: doingNothing, runs: idle.map(({ mainMs }) => mainMs) },
    },
    {
      what: '  longest pause of the page meanwhile',
      runs: busy.map(({ pageMs }) => pageMs),
      unit: 'ms',
      floor: { what: doingNothing, runs: idle.map(({ pageMs }) => pageMs) },
    },
  ]
}

const makeDrink = (): FluidDraft => ({
  kind: 'fluid',
  at: statedAt,
  offsetMinutes: 0,
  note: '',
  drink: 'water',
  volumeMl: 5,
  alcoholPercent: null,
  caffeineMg: null,
  reliefOf: null,
})

/** @returns ms from the call to the reply */
async function addDrink(page: Page): Promise<number> {
  return page.evaluate(async draft => {
    const startedAt = performance.now()
    const reply = await window.unknot.addEntry(draft)
    if (!reply.ok) throw new Error(reply.failure.message)
    return performance.now() - startedAt
  }, makeDrink())
}

async function measureAdding(page: Page, { tenYears, scratch }: Folders): Promise<Figure> {
  const copy = join(scratch, 'copy.sqlite')
  copyFileSync(join(tenYears, 'journal.sqlite'), copy)
  return {
    what: 'add an entry to ten years, call to reply',
    runs: await repeat(ADDS, () => addDrink(page)),
    unit: 'ms',
    floor: { what: 'a raw prepared insert into a copy of the file', runs: await timeRawInserts(copy) },
  }
}

/** The two rows of a drink in one transaction, with the pragmas of the journal: nothing checked, nothing asked. */
async function timeRawInserts(path: string): Promise<number[]> {
  const db = new Sqlite(path)
  try {
    db.pragma('journal_mode = wal')
    db.pragma('synchronous = full')
    db.pragma('foreign_keys = on')
    const insertEntry = db.prepare(
      "insert into entry (kind, at, offset_minutes, note, logged_at) values ('fluid', :now, 0, '', :now)",
    )
    const insertFluid = db.prepare(
      "insert into fluid (entry_id, drink, volume_ml) values (:id, 'water', 250)",
    )
    const insert = db.transaction((now: number) => {
      insertFluid.run({ id: insertEntry.run({ now }).lastInsertRowid })
    })
    return await repeat(ADDS, () => time(() => insert.immediate(statedAt)))
  } finally {
    db.close()
  }
}
