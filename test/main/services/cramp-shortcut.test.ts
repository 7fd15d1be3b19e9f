import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createCrampShortcut } from '../../../main/services/cramp-shortcut.ts'
import { temporaryFolders } from '../store/temporary-folder.ts'

const newFolder = temporaryFolders()
const [F9, F8] = ['CommandOrControl+Shift+F9', 'CommandOrControl+Shift+F8'] as const

/** @param isGranted whether the system takes the keys */
function createShortcut(file: string, isGranted = true) {
  const registered = new Map<string, () => void>()
  const log: string[] = []
  const shortcut = createCrampShortcut({
    file,
    globalShortcut: {
      register: (keys, press) => {
        if (isGranted) registered.set(keys, press)
        return isGranted
      },
      unregister: keys => void registered.delete(keys),
    },
    command: 'unknot --cramp-now',
    startCramp: () => log.push('cramp'),
    onProven: () => log.push('proven'),
  })
  return { ...shortcut, registered, log, press: (keys: string) => registered.get(keys)?.() }
}

test('it works, and is kept, once it was pressed; that press starts no cramp', async () => {
  const file = join(newFolder(), 'cramp-shortcut.json')
  const shortcut = createShortcut(file)
  expect(shortcut.get()).toMatchObject({ state: 'off', keys: null })
  expect(shortcut.set(F9)).toMatchObject({ state: 'waiting', keys: F9 })
  expect(existsSync(file)).toBe(false)
  shortcut.press(F9)
  shortcut.press(F9)
  expect(shortcut.log).toEqual(['proven', 'cramp'])
  expect(shortcut.get().state).toBe('works')
  await vi.waitFor(() => expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ keys: F9 }))

  const next = createShortcut(file)
  next.restore()
  expect(next.get()).toMatchObject({ state: 'works', keys: F9 })
  next.press(F9)
  expect(next.log).toEqual(['cramp'])
  expect(next.set(null)).toMatchObject({ state: 'off', keys: null })
  expect(next.registered.size).toBe(0)
  const after = createShortcut(file)
  after.restore()
  expect(after.get().state).toBe('off')
})

test('other keys take the place of the first, and are to be pressed in their turn', () => {
  const shortcut = createShortcut(join(newFolder(), 'cramp-shortcut.json'))
  shortcut.set(F9)
  shortcut.press(F9)
  expect(shortcut.set(F8)).toMatchObject({ state: 'waiting', keys: F8 })
  expect([...shortcut.registered.keys()]).toEqual([F8])
})

test('a refusal is told, also of keys that worked before', async () => {
  const file = join(newFolder(), 'cramp-shortcut.json')
  expect(createShortcut(file, false).set(F9)).toMatchObject({ state: 'refused', keys: F9 })
  const worked = createShortcut(file)
  worked.set(F9)
  worked.press(F9)
  await vi.waitFor(() => expect(existsSync(file)).toBe(true))
  const refused = createShortcut(file, false)
  refused.restore()
  expect(refused.get()).toMatchObject({ state: 'refused', keys: F9 })
})
