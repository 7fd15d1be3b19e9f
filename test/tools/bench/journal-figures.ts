/** Benchmarks of the Journal screen: search while typing, and scrolling. */
import type { Page } from '@playwright/test'
import { type Figure, repeat } from './figures.ts'

const SEARCHES = 7
const SCROLLS = 5

/** Search times include the page's debounce, because the person waits for it too. */
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

/** Input of a whole word to the painted result count above the list, in ms. */
async function timeSearch(page: Page, word: string): Promise<number> {
  await page.getByRole('searchbox').fill('')
  await page.locator('main [role=status]', { hasText: /entries$/ }).waitFor()
  return page.getByRole('searchbox').evaluate(async (field, text) => {
    if (!(field instanceof HTMLInputElement)) throw new Error('the search field is no field')
    const startedAt = performance.now()
    // Native setter, so that React takes the value as typed: it ignores one set through its own property.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    while (!document.querySelector('main [role=status]')?.textContent?.endsWith('found'))
      await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return performance.now() - startedAt
  }, word)
}

/**
 * Longest time in ms with an unloaded row in view, 0 if there was none. Scrolls by a window's height per frame, then far
 * away at once.
 */
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
