/** The person's own factors: unique names, rename, archive, delete and restore. Each function is one transaction. */
import { findSameName, type OwnFactor, writeSameName } from '../../../shared/kinds/own-factor.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'

const WHAT = 'This thing of your own'

export function createOwnFactorService(store: JournalStore, clock: Clock) {
  const { ownFactors } = store

  /** @throws CallFailure when another factor has the name, also in another case */
  function refuseSameName(name: string, exceptId?: number): void {
    const other = findSameName(ownFactors.list(), name, exceptId)
    if (other !== undefined) refuseIf([{ field: 'name', message: writeSameName(other) }])
  }

  return {
    add: (name: string): OwnFactor =>
      store.atomically(() => {
        refuseSameName(name)
        const createdOn = calendarDate(momentOfInstant(clock.now(), clock.timeZone()))
        return ownFactors.add({ name, archived: false, createdOn })
      }),

    change: (factor: Omit<OwnFactor, 'createdOn'>): OwnFactor =>
      store.atomically(() => {
        refuseSameName(factor.name, factor.id)
        return found(ownFactors.change(factor), WHAT)
      }),

    /** Deletes it and puts its entries into the trash. */
    delete: (id: number): void =>
      store.atomically(() => {
        found(ownFactors.delete(id, clock.now()) || undefined, WHAT)
      }),

    /** Undoes `delete`. */
    restore: (id: number): OwnFactor =>
      store.atomically(() => {
        const { deletedAt, ...factor } = found(ownFactors.get(id), WHAT)
        refuseSameName(factor.name, id)
        ownFactors.restore({ id, deletedAt })
        return factor
      }),
  }
}
