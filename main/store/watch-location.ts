import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/**
 * Watches the journal's folder and reports when its files may have been moved away or back. Only a notification: every
 * writing call checks the path as well, so systems without file events lose nothing else.
 *
 * @returns function that stops watching
 */
export function watchFileLocation(path: string, onMoved: () => void): () => void {
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
