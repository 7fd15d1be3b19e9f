import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { damage } from '../../../fixtures/bad-journals.ts'
import { fluidDraft } from '../../../shared/kinds/drafts.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'
import { openBackups, type TestClock } from './open-backups.ts'

const newFolder = temporaryFolders()
let clock: TestClock
let one: ReturnType<typeof openBackups>
let own: string

beforeEach(() => {
  clock = { now: momentAt('2026-11-20', '14:05:12', 'Europe/Berlin').at }
  one = open()
  own = newFolder()
})

function open(home = newFolder()) {
  const opened = openBackups(home, clock)
  if (opened.journal().entries.isEmpty()) opened.journal().entries.add(fluidDraft(), clock.now)
  return opened
}
/** Name of a backup without its origin. */
const listIn = (folder: string) =>
  readdirSync(folder)
    .map(name => name.replace(/-[0-9a-f]{8}\.sqlite/, '.sqlite'))
    .toSorted()

describe('a folder of one’s own', () => {
  test('gets a copy of the newest backup, and of those to come', async () => {
    await one.backups.checkDaily()
    await one.backups.setOwnFolder(own)
    expect(listIn(own)).toEqual(readdirSync(one.backups.folder))
    clock.now += MS_PER_DAY
    await one.backups.checkDaily()
    expect(listIn(own)).toEqual(readdirSync(one.backups.folder))
    expect((await one.backups.list()).backups).toHaveLength(2)
  })

  test('that is unplugged does not keep the standard place from its backup, and is caught up with', async () => {
    const { backups } = one
    await backups.setOwnFolder(own)
    renameSync(own, `${own}-unplugged`)
    await backups.checkDaily()
    const list = await backups.list()
    expect(list.backups).toHaveLength(1)
    expect(list.ownFolder).toEqual({ path: own, problem: 'This folder cannot be found at the moment.' })
    renameSync(`${own}-unplugged`, own)
    await backups.checkDaily()
    expect(listIn(own)).toEqual(readdirSync(backups.folder))
    expect((await backups.list()).ownFolder).toEqual({ path: own, problem: null })
  })

  test('is remembered through a restart with what tells its copies, and forgotten when it is let go', async () => {
    await one.backups.setOwnFolder(own)
    const again = open(one.home)
    expect(again.ownFolder.get()).toEqual(one.ownFolder.get())
    expect((await again.backups.setOwnFolder(null)).ownFolder).toBeNull()
  })

  test('holds a sound copy when the one in the standard place is spoiled', async () => {
    await one.backups.setOwnFolder(own)
    const name = (await one.backups.makeByHand()).backups[0]?.name ?? ''
    damage(join(one.backups.folder, name))
    expect((await one.backups.list()).backups.map(({ place, problem }) => ({ place, problem }))).toEqual([
      { place: 'standard', problem: 'damaged' },
      { place: 'own', problem: null },
    ])
  })

  test('has its newest copy renewed when that is spoiled, and an older one told', async () => {
    await one.backups.setOwnFolder(own)
    await one.backups.checkDaily()
    const [older = ''] = readdirSync(own)
    clock.now += MS_PER_DAY
    await one.backups.checkDaily()
    const newest = readdirSync(own).find(name => name !== older) ?? ''
    for (const name of [older, newest]) damage(join(own, name))
    await one.backups.checkDaily()
    expect(
      readFileSync(join(own, newest)).equals(
        readFileSync(join(one.backups.folder, newest.replace(/-[0-9a-f]{8}\./, '.'))),
      ),
    ).toBe(true)
    const spoiled = (await one.backups.list()).backups.filter(({ problem }) => problem !== null)
    expect(spoiled).toMatchObject([{ place: 'own', name: older, problem: 'damaged' }])
  })

  test.each([
    ['the folder of the backups', (folder: string) => folder],
    ['a folder in it', (folder: string) => join(folder, 'mine')],
    ['it with a slash', (folder: string) => `${folder}/`],
    [
      'a link to it',
      (folder: string) => {
        const link = join(newFolder(), 'link')
        symlinkSync(folder, link)
        return link
      },
    ],
  ])('is never %s', async (_what, nameIt) => {
    mkdirSync(join(one.backups.folder, 'mine'), { recursive: true })
    await expect(one.backups.setOwnFolder(nameIt(one.backups.folder))).rejects.toThrow(
      /already made in this folder/,
    )
    expect(one.ownFolder.get()).toBeNull()
  })
})

describe('a folder that two computers share', () => {
  test('keeps the copies of both, shows them to both, and is tidied by each for itself', async () => {
    const two = open()
    for (const { backups } of [one, two]) await backups.setOwnFolder(own)
    for (let day = 0; day < 9; day++) {
      // Both copies are from the same second.
      for (const { backups } of [one, two]) await backups.checkDaily()
      clock.now += MS_PER_DAY
    }
    // Seven daily backups of each; the two older ones are not the last of their week.
    expect(readdirSync(own)).toHaveLength(2 * readdirSync(one.backups.folder).length)
    const told = (await two.backups.list()).backups.filter(({ isOurs }) => !isOurs)
    expect(told).toHaveLength(readdirSync(one.backups.folder).length)
    expect(told.every(({ place, entryCount }) => place === 'own' && entryCount === 1)).toBe(true)
  })

  test('keeps those of the other, and what the other is writing, when one erases everything', async () => {
    const two = open()
    for (const { backups } of [one, two]) {
      await backups.setOwnFolder(own)
      await backups.makeByHand()
    }
    const origin = two.ownFolder.get()?.origin
    const others = readdirSync(own).filter(name => name.includes(`-${origin}.`))
    for (const whose of [one.ownFolder.get()?.origin, origin])
      writeFileSync(join(own, `unknot-2026-11-20T14-05-12+0100-daily-${whose}.sqlite.draft-wal`), 'words')
    await one.backups.eraseEverything(true)
    expect(readdirSync(own).toSorted()).toEqual(
      [...others, `unknot-2026-11-20T14-05-12+0100-daily-${origin}.sqlite.draft-wal`].toSorted(),
    )
  })
})

describe('erasing everything', () => {
  test('leaves the folder as it is unless that is asked for; the next journal takes its copies for another’s', async () => {
    await one.backups.setOwnFolder(own)
    await one.backups.makeByHand()
    const [brought] = readdirSync(own)
    await one.backups.eraseEverything(false)
    expect(readdirSync(own)).toEqual([brought])
    expect(readdirSync(one.home)).not.toContain('backup-folder.json')
    one.journal().entries.add(fluidDraft(), clock.now)
    clock.now += MS_PER_HOUR
    await one.backups.setOwnFolder(own)
    expect((await one.backups.list()).backups).toMatchObject([{ name: brought, isOurs: false }])
  })

  test('erases nothing while the folder is out of reach', async () => {
    await one.backups.setOwnFolder(own)
    await one.backups.makeByHand()
    renameSync(own, `${own}-unplugged`)
    await expect(one.backups.eraseEverything(true)).rejects.toThrow(
      /cannot be reached at the moment, so nothing was erased/,
    )
    renameSync(`${own}-unplugged`, own)
    expect(readdirSync(own)).toHaveLength(1)
    expect(readdirSync(one.backups.folder)).toHaveLength(1)
    expect(one.listNotes()).toHaveLength(1)
  })
})
