/** Backup, damage and restore; export and import into another journal; erasure for good. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { damage } from '../fixtures/bad-journals.ts'
import type { LaunchedApp } from '../host/launch.ts'
import { shareFolder, startApp } from './app.ts'
import {
  addShoe,
  answerOpenDialogs,
  answerSaveDialogs,
  getEntries,
  logCramp,
  logDrink,
  openScreen,
  passWelcome,
} from './person.ts'
import { readStoredRows } from './stored-rows.ts'

const folder = shareFolder()
/** Data folder of the journal that all tests begin with. */
let filled: string

const journalOf = (userData: string) => join(userData, 'journal.sqlite')

test.beforeAll(async () => {
  filled = join(folder(), 'filled')
  mkdirSync(filled)
  const { page, close } = await startApp({ userData: filled })
  await passWelcome(page)
  await addShoe(page, 'Clogs')
  await logDrink(page, 'Water 250 ml')
  await logCramp(page, 'Left calf', 6)
  await expect(getEntries(page)).toHaveCount(2)
  await close()
})

/** Starts the app on a copy of the filled journal, in a data folder of its own. */
async function startOnCopy(name: string): Promise<LaunchedApp> {
  const userData = join(folder(), name)
  mkdirSync(userData)
  copyFileSync(journalOf(filled), journalOf(userData))
  return startApp({ userData })
}

/** Time limit for copying and reading back whole journals on a busy machine, in ms. */
const patiently = { timeout: 30_000 }

/** Backups of one reason, newest first. Filtered, because the daily backup may appear at any time. */
const getBackups = (page: Page, reason: string) =>
  page.getByRole('list', { name: 'Backups' }).getByRole('listitem').filter({ hasText: reason })

async function backUp(page: Page): Promise<void> {
  await openScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(getBackups(page, 'made by you')).toHaveCount(1, patiently)
}

/** Starts to restore the newest backup of that reason. @returns the dialog that shows its contents */
async function askToRestore(page: Page, reason: string): Promise<Locator> {
  await openScreen(page, 'Settings')
  await getBackups(page, reason)
    .first()
    .getByRole('button', { name: /^Restore/ })
    .click()
  return page.getByRole('dialog', { name: 'Restore this backup?' })
}

test('what was deleted comes back from a backup, and what was there since from the safety copy', async () => {
  const { page, userData, close } = await startOnCopy('restored')
  await backUp(page)
  await openScreen(page, 'Today')
  await logDrink(page, 'Water 250 ml')
  await expect(getEntries(page)).toHaveCount(3)
  const dialog = await askToRestore(page, 'made by you')
  await expect(dialog.getByRole('row', { name: 'Drink 1 2' })).toBeVisible()
  await expect(dialog).toContainText(
    '1 entry is in the journal now but missing from the backup, or different there.',
  )
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(getEntries(page)).toHaveCount(2, patiently)
  const safety = await askToRestore(page, 'before a restore, 3 entries')
  await safety.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(getEntries(page)).toHaveCount(3, patiently)
  await close()
  expect(readStoredRows(userData).fluid).toHaveLength(2)
})

