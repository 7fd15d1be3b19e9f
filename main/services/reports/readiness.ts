/**
 * When a page that is to be printed has everything in place. Only the page knows that its fonts and charts are drawn; it
 * says so with `announceReportReady`.
 */
import { CallFailure } from '../../files/failures.ts'

export interface ReportReadiness {
  /** The page of these web contents is ready. Said by a page nobody waits for, it means nothing. */
  announce(webContentsId: number): void
  /**
   * Resolves when the page of these web contents has announced itself. Call it in the same turn in which the window is
   * opened, so that no announcement comes before it.
   *
   * @throws CallFailure when that has not happened after `timeoutMs`
   */
  wait(webContentsId: number, timeoutMs: number): Promise<void>
}

export function createReportReadiness(): ReportReadiness {
  const waiting = new Map<number, () => void>()
  return {
    announce: webContentsId => waiting.get(webContentsId)?.(),
    wait: (webContentsId, timeoutMs) =>
      new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(
            new CallFailure({
              code: 'internal',
              message: 'The report took too long to draw, so no file was saved. Please try again.',
            }),
          )
        }, timeoutMs)
        waiting.set(webContentsId, () => {
          clearTimeout(timer)
          resolve()
        })
      }).finally(() => waiting.delete(webContentsId)),
  }
}
