import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/**
 * Reports when the journal's files, or their folder, may have left their place or come back. The file system says so; every
 * call that writes checks the place as well, so that a system without such messages loses nothing but the notice.
 *
 * @returns how to stop watching
 */
export function watchPlace(path: string, onMoved: () => void): () => void {
  const folder = dirname(path)
  const own = new Set([basename(path), `${basename(path)}-wal`, basename(folder)])
  const watchers = [folder, dirname(folder)].flatMap(watched => {
    try {
      const watcher = watch(watched, { persistent: false }, (event, name) => {
        if (event === 'rename' && (name === null || own.has(name))) onMoved()
      })
      watcher.on('error', () => watcher.close())
      return [watcher]
    } catch {
      return []
    }
  })
  return () => {
    for (const watcher of watchers) watcher.close()
  }
}
