import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor } from '@testing-library/react'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createIntents } from '../../../main/ipc/intents.ts'
import type { MenuCommand } from '../../../shared/intents.ts'
import { emptyJournalFile } from '../../fixtures/journal-file.ts'
import { type PageOptions, renderPage } from '../render-page.tsx'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'unknot-intents-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function renderWith(options: PageOptions = {}) {
  const intents = createIntents()
  const page = renderPage({ ...options, intents })
  intents.onAdded(() => page.backend.sendEvent('intentQueued', {}))
  return { ...page, run: (command: MenuCommand) => intents.add({ kind: 'command', command }), intents }
}

const findScreen = (name: string) => screen.findByRole('heading', { level: 1, name })

test('a command that was chosen before the page was there is carried out once it is', async () => {
  const intents = createIntents()
  intents.add({ kind: 'command', command: 'list' })
  renderPage({ intents })
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(intents.take()).toEqual([])
})

test('commands lead to screens and parts of them', async () => {
  const { run } = renderWith()
  await findScreen('Today')
  run('addEntry')
  await screen.findByRole('menuitem', { name: 'Footwear' })
  run('about')
  await findScreen('Settings')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'About Unknot' })),
  )
  run('purpose')
  await findScreen('What Unknot is for')
  run('list')
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
})

test('an open dialog holds a command back, and says so; cramp now goes through', async () => {
  const { run, user } = renderWith()
  await findScreen('Today')
  await user.keyboard('d')
  await screen.findByRole('dialog')
  run('journal')
  await screen.findByText('First close what is open in the window.')
  run('crampNow')
  await findScreen('Cramp now')
})

test('the report is printed once, from any screen', async () => {
  const { run, backend } = renderWith({ handlers: { printReport: () => ({ printed: true }) } })
  await findScreen('Today')
  run('printReport')
  await findScreen('Report')
  await screen.findByText('Sent to the printer.')
  expect(backend.calls.filter(({ call }) => call === 'printReport')).toHaveLength(1)
})

test('on the first start cramp now and the guide are open, and the rest says what comes first', async () => {
  const { run } = renderWith({ isWelcomed: false })
  await screen.findByRole('button', { name: 'Start my journal' })
  run('journal')
  await screen.findByText('First finish the start of your journal.')
  run('threats')
  await screen.findByRole('link', { name: 'Back to the first start' })
})

test('a file is opened in its preview, and closed for a cramp; nothing is imported', async () => {
  const path = join(folder, 'Drinks.json')
  writeFileSync(path, JSON.stringify(emptyJournalFile))
  const { intents, run, backend } = renderWith()
  await findScreen('Today')
  intents.add({ kind: 'files', paths: [path] })
  await screen.findByRole('dialog', { name: 'Import Drinks.json' })
  intents.add({ kind: 'files', paths: [path] })
  await screen.findByText('First close what is open in the window.')
  run('crampNow')
  await findScreen('Cramp now')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(backend.calls.some(({ call }) => call === 'runImport')).toBe(false)
})

test('the copy of a journal is opened in the preview of a restore, also where the journal is refused', async () => {
  const path = join(folder, 'a.unknot')
  writeFileSync(path, 'SQLite format 3\0')
  const { intents } = renderWith({
    refused: { path: '/home/sam/journal.sqlite', reason: 'damaged', detail: 'x' },
  })
  await screen.findByRole('heading', { level: 1 })
  intents.add({ kind: 'files', paths: [path] })
  await screen.findByRole('dialog', { name: 'Restore this backup?' })
  await screen.findByText('This file cannot be restored')
})
