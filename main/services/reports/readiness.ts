/**
 * Readiness of print pages. Only the page knows when its fonts and charts are drawn; it reports so with
 * `announceReportReady`.
 */
import { CallFailure } from '../../files/failures.ts'

export interface ReportReadiness {
  /** Marks the page of these web contents as ready. Ignored unless a `wait` is pending. */
  announce(webContentsId: number): void
  /**
   * Resolves when the page has announced itself. Call it in the turn that opens the window, so that no announcement is
   * missed.
   *
   * @throws CallFailure after `timeoutMs` milliseconds
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
