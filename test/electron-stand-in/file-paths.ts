/** Paths of files that a page was given, as `webUtils.getPathForFile` tells a preload. */
import type { Session } from './cdp.ts'
import { askedFiles, pathPlaceholder } from './page/messages.ts'

const placeholders = new RegExp(`${pathPlaceholder}(\\d+)`, 'g')

/**
 * Puts the paths into a message of the preload, in the place of their placeholders.
 *
 * @param text the message as JSON
 */
export async function fillPaths(page: Session, contextId: number, text: string): Promise<string> {
  const paths = new Map<string, string>()
  for (const [, index = ''] of text.matchAll(placeholders))
    paths.set(index, await readPath(page, contextId, index))
  return text.replaceAll(placeholders, (_, index: string) =>
    JSON.stringify(paths.get(index) ?? '').slice(1, -1),
  )
}

/** @returns an empty text for a file that is not on the disk, as in Electron */
async function readPath(page: Session, contextId: number, index: string): Promise<string> {
  const { result } = await page.send('Runtime.evaluate', {
    contextId,
    expression: `${askedFiles}[${index}]`,
  })
  if (result.objectId === undefined) return ''
  return (await page.send('DOM.getFileInfo', { objectId: result.objectId })).path
}
