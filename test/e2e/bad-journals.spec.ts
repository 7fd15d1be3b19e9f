/** Refused journals: a page of its own explains the refusal, and the file stays byte for byte. */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { damage, forbidWriting, makeNewer } from '../fixtures/bad-journals.ts'
import { addTrigger } from '../fixtures/hostile-journals.ts'
import { shareFolder, startApp } from './app.ts'
import { getEntries, logCramp, logDrink, passWelcome } from './person.ts'

const folder = shareFolder()
let soundJournal: string

test.beforeAll(async () => {
  const userData = join(folder(), 'sound')
  mkdirSync(userData)
  const { page, close } = await startApp({ userData })
  await passWelcome(page)
  await logDrink(page, 'Water 250 ml')
  await logCramp(page, 'Left calf', 6)
  await expect(getEntries(page)).toHaveCount(2)
  await close()
  soundJournal = join(userData, 'journal.sqlite')
})

const fingerprint = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

const spoiled: readonly [what: string, spoil: (path: string) => void, title: string, next: string][] = [
  ['damaged', damage, 'Your journal file is damaged', 'put your latest backup in its place'],
  [
    'overwritten with a text',
    path => writeFileSync(path, 'Dear diary, '.repeat(500)),
    'Your journal file is damaged',
    'put your latest backup in its place',
  ],
  [
    'changed by another program',
    addTrigger,
    'Another program has changed your journal',
    'Restore a backup from before the change',
  ],
  ['newer', makeNewer, 'This journal was written by a newer Unknot', 'Install the newest version'],
  ['unwritable', forbidWriting, 'Your journal cannot be written to', 'neither full nor write-protected'],
]

for (const [what, spoil, title, next] of spoiled)
  test(`a journal that is ${what}`, async () => {
    const userData = await mkdtemp(join(folder(), 'spoiled-'))
    const path = join(userData, 'journal.sqlite')
    copyFileSync(soundJournal, path)
    spoil(path)
    const before = fingerprint(path)
    const { page, close } = await startApp({ userData })
    await expectRefusedPage(page, { title, path, next })
    await close()
    expect(fingerprint(path)).toBe(before)
    // SQLite creates a WAL file even for reading; it must be empty.
    for (const name of readdirSync(userData).filter(name => name.endsWith('-wal')))
      expect(statSync(join(userData, name)).size).toBe(0)
  })

test('a folder in place of the journal', async () => {
  const userData = await mkdtemp(join(folder(), 'spoiled-'))
  const path = join(userData, 'journal.sqlite')
  mkdirSync(path)
  writeFileSync(join(path, 'kept.txt'), 'mine')
  const { page, close } = await startApp({ userData })
  await expectRefusedPage(page, {
    title: 'There is a folder where your journal should be',
    path,
    next: 'Move or rename that folder',
  })
  await close()
  expect(readdirSync(path)).toEqual(['kept.txt'])
  expect(readFileSync(join(path, 'kept.txt'), 'utf8')).toBe('mine')
})

test('a journal that is gone from beside its backups can be brought back, and is never silently begun anew', async () => {
  for (const choice of ['Restore the newest backup', 'Begin a new journal']) {
    const userData = await mkdtemp(join(folder(), 'missing-'))
    const path = join(userData, 'journal.sqlite')
    const backups = join(userData, 'backups')
    mkdirSync(backups)
    copyFileSync(soundJournal, join(backups, 'unknot-2026-11-20T14-05-12+0100-daily.sqlite'))
    const { page, close } = await startApp({ userData })
    await expectRefusedPage(page, {
      title: 'Your journal is not in its place',
      path,
      next: 'restore the newest backup',
    })
    expect(existsSync(path)).toBe(false)
    await page.getByRole('button', { name: choice }).click()
    if (choice === 'Begin a new journal') {
      await passWelcome(page)
      await expect(getEntries(page)).toHaveCount(0)
    } else {
      await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
      await expect(getEntries(page)).toHaveCount(2)
    }
    await close()
    expect(readdirSync(backups)).toContain('unknot-2026-11-20T14-05-12+0100-daily.sqlite')
  }
})

test('the same journal, sound again, opens with everything in it', async () => {
  const userData = await mkdtemp(join(folder(), 'sound-'))
  copyFileSync(soundJournal, join(userData, 'journal.sqlite'))
  const { page, close } = await startApp({ userData })
  await expect(getEntries(page)).toHaveCount(2)
  await close()
})

interface RefusedPage {
  title: string
  path: string
  next: string
}

/** Expects the refusal page: what happened, path of the file, what was kept, what to do; and no form to write with. */
async function expectRefusedPage(page: Page, { title, path, next }: RefusedPage): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const text = page.getByRole('main')
  await expect(text).toContainText('What happened')
  await expect(text).toContainText(path)
  await expect(text).toContainText('Unknot has not changed, moved or deleted anything there')
  await expect(text).toContainText(next)
  await expect(page.getByRole('navigation')).toHaveCount(0)
  const replies = await page.evaluate(
    profile => Promise.all([window.unknot.changeProfile(profile), window.unknot.listShoes({})]),
    { ...emptyProfile, name: 'Ada' },
  )
  for (const reply of replies)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'journal-unavailable' } })
}
