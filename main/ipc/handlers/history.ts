import type { BrowserWindow, Dialog } from 'electron'
import type { Handlers } from '../../../shared/contract.ts'
import { journalParts } from '../../../shared/events.ts'
import type { Answers } from '../../../shared/history/history.ts'
import type { historyCalls } from '../../../shared/history-calls.ts'
import { saveFile } from '../../files/ask-for-path.ts'
import { formatCsv } from '../../files/csv.ts'
import type { FindingsService } from '../../services/analysis/findings-service.ts'
import { createHistoryService } from '../../services/history/history-service.ts'
import type { Services } from '../../services/services.ts'
import type { ImportDeps } from '../../services/transfer/around-import.ts'
import type { Pages } from '../pages.ts'

type HistoryCalls = Pick<Handlers, keyof typeof historyCalls>

export interface HistoryCallDeps extends Omit<ImportDeps, 'store' | 'clock' | 'warnings'> {
  readonly findings: Pick<FindingsService, 'countComparedDays'>
  readonly pages: Pages
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  readonly getMainWindow: () => BrowserWindow | null
}

/** Calls that bring the history of another program along. */
export function createHistoryHandlers(
  { store, clock, warnings, sourceService, sheetService }: Services,
  deps: HistoryCallDeps,
): HistoryCalls {
  const { findings, pages, dialog, getMainWindow } = deps
  const history = createHistoryService({ ...deps, store, clock, warnings })
  const chosenBy = (pageId: number, { files, answers }: { files: string; answers: Answers }) => ({
    ...{ token: files, answers },
    paths: pages.files.redeem(pageId, 'history', files),
  })
  // The worker wrote through its own connection, which the update hook of this one does not see.
  const tellChanged = () => pages.send('all', 'changed', { what: [...journalParts], since: null })

  return {
    previewHistory: (order, caller) =>
      pages.run(caller, options => history.preview(chosenBy(caller.pageId, order), options)),
    runHistory: ({ plan, ...order }, caller) =>
      pages.run(caller, async options => {
        const result = await history.run({ ...chosenBy(caller.pageId, order), plan }, options)
        if (result.state === 'cancelled') return result
        tellChanged()
        const { importId, sourceId, added, updated } = result
        return { state: 'done', import: importId, source: sourceId, added, updated }
      }),
    undoHistory: async ({ import: importId }) => {
      await history.undo(importId)
      tellChanged()
      return {}
    },
    saveHistoryLeftOut: async (order, caller) => {
      const leftOut = await history.listLeftOut(chosenBy(caller.pageId, order))
      return {
        path: await saveFile(dialog, getMainWindow(), {
          defaultPath: 'Left out.csv',
          filters: [{ name: 'CSV', extensions: ['csv'] }],
          data: formatCsv({
            columns: ['Why', 'What', 'When'],
            rows: leftOut.map(({ reason, what, when }) => [reason, what, when]),
          }),
        }),
      }
    },

    listHistorySources: () => sourceService.list(),
    removeHistorySource: ({ source }) => {
      sourceService.remove(source)
      return {}
    },
    restoreHistorySource: ({ source }) => {
      sourceService.restore(source)
      return {}
    },

    getHistorySheet: ({ source }) => sheetService.list(source),
    answerHistorySheet: ({ fromDates, ...answer }) => {
      store.atomically(() => {
        for (const fromDate of fromDates) sheetService.answer({ ...answer, fromDate })
      })
      return {}
    },
    listComparedDays: (_input, caller) => pages.run(caller, options => findings.countComparedDays(options)),
  }
}
