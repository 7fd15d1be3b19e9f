import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Backup, BackupList, BackupPreview, KindCounts } from '../../../shared/archive/backup.ts'
import type { keepingCalls } from '../../../shared/archive/calls.ts'
import { type ImportPlan, type ImportPreview, PROBLEMS_COUNTED } from '../../../shared/archive/import-plan.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { NOW, renderPage } from '../render-page.tsx'

type KeepingHandlers = Pick<Handlers, keyof typeof keepingCalls | 'cancelJob'>

const emptyBackupList: BackupList = {
  standardFolder: '/home/sam/unknot/backups',
  ownFolder: null,
  problem: null,
  backups: [],
}

/** Token of the chosen files. */
const FILES = '00000000-0000-4000-8000-000000000000'

const openSettings = (handlers: Partial<KeepingHandlers> = {}) => renderPage({ route: '/settings', handlers })

const noCounts: KindCounts = {
  cramp: 0,
  fluid: 0,
  footwear: 0,
  activity: 0,
  stretch: 0,
  food: 0,
  day: 0,
  night: 0,
  medication: 0,
  dose: 0,
  'own-factor': 0,
}
const backup: Backup = {
  place: 'standard',
  name: 'unknot-2026-11-20T14-00-00+0100-daily.sqlite',
  reason: 'daily',
  at: NOW,
  offsetMinutes: 60,
  isOurs: true,
  sizeBytes: 360_000,
  entryCount: 12,
  problem: null,
}
const sound: BackupPreview = {
  state: 'sound',
  backup: { counts: { ...noCounts, cramp: 2 }, firstDate: '2026-11-01', lastDate: '2026-11-19' },
  now: { counts: { ...noCounts, cramp: 5 }, firstDate: '2026-11-01', lastDate: '2026-11-20' },
  onlyNow: 3,
}

