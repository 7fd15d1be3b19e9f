/** The report on paper: the program's own print page, drawn in a window nobody sees. */
import type { BrowserWindow, PrintToPDFOptions, WebContentsPrintOptions } from 'electron'
import type { Paper } from '../../../shared/locale/conventions.ts'
import type { PrintJob } from '../../../shared/report/kept.ts'
import { marginsMm } from '../../../shared/report/paper.ts'
import { CallFailure, found } from '../../files/failures.ts'
import { createReportReadiness } from './readiness.ts'

/** A ten-year journal on a slow machine draws well within this. */
const READY_WITHIN_MS = 60_000

const inches = (millimetres: number) => millimetres / 25.4

/** What `webContents.printToPDF` is asked for: tagged for screen readers, with an outline, the margins of the preview. */
function pdfOptions(paper: Paper): PrintToPDFOptions {
  return {
    pageSize: paper,
    margins: {
      top: inches(marginsMm.top),
      right: inches(marginsMm.right),
      bottom: inches(marginsMm.bottom),
      left: inches(marginsMm.left),
    },
    printBackground: true,
    // The feet of the pages are the page's own, in its own fonts (`@page` of the print page).
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  }
}

export interface ReportPrinter {
  /**
   * The report as PDF bytes.
   *
   * @throws CallFailure when its page cannot be loaded, breaks down, or is not ready in time
   * @throws the signal's reason when that was aborted first
   */
  toPdf(job: PrintJob, signal?: AbortSignal): Promise<Buffer>
  /** Hands the report to the system's printing. @returns false when the person changed their mind */
  toPaper(job: PrintJob, signal?: AbortSignal): Promise<boolean>
  /** What the page of a job shows. */
  getJob(id: number): PrintJob
  /** The page of these web contents says that it is drawn. */
  announce(webContentsId: number): void
}

export interface ReportPrinterOptions {
  /** Opens a window that is not shown, at a place such as `#/print?job=1`. */
  readonly openPrintWindow: (place: string) => BrowserWindow
  readonly readyWithinMs?: number
}

export function createReportPrinter({
  openPrintWindow,
  readyWithinMs = READY_WITHIN_MS,
}: ReportPrinterOptions): ReportPrinter {
  const readiness = createReportReadiness()
  const jobs = new Map<number, PrintJob>()
  let lastId = 0

  /** Opens the print page of a report, waits until it is drawn, and closes it after `use`, whatever happened. */
  async function withPage<T>(
    job: PrintJob,
    signal: AbortSignal | undefined,
    use: (contents: Electron.WebContents) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted()
    const id = ++lastId
    jobs.set(id, job)
    const window = openPrintWindow(`#/print?job=${id}`)
    // A window that is gone has no web contents any more that could be asked.
    const { webContents } = window
    try {
      const ended = endOf(window, signal)
      await Promise.race([readiness.wait(webContents.id, readyWithinMs), ended])
      return await Promise.race([use(webContents), ended])
    } finally {
      jobs.delete(id)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  return {
    toPdf: (job, signal) =>
      withPage(job, signal, contents => contents.printToPDF(pdfOptions(job.made.report.order.paper))),
    toPaper: (job, signal) =>
      withPage(job, signal, contents => printOnPaper(contents, job.made.report.order.paper)),
    getJob: id => found(jobs.get(id), 'This report'),
    announce: readiness.announce,
  }
}

/** What the system says of a print that the person stopped in its own dialog. */
const CANCELLED = /cancel/i

function printOnPaper(contents: Electron.WebContents, paper: Paper): Promise<boolean> {
  const options: WebContentsPrintOptions = { silent: false, printBackground: true, pageSize: paper }
  return new Promise((resolve, reject) => {
    contents.print(options, (isPrinted, reason) => {
      if (isPrinted) resolve(true)
      else if (CANCELLED.test(reason)) resolve(false)
      else
        reject(
          new CallFailure({
            code: 'internal',
            message: `The report could not be printed (${reason}). Save it as PDF and print that.`,
          }),
        )
    })
  })
}

/** Rejects as soon as waiting for the page has become pointless; otherwise never settles. */
function endOf(window: BrowserWindow, signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (why: string) =>
      reject(
        new CallFailure({
          code: 'internal',
          message: `The report could not be drawn (${why}), so no file was saved. Please try again.`,
        }),
      )
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    window.webContents.once('did-fail-load', (_event, _code, description) => fail(description))
    window.webContents.once('render-process-gone', (_event, { reason }) => fail(reason))
    window.once('closed', () => fail('its window was closed'))
  })
}
