/** File modes: other users of the computer cannot read files of the program, under any umask. */
import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { shareFolder, startApp } from './app.ts'
import { answerSaveDialogs, logDrink, openScreen, passWelcome } from './person.ts'

const folder = shareFolder()
/** Common default umask: group and others may read. */
const USUAL_UMASK = 0o022

/** Paths below a folder with any permission for group or others; without sockets and links, whose modes mean nothing. */
function listOpen(path: string): string[] {
  // Windows has no modes; the profile's access control list excludes other users.
  if (process.platform === 'win32') return []
  const inside = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() || entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name))
  return [path, ...inside].filter(one => (statSync(one).mode & 0o077) !== 0)
}

test('the data folder, backups, copies, tables and reports are the user’s own', async () => {
  const umask = process.umask(USUAL_UMASK)
  const userData = join(folder(), 'data')
  const exports = join(folder(), 'exports')
  mkdirSync(userData)
  mkdirSync(exports)
  const app = await startApp({ userData })
  process.umask(umask)
  const { page, electronApp } = app
  await passWelcome(page)
  await logDrink(page, 'Water 250 ml')
  await openScreen(page, 'Settings')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem')).not.toHaveCount(0, {
    timeout: 30_000,
  })
  await openScreen(page, 'Report')
  await answerSaveDialogs(electronApp, join(exports, 'report.pdf'))
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'report.pdf' })).toBeVisible({ timeout: 30_000 })
  for (const format of ['journal', 'json'] as const)
    for (const passphrase of [null, 'a passphrase of some words']) {
      await answerSaveDialogs(
        electronApp,
        join(exports, `${format}-${passphrase === null ? 'plain' : 'locked'}`),
      )
      await page.evaluate(choice => window.unknot.saveCopy(choice), { format, passphrase })
    }
  await answerSaveDialogs(electronApp, join(exports, 'tables'))
  await page.evaluate(() => window.unknot.saveTables({ passphrase: null }))
  expect(listOpen(userData)).toEqual([])
  await app.close()
  expect(listOpen(userData)).toEqual([])
  expect(readdirSync(exports).sort()).toEqual([
    'journal-locked',
    'journal-plain',
    'json-locked',
    'json-plain',
    'report.pdf',
    'tables',
  ])
  // The folder itself was created by the spec.
  expect(listOpen(exports).filter(path => path !== exports)).toEqual([])
})

test('what was readable before is not any longer once the program has started', async () => {
  const umask = process.umask(USUAL_UMASK)
  const userData = join(folder(), 'earlier')
  mkdirSync(userData)
  copyFileSync(join(folder(), 'data', 'journal.sqlite'), join(userData, 'journal.sqlite'))
  process.umask(umask)
  const { close } = await startApp({ userData })
  await close()
  expect(listOpen(userData)).toEqual([])
})
