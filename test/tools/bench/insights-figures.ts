/** Benchmarks of Insights over ten years: load until every chart is drawn, and filter until its findings are shown. */
import type { Page } from '@playwright/test'
import { type Figure, repeat } from './figures.ts'

const OPENINGS = 5
/** Number of chart cards in Insights. */
const CHARTS = 11

interface Opening {
  readonly allChartsMs: number
  readonly longestTaskMs: number
}

interface Filtering {
  readonly pendingMs: number
  readonly doneMs: number
  readonly longestTaskMs: number
}

export async function measureInsights(page: Page): Promise<Figure[]> {
  // The page records its own marks: polling it from outside would add load to what is measured.
  await page.addInitScript(() => {
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) performance.mark('long task', { detail: duration })
    }).observe({ entryTypes: ['longtask'] })
  })
  const openings: Opening[] = []
  await repeat(OPENINGS, async () => {
    openings.push(await open(page))
    return 0
  })
  const filterings: Filtering[] = []
  // Each filter once: findings are cached per filter.
  for (const muscle of ['calf', 'arch', 'toes', 'hamstring', 'shin'])
    filterings.push(await chooseMuscle(page, muscle))
  const ofOpenings = (runsOf: (opening: Opening) => number) => openings.map(runsOf)
  const ofFilterings = (runsOf: (filtering: Filtering) => number) => filterings.map(runsOf)
  return [
    {
      what: 'all charts of Insights, all of ten years',
      runs: ofOpenings(one => one.allChartsMs),
      unit: 'ms',
    },
    { what: '  longest task meanwhile', runs: ofOpenings(one => one.longestTaskMs), unit: 'ms' },
    {
      what: 'a new filter to its pending state, ten years',
      runs: ofFilterings(one => one.pendingMs),
      unit: 'ms',
    },
    { what: 'a new filter to its findings, ten years', runs: ofFilterings(one => one.doneMs), unit: 'ms' },
    { what: '  longest task meanwhile', runs: ofFilterings(one => one.longestTaskMs), unit: 'ms' },
  ]
}

/** Reloads the page and waits until every chart is drawn, the forest plot with its rows. */
async function open(page: Page): Promise<Opening> {
  await page.evaluate(() => {
    location.hash = '#/insights?period=all'
  })
  await page.reload()
  return page.evaluate(async charts => {
    const frame = () => new Promise(requestAnimationFrame)
    const closed = () =>
      document.querySelectorAll<HTMLButtonElement>('main section > h2 > button[aria-expanded=false]')
    // Opened as soon as they are there: what is measured is every chart, not the closed list.
    const isDone = () =>
      document.querySelectorAll('main section > h2').length >= charts &&
      closed().length === 0 &&
      document.querySelector('[data-interval]') !== null &&
      document.querySelector('main [aria-busy=true]') === null
    while (!isDone()) {
      for (const opener of closed()) opener.click()
      await frame()
    }
    const allChartsMs = performance.now()
    const tasks = performance.getEntriesByName('long task').map(mark => Number(Reflect.get(mark, 'detail')))
    return { allChartsMs, longestTaskMs: Math.max(0, ...tasks) }
  }, CHARTS)
}

/** Filters by a muscle not used before, and waits for its findings. */
function chooseMuscle(page: Page, muscle: string): Promise<Filtering> {
  return page.getByRole('combobox', { name: 'Place' }).evaluate(async (select, value) => {
    const frame = () => new Promise(requestAnimationFrame)
    const isBusy = () =>
      Array.from(document.querySelectorAll('main section'))
        .find(section => section.querySelector('h2')?.textContent.endsWith('things compared'))
        ?.getAttribute('aria-busy') === 'true'
    performance.clearMarks('long task')
    const startedAt = performance.now()
    if (select instanceof HTMLSelectElement) select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
    while (!isBusy()) await frame()
    const pendingMs = performance.now() - startedAt
    while (isBusy()) await frame()
    const doneMs = performance.now() - startedAt
    const tasks = performance.getEntriesByName('long task').map(mark => Number(Reflect.get(mark, 'detail')))
    return { pendingMs, doneMs, longestTaskMs: Math.max(0, ...tasks) }
  }, muscle)
}
