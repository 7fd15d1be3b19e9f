/**
 * Storage folders of pages (local storage, IndexedDB ...) at Electron's paths, by symbolic links from Chromium's profile:
 * an app may look for them there, and remove them before the start.
 */
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['Local Storage', 'Session Storage']

/** Creates the links. Precondition: no Chromium runs yet with `chromium` as its `user-data-dir`. */
export function placePageStorage(sessionData: string, chromium: string): void {
  const profile = join(chromium, 'Default')
  mkdirSync(profile, { recursive: true })
  for (const name of folders) {
    mkdirSync(join(sessionData, name), { recursive: true })
    const inProfile = join(profile, name)
    if (!lstatSync(inProfile, { throwIfNoEntry: false })) symlinkSync(join(sessionData, name), inProfile)
  }
}
