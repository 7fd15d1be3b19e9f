/** Typed numbers, dates and times in four regions: stored with the intended value, or refused. */
import { expect, type Page, test } from '@playwright/test'
import { shareFolder, startApp } from './app.ts'
import { getEntries, getForm, openScreen, passWelcome } from './person.ts'
import { readStoredRows } from './stored-rows.ts'

const folder = shareFolder()

interface Region {
  readonly locale: string
  /** 3 April 1980, as typed and as the field then displays it. */
  readonly birthday: readonly [typed: string, written: string]
  /** 72.5 kg */
  readonly weight: readonly [typed: string, written: string]
  /** 1,000 ml as typed; `answer` is the choice where the number is ambiguous, else null. */
  readonly litre: readonly [typed: string, answer: string | null]
  /** 14:05 */
  readonly time: readonly [typed: string, written: string]
}

const regions: readonly Region[] = [
  {
    locale: 'en_GB',
    birthday: ['03/04/1980', '3 Apr 1980'],
    weight: ['72.50', '72.5'],
    litre: ['1,000', null],
    time: ['1405', '14:05'],
  },
  {
    locale: 'en_US',
    birthday: ['04/03/1980', 'Apr 3, 1980'],
    weight: ['72.50', '72.5'],
    litre: ['33.8', null],
    time: ['2:05 pm', '2:05 PM'],
  },
  {
    locale: 'de_DE',
    birthday: ['3.4.1980', '3 Apr 1980'],
    weight: ['72,50', '72,5'],
    litre: ['1,000', '1000'],
    time: ['14.05', '14:05'],
  },
  {
    locale: 'ar_SA',
    birthday: ['٣/٤/١٩٨٠', '3 Apr 1980'],
    weight: ['٧٢٫٥', '72.5'],
    litre: ['1,000', null],
    time: ['2:05 p. m.', '2:05 pm'],
  },
]

const readProfile = (data: string) => readStoredRows(data).profile?.[0]

/** Types key by key, then blurs the field. */
async function type(page: Page, name: RegExp | string, text: string) {
  const field = page.getByRole('textbox', { name })
  await field.click()
  await field.press('ControlOrMeta+a')
  await field.pressSequentially(text)
  await field.press('Tab')
  return field
}

for (const { locale, birthday, weight, litre, time } of regions)
  test(`in ${locale}`, async () => {
    const data = `${folder()}/${locale}`
    const { page, close } = await startApp({ userData: data, env: { LC_ALL: `${locale}.UTF-8` } })
    await passWelcome(page)
    await openScreen(page, 'Settings')

    await expect(await type(page, 'Date of birth', birthday[0])).toHaveValue(birthday[1])
    await expect(await type(page, /^Weight/, weight[0])).toHaveValue(weight[1])
    await expect(await type(page, /^Height/, '1.75')).toHaveAccessibleDescription(
      'Enter a number from 50 to 260 cm.',
    )
    await expect(page.getByRole('textbox', { name: /^Height/ })).toHaveValue('1.75')
    await expect
      .poll(() => readProfile(data))
      .toMatchObject({ date_of_birth: '1980-04-03', weight_kg: 72.5, height_cm: null })

    await openScreen(page, 'Today')
    await page
      .getByRole('region', { name: 'Drinks', exact: true })
      .getByRole('button', { name: 'Other drink' })
      .click()
    const amount = await type(page, /^Amount/, litre[0])
    if (litre[1] !== null) {
      await expect(amount).toHaveValue(litre[0])
      await page.getByRole('button', { name: litre[1], exact: true }).click()
    }
    await expect(await type(page, 'Drunk at', time[0])).toHaveValue(time[1])
    await getForm(page).getByRole('button', { name: 'Save' }).click()
    await expect(getEntries(page)).toHaveCount(1)
    const [fluid] = readStoredRows(data).fluid ?? []
    expect(Math.round(Number(Object(fluid).volume_ml))).toBe(1000)
    await expect(getEntries(page)).toContainText(time[1])
    await close()
  })

test('half a date when the window is closed leaves the one that was stored', async () => {
  const data = `${folder()}/half`
  const first = await startApp({ userData: data })
  await passWelcome(first.page)
  await openScreen(first.page, 'Settings')
  await type(first.page, 'Date of birth', '13/04/1980')
  await expect.poll(() => readProfile(data)).toMatchObject({ date_of_birth: '1980-04-13' })
  const field = first.page.getByRole('textbox', { name: 'Date of birth' })
  await field.click()
  await field.press('ControlOrMeta+a')
  await field.pressSequentially('1')
  await first.close()
  expect(readProfile(data)).toMatchObject({ date_of_birth: '1980-04-13' })

  const { page, close } = await startApp({ userData: data })
  await openScreen(page, 'Settings')
  const again = page.getByRole('textbox', { name: 'Date of birth' })
  await expect(again).toHaveValue('1')
  await expect(again).toHaveAccessibleDescription(/^Enter a date such as/)
  expect(readProfile(data)).toMatchObject({ date_of_birth: '1980-04-13' })
  await page.getByRole('button', { name: 'Open the calendar' }).click()
  // Year view of the calendar: pick a year, then a month and a day.
  await page.getByRole('button', { name: '1976', exact: true }).waitFor()
  await close()
})
