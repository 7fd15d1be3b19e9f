/**
 * Global shortcut for "Cramp now". It counts as working only once it has been pressed: under Wayland a registration can
 * succeed although no key will ever arrive. The setting is kept beside the journal, since it belongs to the computer.
 */
import { readFileSync, rmSync } from 'node:fs'
import type { GlobalShortcut } from 'electron'
import { z } from 'zod'
import { type CrampShortcut, type CrampShortcutKeys, crampShortcutKeys } from '../../shared/cramp-shortcut.ts'
import { writeWhole } from '../files/write-whole.ts'

export interface CrampShortcutService {
  get(): CrampShortcut
  /** Replaces the shortcut, or removes it. The new one is stored when it is first pressed. */
  set(keys: CrampShortcutKeys | null): CrampShortcut
  /** Registers the shortcut that worked before. */
  restore(): void
}

export interface CrampShortcutDeps {
  /** File of the setting; an unreadable one counts as absent. */
  readonly file: string
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>
  /** Command line that does the same as the shortcut. */
  readonly command: string
  readonly startCramp: () => void
  /** Called when the first press has shown that the shortcut works. */
  readonly onProven: () => void
}

const setting = z.object({ keys: z.enum(crampShortcutKeys) })

export function createCrampShortcut(deps: CrampShortcutDeps): CrampShortcutService {
  const { file, globalShortcut, command, startCramp, onProven } = deps
  let keys: CrampShortcutKeys | null = null
  let state: CrampShortcut['state'] = 'off'

  const get = (): CrampShortcut => ({ state, keys, command })

  function press(): void {
    if (state !== 'waiting') startCramp()
    else {
      state = 'works'
      void store(keys)
      onProven()
    }
  }

  /** A failed write loses no more than the setting, which holds until the program ends. */
  async function store(proven: CrampShortcutKeys | null): Promise<void> {
    try {
      await writeWhole(file, JSON.stringify({ keys: proven }))
      // Turned off while it was being written.
      if (state !== 'works' || keys !== proven) rmSync(file, { force: true })
    } catch (error) {
      console.error(error)
    }
  }

  function replace(wanted: CrampShortcutKeys | null, granted: 'waiting' | 'works'): void {
    if (keys !== null && state !== 'refused') globalShortcut.unregister(keys)
    keys = wanted
    state = wanted === null ? 'off' : globalShortcut.register(wanted, press) ? granted : 'refused'
  }

  return {
    get,
    set: wanted => {
      rmSync(file, { force: true })
      replace(wanted, 'waiting')
      return get()
    },
    restore: () => replace(readSetting(file), 'works'),
  }
}

function readSetting(file: string): CrampShortcutKeys | null {
  try {
    return setting.parse(JSON.parse(readFileSync(file, 'utf8'))).keys
  } catch {
    return null
  }
}
