/** Files are chosen by the person, never named by a page: tokens, and hostile values in their place. */
import { EventEmitter } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answer } from '../../../main/ipc/calls.ts'
import { createPages } from '../../../main/ipc/pages.ts'
import { createJournalStore } from '../../../main/store/journal-store.ts'
import { openJournal } from '../../../main/store/open.ts'
import { backupRef } from '../../../shared/archive/backup.ts'
import { callNames } from '../../../shared/call-names.ts'
import { contract } from '../../../shared/contract.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { emptyJournalFile } from '../../fixtures/journal-file.ts'
import { listSpots } from '../../fuzz/schema-walk.ts'
import { createRealHandlers } from '../../support/real-handlers.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const PAGE = { pageId: 1 }
const OTHER_PAGE = { pageId: 2 }

function openPage() {
  const pages = createPages()
  const contents = Object.assign(new EventEmitter(), {
    id: PAGE.pageId,
    isDestroyed: () => false,
    send: () => {},
  })
  pages.meet(contents)
  return { ...pages, contents }
}

test('a token gives its page the files that were chosen, for what they were chosen for', () => {
  const { files } = openPage()
  const token = files.issue(PAGE.pageId, 'import', ['/home/sam/a.json', '/home/sam/b.json'])
  expect(files.redeem(PAGE.pageId, 'import', token)).toEqual(['/home/sam/a.json', '/home/sam/b.json'])
  expect(() => files.redeem(OTHER_PAGE.pageId, 'import', token)).toThrow('Choose the files again.')
  expect(() => files.redeem(PAGE.pageId, 'restore', token)).toThrow('Choose the file again.')
  expect(() => files.redeem(PAGE.pageId, 'show', token)).toThrow('Save the report again')
})

test('a later choice for the same purpose replaces the token, one for another purpose does not', () => {
  const { files } = openPage()
  const first = files.issue(PAGE.pageId, 'import', ['first'])
  files.issue(PAGE.pageId, 'restore', ['copy'])
  files.issue(OTHER_PAGE.pageId, 'import', ['theirs'])
  expect(files.redeem(PAGE.pageId, 'import', first)).toEqual(['first'])
  files.issue(PAGE.pageId, 'import', ['second'])
  expect(() => files.redeem(PAGE.pageId, 'import', first)).toThrow('Choose the files again.')
})

test.each([
  ['destroyed', [{}]],
  ['render-process-gone', [{}, { reason: 'crashed' }]],
  ['did-start-navigation', [{ isMainFrame: true, isSameDocument: false }]],
] as const)('no token outlives its page: %s', (event, args) => {
  const { files, contents } = openPage()
  const token = files.issue(PAGE.pageId, 'import', ['a.json'])
  contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  expect(files.redeem(PAGE.pageId, 'import', token)).toEqual(['a.json'])
  contents.emit(event, ...args)
  expect(() => files.redeem(PAGE.pageId, 'import', token)).toThrow('Choose the files again.')
})

test.each(['..', '.', '', 'journal.sqlite', '../journal.sqlite', '/etc/passwd', 'C:\\Users\\sam', 'a\0b'])(
  'in a backup folder “%s” is no name of a backup',
  name => {
    for (const place of ['standard', 'own']) expect(backupRef.safeParse({ place, name }).success).toBe(false)
  },
)

const { at: now } = momentAt('2026-11-20', '14:00', 'Europe/Berlin')

/**
 * Puts the path of a decoy, which is a journal file that could be imported, into every text of every call: it is neither read
 * nor changed, and nothing is written next to it.
 */
test('no call opens a path that a page names', async () => {
  const [home, elsewhere] = [newFolder(), newFolder()]
  const journal = createJournalStore(openJournal(join(home, 'journal.sqlite')))
  const handlers = createRealHandlers(journal, {
    path: join(home, 'journal.sqlite'),
    clock: { now: () => now, timeZone: () => 'Europe/Berlin' },
    openHiddenWindow: () => {
      throw new Error('no window is opened in this test')
    },
  })
  const decoy = join(elsewhere, 'decoy.json')
  const content = JSON.stringify({
    ...emptyJournalFile,
    profile: { ...emptyJournalFile.profile, name: 'Decoy' },
  })
  writeFileSync(decoy, content)
  const names = [decoy, `file://${decoy}`, join('../'.repeat(20), decoy)]
  let tried = 0
  for (const call of callNames)
    for (const spot of listSpots(contract[call].input).filter(({ kind }) => kind === 'text'))
      for (const name of names) {
        const reply = await answer(handlers, call, spot.build(name), PAGE, undefined, () => {})
        // Its own text may come back, such as a note; the decoy's content may not.
        expect(JSON.stringify(reply), `${call} ${spot.path.join('.')}`).not.toContain('Decoy')
        tried++
      }
  expect(tried).toBeGreaterThan(200)
  expect(readFileSync(decoy, 'utf8')).toBe(content)
  expect(readdirSync(elsewhere)).toEqual(['decoy.json'])
  expect(journal.profile.get().name).not.toBe('Decoy')
  journal.close()
})

test('a call that takes files refuses a token of another page, a path, and one that was made up', async () => {
  const folder = newFolder()
  const file = join(folder, 'import.json')
  writeFileSync(file, JSON.stringify(emptyJournalFile))
  const journal = createJournalStore(openJournal(join(folder, 'journal.sqlite')))
  const handlers = createRealHandlers(journal, {
    path: join(folder, 'journal.sqlite'),
    clock: { now: () => now, timeZone: () => 'Europe/Berlin' },
    openHiddenWindow: () => {
      throw new Error('no window is opened in this test')
    },
    chosenPath: file,
  })
  const chosen = await answer(handlers, 'chooseImport', { what: 'files' }, PAGE)
  const token =
    chosen.ok && chosen.value?.kind === 'import'
      ? chosen.value.chosen.files
      : expect.fail('nothing was chosen')
  const choices = {
    passphrase: null,
    answers: { dateOrder: null, decimalSign: null },
    changed: 'keep',
  } as const
  const preview = (files: string, caller = PAGE) =>
    answer(handlers, 'previewImport', { files, ...choices }, caller)
  expect(await preview(token)).toMatchObject({ ok: true, value: { state: 'ready' } })
  const unknown = '00000000-0000-4000-8000-000000000000'
  expect(await preview(token, OTHER_PAGE)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(await preview(unknown)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(await preview(file)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } })
  for (const call of ['previewBackup', 'restoreBackup'] as const)
    for (const stolen of [token, unknown])
      expect(
        await answer(handlers, call, { backup: { place: 'chosen', file: stolen }, passphrase: null }, PAGE),
      ).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  journal.close()
})
