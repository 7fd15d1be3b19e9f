/**
 * What pages keep by themselves, in Chromium's files: lines and forms that were typed and not saved, choices of display.
 * Chromium clears it by noting down that it is gone; the words stay in its files until it happens to write those anew.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from 'electron'

/** Stands in the folder of Chromium's files from the moment when everything was erased to the next start. */
const MARK = 'erase-page-storage'

/** The folders in which Chromium keeps what pages store. */
const STORAGE = ['Local Storage', 'Session Storage']

/**
 * Clears what pages keep, for good: of Chromium's ways, this is the one that writes its files anew. Its folders are in use
 * as long as the program runs, and removed at the next start.
 *
 * @param folder that of Chromium's files
 */
export async function erasePageStorage(session: Pick<Session, 'clearData'>, folder: string): Promise<void> {
  try {
    writeFileSync(join(folder, MARK), '')
  } catch (error) {
    // On a full disk; clearing alone is better than nothing.
    console.error('what pages had stored cannot be removed at the next start:', error)
  }
  await session.clearData()
  // Where files in use can be removed, which Windows forbids, the text is gone at once; pages go on in memory.
  removeStoredText(folder)
}

function removeStoredText(folder: string): void {
  try {
    for (const name of STORAGE)
      for (const file of readdirSync(join(folder, name), { recursive: true, withFileTypes: true }))
        if (file.isFile()) rmSync(join(file.parentPath, file.name), { force: true })
  } catch (error) {
    console.error('what pages had stored goes with the next start:', error)
  }
}

/** Removes what was left when everything was erased; to be called before Chromium opens its files. */
export function removeErasedPageStorage(folder: string): void {
  const mark = join(folder, MARK)
  if (!existsSync(mark)) return
  try {
    for (const name of STORAGE) rmSync(join(folder, name), { recursive: true, force: true })
    rmSync(mark)
  } catch (error) {
    // Another program has them open. The mark stays, and with the next start they go.
    console.error('what pages had stored could not be removed:', error)
  }
}
