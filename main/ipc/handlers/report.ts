import type { BrowserWindow, Dialog } from 'electron'
import type { Caller, Handlers } from '../../../shared/contract.ts'
import {
  type MadeReport,
  omitUnprintedLists,
  type PrintJob,
  type ReportFormat,
  type ReportSource,
} from '../../../shared/report/kept.ts'
import type { PageFit } from '../../../shared/report/page-fit.ts'
import { askForPath } from '../../files/ask-for-path.ts'
import { found } from '../../files/failures.ts'
import { writeWhole } from '../../files/write-whole.ts'
import { JobCancelled, type RunOptions } from '../../jobs/job.ts'
import type { ExperimentViews } from '../../services/experiments/experiment-views.ts'
import { writeFormat } from '../../services/reports/formats.ts'
import { createReportPrinter } from '../../services/reports/pdf.ts'
import { createReportMaker, type ReportMakerDeps } from '../../services/reports/report-maker.ts'
import { type Desktop, showSavedFile } from '../../services/reports/saved-files.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { Pages } from '../pages.ts'

type ReportCalls = Pick<
  Handlers,
  | 'getReport'
  | 'saveReport'
  | 'showSavedReport'
  | 'printReport'
  | 'listKeptReports'
  | 'getKeptReport'
  | 'getPrintJob'
  | 'announceReportReady'
>

export interface ReportDeps extends ReportMakerDeps {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  readonly desktop: Desktop
  readonly openHiddenWindow: (place: string) => BrowserWindow
  readonly getMainWindow: () => BrowserWindow | null
  readonly busyRetry: BusyRetry
  readonly pages: Pick<Pages, 'run' | 'files'>
}

const formatNames: Record<ReportFormat, string> = {
  pdf: 'PDF',
  csv: 'Table (CSV)',
  json: 'Report data (JSON)',
  'fhir.json': 'Health record (FHIR R4)',
}

export function createReportHandlers(
  journal: JournalStore,
  experimentViews: Pick<ExperimentViews, 'list'>,
  deps: ReportDeps,
): ReportCalls {
  const { clock, busyRetry, pages, dialog, openHiddenWindow, getMainWindow } = deps
  const maker = createReportMaker(journal, experimentViews, deps)
  const printer = createReportPrinter({ openPrintWindow: openHiddenWindow })

  const getKept = (id: number): MadeReport => found(journal.reports.get(id), 'This report')
  const load = (source: ReportSource, options: RunOptions) =>
    source.kind === 'kept' ? Promise.resolve(getKept(source.id)) : maker.make(source.order, options)
  /** Archives a report that was saved or printed. Errors are logged, not thrown: the person has the report already. */
  async function keepIfPossible(made: MadeReport): Promise<void> {
    try {
      await busyRetry.run(() => journal.writeDerived(() => journal.reports.add(made, clock.now())))
    } catch (error) {
      console.error(error)
    }
  }

  /** Result of `action`; null when it was cancelled. */
  async function unlessCancelled<T>(
    caller: Caller,
    action: (options: RunOptions) => Promise<T>,
  ): Promise<T | null> {
    try {
      return await pages.run(caller, action)
    } catch (error) {
      if (error instanceof JobCancelled) return null
      throw error
    }
  }

  return {
    getReport: async (order, caller) =>
      omitUnprintedLists(await pages.run(caller, options => maker.make(order, options))),
    saveReport: async ({ source, fit, format }, caller) => {
      const { fromDate, toDate } = source.kind === 'kept' ? getKept(source.id).report.order : source.order
      const path = await askForPath(dialog, getMainWindow(), {
        defaultPath: `Unknot ${fromDate} to ${toDate}.${format}`,
        filters: [{ name: formatNames[format], extensions: [format.split('.').at(-1) ?? format] }],
      })
      if (path === null) return { path, file: null }
      const made = await unlessCancelled(caller, async options => {
        const report = await load(source, options)
        const data =
          format === 'pdf'
            ? await printer.toPdf(toPrintJob(report, fit), options.signal)
            : writeFormat(report, format)
        options.signal?.throwIfAborted()
        await writeWhole(path, data)
        return report
      })
      if (made === null) return { path: null, file: null }
      if (format === 'pdf') await keepIfPossible(made)
      return { path, file: pages.files.issue(caller.pageId, 'show', [path]) }
    },
    showSavedReport: async ({ file, as }, { pageId }) => {
      const [path] = pages.files.redeem(pageId, 'show', file)
      await showSavedFile(deps.desktop, found(path, 'This file'), as)
      return {}
    },
    printReport: async ({ source, fit }, caller) => {
      const made = await unlessCancelled(caller, async options => {
        const report = await load(source, options)
        return (await printer.toPaper(toPrintJob(report, fit), options.signal)) ? report : null
      })
      if (made !== null) await keepIfPossible(made)
      return { printed: made !== null }
    },
    listKeptReports: () => journal.reports.list(),
    getKeptReport: ({ id }) => omitUnprintedLists(getKept(id)),
    getPrintJob: ({ job }) => {
      const { made, layout } = printer.getJob(job)
      return { made: omitUnprintedLists(made), layout }
    },
    announceReportReady: (_input, { pageId }) => {
      printer.announce(pageId)
      return {}
    },
  }
}

/** Reuses the preview's layout if it was measured for the same report; otherwise the print page measures again. */
function toPrintJob(made: MadeReport, fit: PageFit | null): PrintJob {
  return { made, layout: fit?.hash === made.hash ? { level: fit.level, zoom: fit.zoom } : null }
}
