import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTransferHandlers } from '../../../../main/ipc/handlers/transfer.ts'
import { createPages } from '../../../../main/ipc/pages.ts'
import { createWarningService } from '../../../../main/services/warnings/warning-service.ts'
import { noRetry } from '../../../../main/store/busy-retry.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { emptyJournalFile } from '../../../fixtures/journal-file.ts'
import { createArchiveQueue } from '../../../support/in-process.ts'
import { openBackups } from '../../services/backups/open-backups.ts'
import { temporaryFolders } from '../../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const PAGE = { pageId: 0 }

test('an import that replaces no more than the name makes a safety copy first', async () => {
  const home = newFolder()
  const now = momentAt('2026-11-20', '14:05', 'Europe/Berlin').at
  const { backups, current, journal } = openBackups(home, { now })
  journal().profile.change({ ...journal().profile.get(), name: 'Sam' })
  const path = join(newFolder(), 'other.json')
  writeFileSync(
    path,
    JSON.stringify({ ...emptyJournalFile, profile: { ...emptyJournalFile.profile, name: 'Robin' } }),
  )
  const { chooseImport, previewImport, runImport } = createTransferHandlers(journal(), {
    backups,
    current,
    queue: createArchiveQueue(),
    warnings: createWarningService(journal()),
    busyRetry: noRetry,
    pages: createPages(),
    analysis: { stop: async () => {} },
    clock: { now: () => now, timeZone: () => 'Europe/Berlin' },
    dialog: {
      showSaveDialog: async () => ({ canceled: true, filePath: '' }),
      showOpenDialog: async () => ({ canceled: false, filePaths: [path] }),
    },
    rescueDialog: { showSaveDialog: async () => ({ canceled: true, filePath: '' }) },
    erasePageStorage: async () => {},
    getMainWindow: () => null,
  })
  const opened = await chooseImport({ what: 'files' }, PAGE)
  if (opened?.kind !== 'import') return expect.fail('no journal was chosen')
  const choices = {
    files: opened.chosen.files,
    passphrase: null,
    answers: { dateOrder: null, decimalSign: null },
    changed: 'keep',
  } as const
  const preview = await previewImport(choices, PAGE)
  if (preview.state !== 'ready') throw new Error(JSON.stringify(preview))
  await runImport({ ...choices, token: preview.plan.token }, PAGE)
  expect(journal().profile.get().name).toBe('Robin')
  expect(readdirSync(backups.folder)).toHaveLength(1)
  const [copy] = (await backups.list()).backups
  expect(copy).toMatchObject({ reason: 'before-import', entryCount: 0 })
  if (copy === undefined) throw new Error('there is no copy')
  await backups.restore({ place: copy.place, name: copy.name }, null)
  expect(journal().profile.get().name).toBe('Sam')
})
