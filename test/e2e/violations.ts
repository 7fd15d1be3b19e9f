/** axe over the page in view, in both appearances. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** axe violations in the light and the dark appearance, one line each. */
export async function findViolationsOfBothAppearances(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' })
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
    )
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`))
  }
  await page.emulateMedia({ colorScheme: null })
  return found
}
