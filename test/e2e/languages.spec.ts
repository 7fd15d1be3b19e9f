/**
 * Regions: every screen opens under any system region, or none; dates and times follow the region's order, with English
 * names, the Gregorian calendar and Latin digits.
 */
import { expect, test } from '@playwright/test'
import { launchApp } from '../host/launch.ts'
import { matrix } from '../host/matrix.ts'
import { getCard, openScreen, screens } from './person.ts'
import { statedTime, surroundings } from './surroundings.ts'

/** Starts the app in the given locale alone. LC_ALL is removed: Chromium does not start when it is empty. */
async function startIn(environment: Readonly<Record<string, string>>) {
  const { LC_ALL: _british, ...others } = surroundings
  delete process.env.LC_ALL
  return launchApp({ args: [...statedTime(), '--demo'], env: { ...others, ...environment } })
}

type Region = readonly [environment: Readonly<Record<string, string>>, aDate: RegExp, aTime: RegExp]

const regions = matrix<Region>(
  [
    [{ LC_ALL: 'C' }, /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/, /\b\d\d:\d\d\b/],
    [{ LANG: 'en_US.UTF-8', LC_TIME: 'en_GB.UTF-8' }, /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/, /\b\d\d:\d\d\b/],
    [{ LC_ALL: 'fa_IR.UTF-8' }, /\b20\d\d [A-Z][a-z]+ \d{1,2}\b/, /\b\d\d:\d\d\b/],
    [{ LC_ALL: 'ar_SA.UTF-8' }, /\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/, /\b\d{1,2}:\d\d\s[ap]m\b/],
  ],
  [
    [{ LC_ALL: 'de_DE.UTF-8' }, /\b\d{1,2} [A-Z][a-z]+ \d{4}\b/, /\b\d\d:\d\d\b/],
    [{ LC_ALL: 'en_US.UTF-8' }, /\b[A-Z][a-z]+ \d{1,2}, \d{4}\b/, /\b\d{1,2}:\d\d\s[AP]M\b/],
    [{ LC_ALL: 'th_TH.UTF-8' }, /\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/, /\b\d\d:\d\d\b/],
  ],
)

for (const [environment, aDate, aTime] of regions)
  test(`in ${Object.values(environment).join(', with dates of ')}`, async () => {
    const { page, close } = await startIn(environment)
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    const main = page.getByRole('main')
    /** Expects no Thai or Persian year and no digit of another script. */
    const expectOneCalendar = () =>
      expect(main).not.toHaveText(/25[67]\d\b|\b14\d\d\b|[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/)
    await expect(getCard(page, 'Cramps')).toBeVisible()
    await expect(main.getByText(aDate).first()).toBeVisible()
    await expect(main.getByText(aTime).first()).toBeVisible()
    await page.getByRole('button', { name: /^Go to a date/ }).click()
    await page.getByRole('button', { name: 'Previous month' }).waitFor()
    await page.keyboard.press('Escape')
    for (const screen of screens) {
      await openScreen(page, screen)
      await expectOneCalendar()
    }
    await openScreen(page, 'Report')
    await expect(page.getByRole('heading', { name: 'Cramp report' })).toBeVisible()
    await expectOneCalendar()
    expect(errors).toEqual([])
    await close()
  })
