/** Report printer: draws the print page in a hidden window, as PDF or on paper. */
import type { BrowserWindow, PrintToPDFOptions, WebContentsPrintOptions } from 'electron'
import type { Paper } from '../../../shared/locale/conventions.ts'
import type { PrintJob } from '../../../shared/report/kept.ts'
import { marginsMm } from '../../../shared/report/paper.ts'
import { CallFailure, found } from '../../files/failures.ts'
import { createReportReadiness } from './readiness.ts'

/** Timeout in milliseconds for drawing a report; one of ten years on a slow machine takes much less. */
const READY_WITHIN_MS = 60_000

const inches = (millimetres: number) => millimetres / 25.4

/** Options of `webContents.printToPDF`: tagged for screen readers, with an outline, and with the preview's margins. */
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
    // Page footers come from the print page's `@page` rules, in its own fonts.
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  }
}

export interface ReportPrinter {
  /**
   * Draws the report as PDF.
   *
   * @throws CallFailure when its page cannot be loaded, crashes, or is not ready in time
   * @throws the signal's reason when that was aborted first
   */
  toPdf(job: PrintJob, signal?: AbortSignal): Promise<Buffer>
  /** Opens the system's print dialog. @returns false when it was cancelled */
  toPaper(job: PrintJob, signal?: AbortSignal): Promise<boolean>
  /** Content of a job's print page. */
  getJob(id: number): PrintJob
  /** Called when the page of these web contents is drawn. */
  announce(webContentsId: number): void
}

export interface ReportPrinterOptions {
  /** Opens a hidden window at a route such as `#/print?job=1`. */
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

  /** Opens the print page, waits until it is drawn, and closes it after `use`, also on errors. */
  async function withPage<T>(
    job: PrintJob,
    signal: AbortSignal | undefined,
    use: (contents: Electron.WebContents) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted()
    const id = ++lastId
    jobs.set(id, job)
    const window = openPrintWindow(`#/print?job=${id}`)
    // Kept from here on: a destroyed window has no web contents to read the id from.
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

/** Failure reason of Electron when the print dialog was cancelled. */
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

/** Rejects when the window closes, its page crashes or the signal aborts; never resolves. */
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
