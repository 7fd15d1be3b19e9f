import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createJournal } from '../../../main/journal/journal.ts'
import { openJournal } from '../../../main/journal/open.ts'
import { crampDraft } from '../../shared/journal/drafts.ts'
import { temporaryFolders } from './temporary-folder.ts'

const newFolder = temporaryFolders()
const script = join(import.meta.dirname, '../../host/journal.ts')
const run = (...args: string[]) => spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })

test('npm run journal takes a journal out and into another, and names what it refuses', () => {
  const [from, to] = [newFolder(), newFolder()]
  const file = join(from, 'journal.json')
  const journal = createJournal(openJournal(join(from, 'journal.sqlite')))
  journal.entries.add(crampDraft(), Date.UTC(2026, 10, 19))
  journal.close()

  expect(run('export', file, '--data', from)).toMatchObject({ status: 0, stderr: '' })
  expect(run('import', file, '--data', to).status).toBe(0)
  const copy = join(to, 'copy.json')
  expect(run('export', copy, '--data', to).status).toBe(0)
  expect(JSON.parse(readFileSync(copy, 'utf8'))).toEqual(JSON.parse(readFileSync(file, 'utf8')))

  const spoiled = JSON.parse(readFileSync(file, 'utf8'))
  spoiled.entries[0].intensity = 11
  writeFileSync(file, JSON.stringify(spoiled))
  const refused = run('import', file, '--data', to)
  expect(refused.status).toBe(1)
  expect(refused.stderr).toContain('entries[0].intensity: Enter a whole number from 0 to 10.')
  expect(run('export', join(to, 'again.json'), '--data', to).stdout).toContain('Exported 1 entries')
})

test('npm run journal says how it is used', () => {
  expect(run('exprot', 'x.json')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
  expect(run('export', 'x.json', '--data', newFolder()).status).toBe(1)
})
