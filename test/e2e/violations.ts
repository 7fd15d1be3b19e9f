/** axe over the page in view, in both appearances. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Legacy mode: without it axe opens a second page, which Electron's pages cannot. */
export const createAxe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode()

/**
 * Passed checks are not described, which would take most of the time. Copy it for each run: the builder writes the rules of
 * a run into the object that it was given.
 */
export const violationsOnly: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'] }

/** Rules whose result depends on the appearance; the document is the same in both. */
export const inColours = (axe: AxeBuilder): AxeBuilder =>
  axe.withRules(['color-contrast', 'link-in-text-block'])

/** axe violations in the light and the dark appearance, one line each. */
export async function findViolationsOfBothAppearances(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
    )
    const axe = createAxe(page).options({ ...violationsOnly })
    const { violations } = await (colorScheme === 'light' ? axe : inColours(axe)).analyze()
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`))
  }
  await page.emulateMedia({ colorScheme: null })
  return found
}