describe('backups', () => {
  test('are listed with what they are, and a spoiled one cannot be restored', async () => {
    const spoiled: Backup = { ...backup, name: 'other.sqlite', entryCount: null, problem: 'damaged' }
    openSettings({ listBackups: () => ({ ...emptyBackupList, backups: [backup, spoiled] }) })
    const [first, second] = within(await screen.findByRole('list', { name: 'Backups' })).getAllByRole(
      'listitem',
    )
    expect(first?.textContent).toContain('daily backup, 12 entries, 352 KB')
    expect(second?.textContent).toContain('This file is damaged')
    expect(within(second ?? document.body).queryByRole('button')).toBeNull()
  })

  test('say before they are restored what would go', async () => {
    const { user, backend } = openSettings({
      listBackups: () => ({ ...emptyBackupList, backups: [backup] }),
      previewBackup: () => sound,
    })
    await user.click(await screen.findByRole('button', { name: /^Restore .*2026/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Restore this backup?' }))
    await dialog.findByText(
      /^3 entries are in the journal now but missing from the backup, or different there/,
    )
    expect(dialog.getByRole('row', { name: /^Cramp 2 5$/ })).toBeDefined()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    expect(backend.calls.map(({ call }) => call)).not.toContain('restoreBackup')
  })

  test('cannot be left while one takes the journal’s place', async () => {
    const restoring = Promise.withResolvers<Record<string, never>>()
    const { user } = openSettings({
      listBackups: () => ({ ...emptyBackupList, backups: [backup] }),
      previewBackup: () => sound,
      restoreBackup: () => restoring.promise,
    })
    await user.click(await screen.findByRole('button', { name: /^Restore .*2026/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Restore this backup?' }))
    await user.click(await dialog.findByRole('button', { name: 'Restore' }))
    expect((await dialog.findByRole('status')).textContent).toMatch(/^Restoring/)
    await user.keyboard('{Escape}')
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveProperty('disabled', true)
    expect(dialog.queryAllByRole('button')).toHaveLength(2)
    // A failed restore unlocks the dialog.
    restoring.reject(new Error('The disk is full.'))
    await dialog.findByText('The disk is full.')
    expect(dialog.getByRole('status').textContent).toBe('')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('tell which come from elsewhere, and where a text copy belongs', async () => {
    const { user } = openSettings({
      listBackups: () => ({
        ...emptyBackupList,
        backups: [backup, { ...backup, place: 'own', name: 'theirs.sqlite', isOurs: false }],
      }),
      previewBackup: () => ({ state: 'refused', problem: 'text', detail: '' }),
    })
    const items = within(await screen.findByRole('list', { name: 'Backups' })).getAllByRole('listitem')
    expect(
      items.map(({ textContent }) => textContent?.includes('from another computer or installation')),
    ).toEqual([false, true])
    const [first] = screen.getAllByRole('button', { name: /^Restore .*2026/ })
    if (first === undefined) throw new Error('nothing can be restored')
    await user.click(first)
    const dialog = within(await screen.findByRole('dialog', { name: 'Restore this backup?' }))
    await dialog.findByText(/^This file is text, .* with “Choose files”/)
  })

  test('whose folder is unplugged say so', async () => {
    openSettings({
      listBackups: () => ({
        ...emptyBackupList,
        ownFolder: { path: '/media/stick', problem: 'This folder cannot be found at the moment.' },
      }),
    })
    await screen.findByText(/cannot be found at the moment\. Backups are still made next to the journal/)
  })

  test('offer a way back where the journal is damaged', async () => {
    const { user } = renderPage({
      refused: { path: '/home/sam/journal.db', reason: 'damaged', detail: '' },
      handlers: {
        listBackups: () => ({ ...emptyBackupList, backups: [backup] }),
        previewBackup: () => ({ ...sound, now: null, onlyNow: null }),
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Restore the newest backup' }))
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findByText(/cannot be opened is kept/)
  })
})

describe('a copy', () => {
  test('is not locked with a passphrase that is short, or typed in two ways', async () => {
    const { user, backend } = openSettings({ saveCopy: () => ({ path: '/home/sam/copy.unknot' }) })
    const copy = within(await screen.findByRole('group', { name: 'Save a copy' }))
    await user.click(copy.getByRole('switch', { name: 'Lock it with a passphrase' }))
    await user.type(copy.getByLabelText('Passphrase'), 'short')
    await user.click(copy.getByRole('button', { name: 'Save a copy' }))
    await copy.findByText(/Use at least 8 characters/)
    copy.getByText('This is not the same passphrase.')
    expect(backend.calls.map(({ call }) => call)).not.toContain('saveCopy')
    await user.type(copy.getByLabelText('Passphrase'), ' and longer')
    await user.type(copy.getByLabelText('Passphrase once more'), 'short and longer')
    await user.click(copy.getByRole('button', { name: 'Save a copy' }))
    await copy.findByText('/home/sam/copy.unknot')
    expect(backend.calls.findLast(({ call }) => call === 'saveCopy')?.input).toEqual({
      format: 'journal',
      passphrase: 'short and longer',
    })
  })
})

describe('tables', () => {
  test('are locked with the passphrase like any other copy', async () => {
    const { user, backend } = openSettings({ saveTables: () => ({ path: '/home/sam/tables.unknot' }) })
    const copy = within(await screen.findByRole('group', { name: 'Save a copy' }))
    const tables = copy.getByRole('button', { name: 'Save tables (CSV)' })
    await user.click(copy.getByRole('switch', { name: 'Lock it with a passphrase' }))
    await user.click(tables)
    await copy.findByText(/Use at least 8 characters/)
    expect(backend.calls.map(({ call }) => call)).not.toContain('saveTables')
    await user.type(copy.getByLabelText('Passphrase'), 'correct horse')
    await user.type(copy.getByLabelText('Passphrase once more'), 'correct horse')
    await user.click(tables)
    await copy.findByText('/home/sam/tables.unknot')
    expect(backend.calls.findLast(({ call }) => call === 'saveTables')?.input).toEqual({
      passphrase: 'correct horse',
    })
  })
})

describe('an import', () => {
  const none = { new: 0, same: 0, changed: 0 }
  const plan: ImportPlan = {
    kinds: {
      cramp: { new: 2, same: 1, changed: 1 },
      fluid: none,
      footwear: none,
      activity: none,
      stretch: none,
      food: none,
      day: none,
      night: none,
      medication: none,
      dose: none,
      'own-factor': none,
    },
    shoes: none,
    ownFactors: none,
    renamedFactors: [],
    ownThings: none,
    renamedThings: [],
    checkIns: none,
    experiments: { new: 0, same: 0, leftOut: 0 },
    takesProfile: false,
    firstDate: '2026-11-01',
    lastDate: '2026-11-19',
    token: 'of this plan',
  }
  const begin = async (
    previewImport: () => ImportPreview | Promise<ImportPreview>,
    handlers: Partial<KeepingHandlers> = {},
  ) => {
    const rendered = openSettings({
      chooseImport: () => ({ kind: 'import', chosen: { files: FILES, names: ['journal.json'] } }),
      previewImport,
      runImport: () => ({ state: 'ready', plan }),
      ...handlers,
    })
    await rendered.user.click(await screen.findByRole('button', { name: 'Choose files' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Import journal.json' }))
    return { ...rendered, dialog }
  }

  test('tells what it would do, asks what to do with what differs, and does it', async () => {
    const { user, backend, dialog } = await begin(() => ({ state: 'ready', plan }))
    await dialog.findByRole('row', { name: 'Cramp 2 1 1' })
    await user.click(dialog.getByRole('radio', { name: /^Change it to what is in the file/ }))
    await waitFor(() =>
      expect(dialog.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', false),
    )
    await user.click(dialog.getByRole('button', { name: 'Import' }))
    await screen.findByText('Imported: 2 entries added, 1 replaced.')
    expect(backend.calls.findLast(({ call }) => call === 'runImport')?.input).toMatchObject({
      files: FILES,
      changed: 'replace',
      token: 'of this plan',
    })
  })

  test('says that an experiment stays out, and can do the rest', async () => {
    const withExperiments = { ...plan, experiments: { new: 1, same: 0, leftOut: 2 } }
    const { dialog } = await begin(() => ({ state: 'ready', plan: withExperiments }))
    await dialog.findByRole('row', { name: 'Experiments 1 0 0' })
    dialog.getByText(/^2 experiments in the file will be left out/)
    expect(dialog.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', false)
  })

  test('of a file that is wrong says where, and offers no way on', async () => {
    const { dialog } = await begin(() => ({
      state: 'refused',
      problems: [{ place: 'fluid.csv, line 3, volume_ml', message: 'Enter a number from 1 to 5000 ml.' }],
      problemCount: 8,
    }))
    await dialog.findByRole('row', { name: /^fluid\.csv, line 3, volume_ml Enter a number/ })
    dialog.getByText('And 7 more.')
    expect(dialog.queryByRole('button', { name: 'Import' })).toBeNull()
  })

  test('that is under way is not left to itself: nothing closes it but its end, or Cancel', async () => {
    let cancel = () => {}
    const cancelled = new Promise<ImportPreview>(resolve => {
      cancel = () => resolve({ state: 'cancelled' })
    })
    const { user, dialog } = await begin(() => ({ state: 'ready', plan }), {
      runImport: () => cancelled,
      cancelJob: () => {
        cancel()
        return {}
      },
    })
    await user.click(await dialog.findByRole('button', { name: 'Import' }))
    await dialog.findByRole('progressbar', { name: 'Importing' })
    await user.keyboard('{Escape}')
    expect(screen.getByRole('dialog', { name: 'Import journal.json' })).toBeDefined()
    expect(dialog.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Cancel'])
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await screen.findByText('The import was cancelled. Nothing was added to the journal.')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('whose files are still being read is given up when it is closed', async () => {
    const { user, backend, dialog } = await begin(() => new Promise<ImportPreview>(() => {}))
    await dialog.findByRole('progressbar', { name: 'Reading the files' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(backend.calls.map(({ call }) => call)).toContain('cancelJob')
  })

  test('of a file with more that is wrong than was counted says so', async () => {
    const { dialog } = await begin(() => ({
      state: 'refused',
      problems: [{ place: 'entries[0].at', message: 'Enter a time.' }],
      problemCount: PROBLEMS_COUNTED,
    }))
    await dialog.findByText('And at least 9,999 more.')
  })

  test('asks what a spreadsheet leaves open', async () => {
    const { user, backend, dialog } = await begin(() => ({
      state: 'asks',
      questions: [
        { about: 'dateOrder', sample: '03/04/2026', files: ['fluid.csv', 'day.csv'] },
        { about: 'decimalSign', sample: '1,200', files: ['fluid.csv'] },
      ],
    }))
    await dialog.findByText('What does 03/04/2026 mean in fluid.csv and day.csv?')
    dialog.getByRole('radio', { name: /April.*: the day comes first$/ })
    await user.click(dialog.getByRole('radio', { name: /March.*: the month comes first$/ }))
    dialog.getByText('How is the number 1,200 meant in fluid.csv?')
    dialog.getByRole('radio', { name: '1.2: the comma is the decimal sign' })
    await user.click(dialog.getByRole('radio', { name: '1200: the comma separates thousands' }))
    await user.click(dialog.getByRole('button', { name: 'Go on' }))
    await waitFor(() =>
      expect(backend.calls.findLast(({ call }) => call === 'previewImport')?.input).toMatchObject({
        answers: { dateOrder: 'month-first', decimalSign: 'point' },
      }),
    )
  })
})

test('nothing is erased before the word is typed', async () => {
  const { user, backend } = openSettings({
    eraseEverything: () => {
      throw new Error('too soon')
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Erase everything' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Erase everything?' }))
  await user.type(dialog.getByLabelText('Type erase to confirm'), 'eras{Enter}')
  expect(dialog.getByRole('button', { name: 'Erase everything' })).toHaveProperty('disabled', true)
  expect(backend.calls.map(({ call }) => call)).not.toContain('eraseEverything')
})

test('a dialog that erases cannot be left meanwhile', async () => {
  const { user } = openSettings({ eraseEverything: () => new Promise(() => {}) })
  await user.click(await screen.findByRole('button', { name: 'Erase everything' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Erase everything?' }))
  await user.type(dialog.getByLabelText('Type erase to confirm'), 'erase{Enter}')
  await waitFor(() => expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveProperty('disabled', true))
  await user.keyboard('{Escape}')
  expect(dialog.queryAllByRole('button')).toHaveLength(2)
})
