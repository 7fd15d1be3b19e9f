/**
 * `npm run tour`: walks through the program on the demo journal, without a display, and writes pictures of every screen
 * and the report to `tour/`. `-- --pictures` also renews the README's four pictures. `--now` and `--zone` state the date;
 * the time is always 16:00, because the tour's entries belong to a whole day.
 */
import { copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Page } from '@playwright/test'
import { readStatedTime, startClock, systemClock } from '../../../main/app/clock.ts'
import type { JournalApi } from '../../../shared/contract.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { answerSaveDialogs, chooseAppearance, getCard, openScreen, waitForContent } from '../../e2e/person.ts'
import { statedAt, surroundings, timeZone as usualZone } from '../../e2e/surroundings.ts'
import { ensureBuilt } from '../../host/built-app.ts'
import { root } from '../../host/host.ts'
import { type LaunchedApp, launchApp } from '../../host/launch.ts'
import { logOneOfEachKind } from './entries.ts'
import { scenes } from './scenes.ts'

declare global {
  interface Window {
    unknot: JournalApi
  }
}

const stated = readStatedTime(process.argv, false)
if (typeof stated === 'string') {
  console.error(stated)
  process.exit(2)
}
const isStated = process.argv.some(word => word === '--now' || word.startsWith('--now='))
const timeZone = stated.timeZone ?? (isStated ? systemClock.timeZone() : usualZone)
const now = isStated ? startClock(stated).now() : statedAt

const folder = join(root, 'tour')
const readmePictures = ['today-light.png', 'insights-dark.png', 'plan-light.png', 'report-light.png']

/** Window sizes in pixels: that of a first start, and a small one. */
const sizes = [
  { width: 1280, height: 800, suffix: '' },
  { width: 900, height: 700, suffix: '-900x700' },
] as const

const say = (line: string) => console.log(line)
/** Uncaught errors of pages, which no step of the tour would notice. */
const failures: string[] = []

/** Current step, for the message of a tour that ends early. */
let place = 'the start'
let running: LaunchedApp | undefined

process.exitCode = await walk().catch(end)

async function end(error: unknown): Promise<number> {
  const message = stripVTControlCharacters(error instanceof Error ? error.message : String(error))
  const waitedFor = /- waiting for (.+)/.exec(message)?.[1]
  const reason = waitedFor === undefined ? message.split('\n')[0] : `there was no ${waitedFor}`
  console.error(`The tour ended early, at ${place}: ${reason}.`)
  await running?.close().catch(() => {})
  return 1
}

async function walk(): Promise<number> {
  const built = await ensureBuilt()
  if (built !== 0) return built
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  await seeFirstStart()
  await seeDemo()
  if (process.argv.includes('--pictures')) renewReadmePictures()
  for (const failure of failures) console.error(`A page failed: ${failure}`)
  say(`The tour is over: look into ${relative(process.cwd(), folder) || '.'}/`)
  return failures.length === 0 ? 0 : 1
}

/** First start of a new installation. */
async function seeFirstStart(): Promise<void> {
  const app = await start([])
  say(app.host.description)
  await app.page.getByRole('button', { name: 'Start my journal' }).waitFor()
  for (const size of sizes) {
    await resize(app, size)
    await takePicture(app.page, `first-start-light${size.suffix}`)
  }
  await app.close()
}

async function seeDemo(): Promise<void> {
  const app = await start(['--demo'])
  const { page } = app
  await getCard(page, 'Cramps').waitFor()
  place = 'what is logged on a day'
  await logOneOfEachKind(page, line => {
    place = `what is logged after ${line}`
    say(`  logged ${line}`)
  })
  for (const appearance of ['Light', 'Dark'] as const) {
    await chooseAppearance(page, appearance)
    await seeScreens(app, appearance.toLowerCase())
  }
  await exportReport(app)
  await app.close()
}

/** Arguments for 16:00 on the stated date. */
function tourTime(): string[] {
  const date = calendarDate(momentOfInstant(now, timeZone))
  return [`--now=${date}T16:00`, `--zone=${timeZone}`]
}

async function start(words: readonly string[]): Promise<LaunchedApp> {
  const app = await launchApp({ args: [...tourTime(), ...words], env: { ...surroundings, TZ: timeZone } })
  running = app
  app.page.setDefaultTimeout(60_000)
  app.page.on('pageerror', error => failures.push(error.message))
  return app
}

/** Pictures of every screen at each window size, a full-page one where it scrolls, and the longest form. */
async function seeScreens(app: LaunchedApp, appearance: string): Promise<void> {
  const { page } = app
  for (const size of sizes) {
    await resize(app, size)
    for (const { name, open, leave } of scenes) {
      place = `the screen ${name}, ${appearance}${size.suffix}`
      await open(page)
      if (size.suffix === '' && appearance === 'light' && name === 'today') await seeCards(page)
      await waitForContent(page)
      await takePicture(page, `${name}-${appearance}${size.suffix}`)
      if (size.suffix === '') await takePicture(page, `${name}-${appearance}-whole`, true)
      await leave?.(page)
    }
  }
  await resize(app, sizes[0])
  await openScreen(page, 'Today')
  await getCard(page, 'Cramps').getByRole('button', { name: 'Add details' }).click()
  await page.getByRole('dialog', { name: 'Log cramp' }).waitFor()
  await takePicture(page, `cramp-form-${appearance}`)
  await page.keyboard.press('Escape')
}

/** Warning cards of the demo, which cover every screen until read: takes one picture, then confirms them. */
async function seeCards(page: Page): Promise<void> {
  const reply = await page.evaluate(() => window.unknot.listWarnings({}))
  if (!reply.ok || reply.value.length === 0) {
    say('  no warning cards on this day')
    return
  }
  const cards = page.getByRole('region', { name: 'Warning signs' })
  const read = cards.getByRole('button', { name: 'I have read this' })
  await read.first().waitFor()
  await takePicture(page, 'warning-cards-light')
  for (let left = await read.count(); left > 0; left--) {
    await read.first().click()
    await page.waitForFunction(
      count => document.querySelectorAll('[aria-label="Warning signs"] article').length < count,
      left,
    )
  }
  await cards.waitFor({ state: 'detached' })
  await page.reload()
  await getCard(page, 'Cramps').waitFor()
}

async function resize(
  { electronApp, page }: LaunchedApp,
  { width, height }: (typeof sizes)[number],
): Promise<void> {
  await electronApp.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setSize(size.width, size.height),
    { width, height },
  )
  // Tolerance of 40 pixels for the window's frame, whose width the desktop decides.
  await page.waitForFunction(wanted => Math.abs(innerWidth - wanted) < 40, width)
}

async function takePicture(page: Page, name: string, fullPage = false): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(one => one.finished.catch(() => {}))))
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, scale: 'css', fullPage })
  say(`  pictured ${name}.png`)
}

async function exportReport({ page, electronApp }: LaunchedApp): Promise<void> {
  place = 'the report as a PDF'
  const path = join(folder, 'report.pdf')
  await answerSaveDialogs(electronApp, path)
  await openScreen(page, 'Report')
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await page.getByRole('status').filter({ hasText: path }).waitFor({ timeout: 90_000 })
  say(`  exported report.pdf, ${Math.round(statSync(path).size / 1024)} kB`)
}

function renewReadmePictures(): void {
  for (const name of readmePictures) {
    copyFileSync(join(folder, name), join(import.meta.dirname, 'pictures', name))
    say(`  renewed test/tools/tour/pictures/${name}`)
  }
}