test('a damaged journal is put aside, and its backup opens with everything in it', async () => {
  const first = await startOnCopy('damaged')
  await backUp(first.page)
  await first.close()
  damage(journalOf(first.userData))
  const { page, close } = await startApp({ userData: first.userData })
  await expect(page.getByRole('heading', { level: 1, name: 'Your journal file is damaged' })).toBeVisible()
  await page.getByRole('button', { name: 'Restore the newest backup' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(getEntries(page)).toHaveCount(2, patiently)
  await close()
  const aside = readdirSync(join(first.userData, 'backups')).filter(name => name.startsWith('set-aside'))
  expect(aside).toHaveLength(1)
})

/** Contents of a journal, without the time at which its first-start text was read. */
function readContent(userData: string) {
  const { profile, ...rows } = readStoredRows(userData)
  return { ...rows, profile: profile?.map(row => ({ ...Object(row), welcomed_at: null })) }
}

async function importInto(app: LaunchedApp, paths: readonly string[]): Promise<void> {
  const { page, electronApp } = app
  await openScreen(page, 'Settings')
  await answerOpenDialogs(electronApp, paths)
  await page.getByRole('button', { name: 'Choose files' }).click()
}

for (const format of ['JSON', 'CSV'] as const)
  test(`out as ${format}, into a fresh journal: the same rows`, async () => {
    const source = await startOnCopy(`out-${format}`)
    await openScreen(source.page, 'Settings')
    const target = join(folder(), `saved-${format}`)
    await answerSaveDialogs(source.electronApp, target)
    if (format === 'JSON') {
      await source.page.getByText('Text (JSON)', { exact: true }).click()
      await source.page.getByRole('button', { name: 'Save a copy' }).click()
    } else await source.page.getByRole('button', { name: 'Save tables (CSV)' }).click()
    await expect(source.page.getByRole('status').filter({ hasText: target })).toBeVisible(patiently)
    await source.close()
    const files = format === 'JSON' ? [target] : readdirSync(target).map(name => join(target, name))

    const userData = join(folder(), `in-${format}`)
    mkdirSync(userData)
    const app = await startApp({ userData })
    await passWelcome(app.page)
    await importInto(app, files)
    const dialog = app.page.getByRole('dialog', { name: /^Import/ })
    await expect(dialog.getByRole('row', { name: 'Drink 1 0 0' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(app.page.getByText('Imported: 2 entries added.')).toBeVisible(patiently)
    await openScreen(app.page, 'Today')
    await expect(getEntries(app.page)).toHaveCount(2)
    // Second import of the same files: every row is recognised as present.
    await importInto(app, files)
    await expect(dialog.getByRole('row', { name: 'Drink 0 1 0' })).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
    await app.close()
    expect(readContent(userData)).toEqual(readContent(source.userData))
  })

test('a copy with a passphrase shows nothing, is opened by it, and by nothing else', async () => {
  const app = await startOnCopy('locked')
  const { page, electronApp } = app
  await openScreen(page, 'Settings')
  const target = join(folder(), 'locked.unknot')
  await answerSaveDialogs(electronApp, target)
  await page.getByText('Text (JSON)', { exact: true }).click()
  await page.getByRole('switch', { name: 'Lock it with a passphrase' }).check()
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await expect(page.getByText('Use at least 8 characters.')).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse')
  await page.getByLabel('Passphrase once more').fill('correct horse')
  await page.getByRole('button', { name: 'Save a copy' }).click()
  await expect(page.getByRole('status').filter({ hasText: target })).toBeVisible(patiently)
  expect(readFileSync(target).includes('calf')).toBe(false)

  await importInto(app, [target])
  const dialog = page.getByRole('dialog', { name: /^Import/ })
  await dialog.getByLabel('Passphrase').fill('wrong horse')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await expect(dialog.getByText('This passphrase does not open the file.')).toBeVisible()
  await dialog.getByLabel('Passphrase').fill('correct horse')
  await dialog.getByRole('button', { name: 'Unlock' }).click()
  await expect(dialog.getByRole('row', { name: 'Drink 0 1 0' })).toBeVisible()
  await app.close()
})

test('a copy is never saved over the journal or among its backups', async () => {
  const { page, electronApp, userData, close } = await startOnCopy('guarded')
  await openScreen(page, 'Settings')
  for (const [target, refusal] of [
    [journalOf(userData), 'This is the file of your journal itself.'],
    [join(userData, 'backups', 'mine.sqlite'), 'Unknot keeps its backups in this folder.'],
  ] as const) {
    await answerSaveDialogs(electronApp, target)
    await page.getByRole('button', { name: 'Save a copy' }).click()
    await expect(page.getByRole('alert').filter({ hasText: refusal })).toBeVisible(patiently)
  }
  await openScreen(page, 'Today')
  await expect(getEntries(page)).toHaveCount(2)
  await close()
  expect(readStoredRows(userData).entry).toHaveLength(2)
})

/** Files below a folder whose bytes contain the text. */
function findText(path: string, text: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(file => file.isFile())
    .map(file => join(file.parentPath, file.name))
    .filter(file => readFileSync(file).includes(text))
}

test('everything is erased after the word was typed, and the program begins anew', async () => {
  const { page, userData, close } = await startOnCopy('erased')
  await backUp(page)
  const typed = 'typed, and never to be found again'
  await page.evaluate(text => localStorage.setItem('unknot-form own fluid new', text), typed)
  // Chromium flushes local storage to disk after some seconds.
  await expect.poll(() => findText(userData, typed), { timeout: 60_000 }).not.toEqual([])
  expect(findText(userData, 'Clogs')).not.toEqual([])
  await page.getByRole('button', { name: 'Erase everything' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase everything?' })
  const button = dialog.getByRole('button', { name: 'Erase everything' })
  await expect(button).toBeDisabled()
  await dialog.getByLabel('Type erase to confirm').fill('erase')
  await button.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Unknot' })).toBeVisible(patiently)
  // The first start and the text size write their defaults; nothing else is left.
  const stored = await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))
  expect(stored).toEqual({ 'unknot-first-start': '0', 'unknot-text-size': '100' })
  // The program still runs: no file of the data folder contains the text.
  expect(findText(userData, typed)).toEqual([])
  expect(findText(userData, 'Clogs')).toEqual([])
  await close()
  expect(existsSync(join(userData, 'backups'))).toBe(false)
  const { entry, shoe, profile } = readStoredRows(userData)
  expect({ entry, shoe }).toEqual({ entry: [], shoe: [] })
  expect(profile).toMatchObject([{ name: '', welcomed_at: null }])
  // Chromium's own files are in use until the program ends; the next start removes their remains.
  await (await startApp({ userData })).close()
  expect(findText(userData, typed)).toEqual([])
  expect(existsSync(join(userData, 'erase-page-storage'))).toBe(false)
})
