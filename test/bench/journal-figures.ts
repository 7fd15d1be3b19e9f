/** How the Journal screen keeps up with somebody who types and scrolls. */
import type { Page } from '@playwright/test'
import { type Figure, repeat } from './figures.ts'

const SEARCHES = 7
const SCROLLS = 5

/** The page's own pause after a key is in the figure: it is part of what somebody waits for. */
export async function measureJournalScreen(page: Page): Promise<Figure[]> {
  await page.evaluate(() => {
    location.hash = '#/journal'
  })
  await page.locator('[data-kind] [data-row]').first().waitFor()
  return [
    {
      what: 'search notes, last key to the list repainted, ten years',
      runs: await repeat(SEARCHES, () => timeSearch(page, 'train')),
      unit: 'ms',
    },
    {
      what: 'search a word of most entries, ten years',
      runs: await repeat(SEARCHES, () => timeSearch(page, 'water')),
      unit: 'ms',
    },
    {
      what: 'scroll through ten years, longest time a row stays blank',
      runs: await repeat(SCROLLS, () => timeBlankRows(page)),
      unit: 'ms',
    },
  ]
}

/** From the input of a whole word until the line above the list says how many were found, painted. */
async function timeSearch(page: Page, word: string): Promise<number> {
  await page.getByRole('searchbox').fill('')
  await page.locator('main [role=status]', { hasText: /entries$/ }).waitFor()
  return page.getByRole('searchbox').evaluate(async (field, text) => {
    if (!(field instanceof HTMLInputElement)) throw new Error('the search field is no field')
    const startedAt = performance.now()
    // As React sees it when somebody types.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    while (!document.querySelector('main [role=status]')?.textContent?.endsWith('found'))
      await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return performance.now() - startedAt
  }, word)
}

/** Scrolls by a window's height a frame for a while, and then to a place far away; 0 when no row was seen unread. */
async function timeBlankRows(page: Page): Promise<number> {
  await page.getByRole('searchbox').fill('')
  await page.locator('main [role=status]', { hasText: /entries$/ }).waitFor()
  return page.evaluate(async () => {
    const isBlank = () =>
      Array.from(document.querySelectorAll('[data-unread]')).some(row => {
        const { top, bottom } = row.getBoundingClientRect()
        return bottom > 0 && top < innerHeight
      })
    const frame = () => new Promise<number>(requestAnimationFrame)
    let longest = 0
    let blankSince: number | null = null
    const look = async () => {
      const now = await frame()
      if (!isBlank()) blankSince = null
      else {
        blankSince ??= now
        longest = Math.max(longest, now - blankSince)
      }
    }
    for (let step = 0; step < 120; step++) {
      scrollBy(0, innerHeight)
      await look()
    }
    scrollTo(0, document.body.scrollHeight * Math.random())
    for (let step = 0; step < 30; step++) await look()
    scrollTo(0, 0)
    return longest
  })
}
