/** Journal file removed while the program runs: no write is reported as stored that was not, and no old entry is lost. */
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { shareFolder, startApp } from './app.ts'
import { answerSaveDialogs, getCard, getEntries, getForm, logDrink, passWelcome } from './person.ts'

const folder = shareFolder()
const endings = ['', '-wal', '-shm']
const GONE = 'The journal’s file is no longer where it was, so nothing was stored.'

const getNotice = (page: Page) => page.getByRole('alert', { name: 'Your journal’s file is missing' })

async function startWithOneDrink() {
  const userData = await mkdtemp(join(folder(), 'data-'))
  const app = await startApp({ userData })
  await passWelcome(app.page)
  await logDrink(app.page, 'Water 500 ml')
  await expect(getEntries(app.page)).toHaveCount(1)
  return { ...app, userData, path: join(userData, 'journal.sqlite') }
}

test('deleted: no click and no form is acknowledged, what was typed stays, and all that was stored can be saved', async () => {
  const { page, electronApp, close, path } = await startWithOneDrink()
  for (const ending of endings) rmSync(`${path}${ending}`)

  await logDrink(page, 'Water 250 ml')
  await expect(page.getByText(GONE)).toBeVisible()
  await expect(getNotice(page)).toContainText(path)
  await expect(getEntries(page)).toHaveCount(1)

  await getCard(page, 'Drinks').getByRole('button', { name: 'Other drink' }).click()
  await getForm(page).getByLabel('Amount').fill('330')
  await getForm(page).getByRole('button', { name: 'Save' }).click()
  await expect(getForm(page).getByText(`${GONE} What you entered is still here.`)).toBeVisible()
  await expect(getForm(page).getByLabel('Amount')).toHaveValue('330')
  await getForm(page).getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()

  const copy = join(folder(), 'rescued.sqlite')
  await answerSaveDialogs(electronApp, copy)
  await getNotice(page).getByRole('button', { name: 'Save the journal as a file' }).click()
  await expect(getNotice(page).getByText(`Saved as ${copy}.`)).toBeVisible()
  await close()

  const userData = join(folder(), 'rescued')
  mkdirSync(userData)
  copyFileSync(copy, join(userData, 'journal.sqlite'))
  const again = await startApp({ userData })
  await expect(getEntries(again.page)).toHaveCount(1)
  await expect(getEntries(again.page).first()).toContainText('Water, 500 ml')
  await again.close()
})

test('saved under its own name, it is the journal again at once', async () => {
  const { page, electronApp, close, path, userData } = await startWithOneDrink()
  for (const ending of endings) rmSync(`${path}${ending}`)
  await logDrink(page, 'Water 250 ml')
  await answerSaveDialogs(electronApp, path)
  await getNotice(page).getByRole('button', { name: 'Save the journal as a file' }).click()
  await expect(getNotice(page)).toBeHidden()
  await logDrink(page, 'Tea 200 ml')
  await expect(getEntries(page)).toHaveCount(2)
  await close()
  const again = await startApp({ userData })
  await expect(getEntries(again.page)).toHaveCount(2)
  await again.close()
})

test('moved away and back: the notice goes by itself, and the drink that was refused is logged once', async () => {
  const { page, close, path, userData } = await startWithOneDrink()
  for (const ending of endings) renameSync(`${path}${ending}`, `${path}-elsewhere${ending}`)
  await logDrink(page, 'Water 250 ml')
  await expect(getNotice(page)).toBeVisible()
  for (const ending of endings) renameSync(`${path}-elsewhere${ending}`, `${path}${ending}`)
  await expect(getNotice(page)).toBeHidden()
  await logDrink(page, 'Water 250 ml')
  await expect(getEntries(page)).toHaveCount(2)
  await close()
  const again = await startApp({ userData })
  await expect(getEntries(again.page)).toHaveCount(2)
  await again.close()
})
