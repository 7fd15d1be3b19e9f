/** Benchmarks of the running app, each with a lower bound measured on the same host. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import type { JournalApi } from '../../../shared/contract.ts'
import type { FluidDraft } from '../../../shared/kinds/fluid.ts'
import { getCard } from '../../e2e/person.ts'
import { statedAt, statedTime, surroundings } from '../../e2e/surroundings.ts'
import { type LaunchedApp, launchApp } from '../../host/launch.ts'
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
  /** Data folder with the ten-year journal. */
  readonly tenYears: string
  /** Data folder with an empty journal. */
  readonly empty: string
  /** Temporary folder for output files. */
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

/** Start to interactive, in ms. App and empty app alternate, so that other load on the machine affects both alike. */
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

/** Load to first frame with the screen's content, in ms of the page's own clock. */
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

/** Click on a drink button to the painted row in the day's list, in ms. */
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
      // The next frame's callback runs after the row has been painted.
      await new Promise(requestAnimationFrame)
      return performance.now() - startedAt
    }),
  )
}

/** Pattern charts (time and place of cramps, fluids, shoes, load, nights, relief): call to reply in the page, in ms. */
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

/** Findings job in its worker: duration, and longest block of page and main process during it, in ms. */
async function measureFindings(page: Page, electronApp: ElectronApplication): Promise<Figure[]> {
  await page.reload()
  const findFindings = () =>
    page.evaluate(async () => {
      const startedAt = performance.now()
      const reply = await window.unknot.getFindings({
        filter: { muscle: null, side: null, time: null, state: null },
      })
      if (!reply.ok) throw new Error(reply.failure.message)
      return performance.now() - startedAt
    })
  const durations: number[] = []
  const busy = await repeat(ANALYSES, () =>
    measurePauses(page, electronApp, async () => {
      // A changed journal invalidates the cached findings.
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

/** Adds a drink. @returns ms from the call to the reply */
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

/** Lower bound of adding a drink: its two rows in one transaction, with the journal's pragmas and no validation. */
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
