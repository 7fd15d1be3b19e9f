/** Programs that entries came from: removed as a whole, and restored. Each function is one transaction. */

import type { HistorySource } from '../../../shared/history-calls.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'
import type { EntryService } from '../entries/entry-service.ts'

const WHAT = 'This program'

export function createSourceService(store: JournalStore, clock: Clock, entryService: EntryService) {
  const { sources, checkIns } = store

  return {
    /** Programs by name, with the number of their entries and the dates of the first and the last. */
    list: (): HistorySource[] => {
      const spans = new Map(sources.listSpans().map(span => [span.sourceId, span]))
      return sources.list().map(({ id, name }) => {
        const { entries, firstDate, lastDate } = spans.get(id) ?? {
          entries: 0,
          firstDate: null,
          lastDate: null,
        }
        return { id, name, entries, firstDate, lastDate }
      })
    },
    /**
     * Moves every entry of a source to the trash, and takes back what its sheet made known. Once the trash is empty, the
     * journal is as if it had never been imported.
     *
     * @returns the removal, for `restore`
     */
    remove: (id: number): number =>
      store.atomically(() => {
        found(sources.get(id), WHAT)
        const ids = sources.listLiveIds(id)
        const removedAt = sources.remove(id, clock.now(), checkIns.takeBackOf(id))
        entryService.deleteAll(ids, removedAt)
        return id
      }),
    /** Undoes `remove`. @throws CallFailure when the program was imported again since, or an entry conflicts */
    restore: (removal: number): void =>
      store.atomically(() => {
        const removed = found(sources.getRemoved(removal), WHAT)
        if (sources.find(removed.name) !== undefined)
          refuseIf([
            {
              field: 'removal',
              message: `${removed.name} was imported again. Remove that first. Nothing was changed.`,
            },
          ])
        entryService.restoreAll(sources.restore(removed))
        for (const { checkedAt, source: _source, ...checkIn } of removed.checkIns)
          checkIns.give(checkIn, checkedAt, removed.id)
      }),
  }
}
