/**
 * Web storage of the pages, in Chromium's files: unsaved drafts and display preferences. Chromium clears it by
 * appending a tombstone, so the text stays in its files until the next compaction.
 */
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from 'electron'

/** Marker file in Chromium's folder, present from an erasure until the next start. */
const MARKER = 'erase-page-storage'

/** Chromium's folders of web storage. */
const STORAGE = ['Local Storage', 'Session Storage']

/**
 * Clears web storage permanently. `clearData` is the one Chromium call that compacts its files; the folders are in use
 * while the program runs, and are removed at the next start.
 *
 * @param folder Chromium's session data
 */
export async function erasePageStorage(session: Pick<Session, 'clearData'>, folder: string): Promise<void> {
  try {
    writeFileSync(join(folder, MARKER), '')
  } catch (error) {
    // Fails on a full disk; clearing alone is better than nothing.
    console.error('what pages had stored cannot be removed at the next start:', error)
  }
  await session.clearData()
  // POSIX systems allow removing files in use, so the text is gone at once; pages go on in memory.
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

/** Finishes an erasure at the next start. To be called before Chromium opens its files. */
export function removeErasedPageStorage(folder: string): void {
  const mark = join(folder, MARKER)
  if (!existsSync(mark)) return
  try {
    for (const name of STORAGE) rmSync(join(folder, name), { recursive: true, force: true })
    rmSync(mark)
  } catch (error) {
    // Another program has the files open. The marker stays, and the next start tries again.
    console.error('what pages had stored could not be removed:', error)
  }
}
