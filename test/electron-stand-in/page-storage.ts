/**
 * What pages store lies where Electron has it, beside Chromium's other files and not in its profile: an app may look for it
 * there, and remove it before the start.
 */
import { lstatSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'

const folders = ['Local Storage', 'Session Storage']

/** To be called before Chromium is started with that folder as its `user-data-dir`. */
export function placePageStorage(sessionData: string, chromium: string): void {
  const profile = join(chromium, 'Default')
  mkdirSync(profile, { recursive: true })
  for (const name of folders) {
    mkdirSync(join(sessionData, name), { recursive: true })
    const inProfile = join(profile, name)
    if (!lstatSync(inProfile, { throwIfNoEntry: false })) symlinkSync(join(sessionData, name), inProfile)
  }
}
