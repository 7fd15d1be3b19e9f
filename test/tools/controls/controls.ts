/**
 * `npm run controls`: counts what a person meets on each screen of the built app, and prints a table: controls and words
 * on the first screenful, smallest type, height of the screen (`measures.ts` defines each).
 *
 * Without words: Today, Insights and Report of every journal at 1280 x 800. `--journal new`, `--screen Plan` and
 * `--size 900x700` may be repeated; `--screen all` takes every screen.
 */
import { parseArgs } from 'node:util'
import type { Page } from '@playwright/test'
import { openScreen, type ScreenName, screens, waitForContent } from '../../e2e/person.ts'
import { statedTime, surroundings } from '../../e2e/surroundings.ts'
import { ensureBuilt } from '../../host/built-app.ts'
import { launchApp } from '../../host/launch.ts'
import { fillJournal, type JournalName, journalNames } from './journals.ts'
import { measureScreen, type ScreenMeasures } from './measures.ts'

interface Size {
  readonly width: number
  readonly height: number
}

interface Plan {
  readonly journals: readonly JournalName[]
  readonly screens: readonly ScreenName[]
  readonly sizes: readonly Size[]
}

/** Time limit for the analysis of the demo, in ms; it takes seconds on a quiet machine. */
const ANALYSED_MS = 120_000

const COLUMNS = ['journal', 'screen', 'window', 'controls', 'words', 'type px', 'sheet pt', 'height px']

process.exitCode = await run()

async function run(): Promise<number> {
  const plan = readPlan()
  if (typeof plan === 'string') {
    console.error(plan)
    return 2
  }
  const built = await ensureBuilt()
  if (built !== 0) return built
  const rows: string[][] = []
  for (const journal of plan.journals) rows.push(...(await measureJournal(journal, plan)))
  printTable([COLUMNS, ...rows])
  return 0
}

/** @returns the plan, or a sentence about the word that is wrong */
function readPlan(): Plan | string {
  const { values } = parseArgs({
    options: {
      journal: { type: 'string', multiple: true, default: [...journalNames] },
      screen: { type: 'string', multiple: true, default: ['Today', 'Insights', 'Report'] },
      size: { type: 'string', multiple: true, default: ['1280x800'] },
    },
  })
  const chosenScreens = values.screen.includes('all') ? [...screens] : findAll(values.screen, screens)
  if (chosenScreens === undefined) return `--screen is one of: ${screens.join(', ')}, all`
  const journals = findAll(values.journal, journalNames)
  if (journals === undefined) return `--journal is one of: ${journalNames.join(', ')}`
  const sizes = values.size.map(readSize)
  if (!sizes.every(size => size !== undefined)) return '--size is a width and a height, such as 1280x800'
  return { journals, screens: chosenScreens, sizes }
}

/** The names in their own type; undefined when one of them is unknown. */
function findAll<Name extends string>(words: readonly string[], names: readonly Name[]): Name[] | undefined {
  const found = words.map(word => names.find(name => name === word))
  return found.every(name => name !== undefined) ? found : undefined
}

function readSize(word: string): Size | undefined {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(word) ?? []
  return width === undefined || height === undefined
    ? undefined
    : { width: Number(width), height: Number(height) }
}

async function measureJournal(journal: JournalName, plan: Plan): Promise<string[][]> {
  const app = await launchApp({
    args: [...statedTime(), ...(journal === 'demo' ? ['--demo'] : [])],
    env: surroundings,
  })
  try {
    const { page } = app
    page.setDefaultTimeout(ANALYSED_MS)
    await fillJournal(page, journal)
    const rows: string[][] = []
    for (const size of plan.sizes) {
      await page.setViewportSize(size)
      for (const screen of plan.screens) {
        const measures = await openAndMeasure(page, screen)
        rows.push([journal, screen, `${size.width}x${size.height}`, ...formatMeasures(measures)])
      }
    }
    return rows
  } finally {
    await app.close()
  }
}

async function openAndMeasure(page: Page, screen: ScreenName): Promise<ScreenMeasures> {
  await openScreen(page, screen)
  await waitForContent(page)
  return measureScreen(page)
}

function formatMeasures({ controls, words, smallestPx, sheetPt, height }: ScreenMeasures): string[] {
  return [
    String(controls),
    String(words),
    smallestPx.toFixed(1),
    sheetPt === null ? '' : sheetPt.toFixed(1),
    String(height),
  ]
}

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
