import type { BrowserWindow, Dialog } from 'electron'
import type { Handlers } from '../../../shared/contract.ts'
import {
  leaveOutUnseen,
  type MadeReport,
  type PrintJob,
  type ReportFormat,
  type ReportSource,
} from '../../../shared/report/kept.ts'
import type { PageFit } from '../../../shared/report/page-fit.ts'
import { askForPath } from '../../files/ask-for-path.ts'
import { found } from '../../files/failures.ts'
import { writeWhole } from '../../files/write-whole.ts'
import type { FindingsDeps } from '../../services/analysis/ask-findings.ts'
import type { ExperimentViews } from '../../services/experiments/experiment-views.ts'
import { writeFormat } from '../../services/reports/formats.ts'
import { createReportPrinter } from '../../services/reports/pdf.ts'
import { createReportMaker } from '../../services/reports/report-maker.ts'
import type { BusyRetry } from '../../store/busy-retry.ts'
import type { JournalStore } from '../../store/journal-store.ts'

type ReportCalls = Pick<
  Handlers,
  | 'getReport'
  | 'saveReport'
  | 'printReport'
  | 'stopReport'
  | 'listKeptReports'
  | 'getKeptReport'
  | 'getPrintJob'
  | 'announceReportReady'
>

export interface ReportDeps extends FindingsDeps {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  readonly openHiddenWindow: (place: string) => BrowserWindow
  readonly getMainWindow: () => BrowserWindow | null
  readonly busyRetry: BusyRetry
}

const formatNames: Record<ReportFormat, string> = {
  pdf: 'PDF',
  csv: 'Table (CSV)',
  json: 'Report data (JSON)',
  'fhir.json': 'Health record (FHIR R4)',
}

/** Thrown into whatever is under way when the person stops it. */
class Stopped extends Error {}

export function createReportHandlers(
  journal: JournalStore,
  experimentViews: Pick<ExperimentViews, 'list'>,
  surroundings: ReportDeps,
): ReportCalls {
  const { clock, busyRetry, dialog, openHiddenWindow, getMainWindow } = surroundings
  const maker = createReportMaker(journal, experimentViews, surroundings)
  const printer = createReportPrinter({ openPrintWindow: openHiddenWindow })
  const underWay = new Set<AbortController>()

  const getKept = (id: number): MadeReport => found(journal.reports.get(id), 'This report')
  const load = (source: ReportSource, signal: AbortSignal) =>
    source.kind === 'kept' ? Promise.resolve(getKept(source.id)) : maker.make(source.order, signal)
  /** The person has the report, whatever comes of keeping it. */
  async function keepIfPossible(made: MadeReport): Promise<void> {
    try {
      await busyRetry.run(() => journal.writeDerived(() => journal.reports.add(made, clock.now())))
    } catch (error) {
      console.error(error)
    }
  }

  /** What `action` comes to; null when the person stopped it. */
  async function unlessStopped<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    const controller = new AbortController()
    underWay.add(controller)
    try {
      return await action(controller.signal)
    } catch (error) {
      if (error instanceof Stopped) return null
      throw error
    } finally {
      underWay.delete(controller)
    }
  }

  return {
    getReport: order => {
      const answer = maker.ask(order)
      return answer.state === 'ready' ? { state: 'ready', made: leaveOutUnseen(answer.made) } : answer
    },
    saveReport: async ({ source, fit, format }) => {
      const { fromDate, toDate } = source.kind === 'kept' ? getKept(source.id).report.order : source.order
      const path = await askForPath(dialog, getMainWindow(), {
        defaultPath: `Unknot ${fromDate} to ${toDate}.${format}`,
        filters: [{ name: formatNames[format], extensions: [format.split('.').at(-1) ?? format] }],
      })
      if (path === null) return { path }
      const made = await unlessStopped(async signal => {
        const report = await load(source, signal)
        const data =
          format === 'pdf'
            ? await printer.toPdf(toPrintJob(report, fit), signal)
            : writeFormat(report, format)
        signal.throwIfAborted()
        await writeWhole(path, data)
        return report
      })
      if (made === null) return { path: null }
      if (format === 'pdf') await keepIfPossible(made)
      return { path }
    },
    printReport: async ({ source, fit }) => {
      const made = await unlessStopped(async signal => {
        const report = await load(source, signal)
        return (await printer.toPaper(toPrintJob(report, fit), signal)) ? report : null
      })
      if (made !== null) await keepIfPossible(made)
      return { printed: made !== null }
    },
    stopReport: () => {
      for (const controller of underWay) controller.abort(new Stopped())
      return {}
    },
    listKeptReports: () => journal.reports.list(),
    getKeptReport: ({ id }) => leaveOutUnseen(getKept(id)),
    getPrintJob: ({ job }) => {
      const { made, layout } = printer.getJob(job)
      return { made: leaveOutUnseen(made), layout }
    },
    announceReportReady: (_input, { pageId }) => {
      printer.announce(pageId)
      return {}
    },
  }
}

/** The preview's layout holds for the report it was measured for: one that has changed since is fitted again. */
function toPrintJob(made: MadeReport, fit: PageFit | null): PrintJob {
  return { made, layout: fit?.hash === made.hash ? { level: fit.level, zoom: fit.zoom } : null }
}
