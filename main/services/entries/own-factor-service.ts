/** The person's own factors: unique names, rename, archive, delete and restore. Each function is one transaction. */

import { findDateAhead } from '../../../shared/kinds/check-in.ts'
import {
  type FactorCheckIn,
  findSameName,
  type NewOwnFactor,
  type OwnFactor,
  type OwnFactorChange,
  writeSameName,
} from '../../../shared/kinds/own-factor.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'

const WHAT = 'This thing of your own'

export function createOwnFactorService(store: JournalStore, clock: Clock) {
  const { ownFactors, factorCheckIns } = store
  const getMoment = () => momentOfInstant(clock.now(), clock.timeZone())

  /** @throws CallFailure when another factor has the name, also in another case */
  function refuseSameName(name: string, exceptId?: number): void {
    const other = findSameName(ownFactors.list(), name, exceptId)
    if (other !== undefined) refuseIf([{ field: 'name', message: writeSameName(other) }])
  }

  return {
    add: (factor: NewOwnFactor): OwnFactor =>
      store.atomically(() => {
        refuseSameName(factor.name)
        return ownFactors.add({ ...factor, archived: false, createdOn: calendarDate(getMoment()) })
      }),

    change: (factor: OwnFactorChange): OwnFactor =>
      store.atomically(() => {
        refuseSameName(factor.name, factor.id)
        return found(ownFactors.change(factor), WHAT)
      }),

    /** Deletes it and puts its entries into the trash. */
    delete: (id: number): void =>
      store.atomically(() => {
        found(ownFactors.delete(id, clock.now()) || undefined, WHAT)
      }),

    /** Says that an amount was not taken on a day, or no more than its entries; or takes that back. */
    setCheckIn: (checkIn: FactorCheckIn, complete: boolean): void =>
      store.atomically(() => {
        if (!complete) return factorCheckIns.takeBack(checkIn)
        const { answer, name, deletedAt } = found(ownFactors.get(checkIn.factorId), WHAT)
        found(deletedAt === null || undefined, WHAT)
        if (answer !== 'amount')
          refuseIf([{ field: 'factorId', message: `For “${name}”, “no” or 0 is an answer of its own.` }])
        refuseIf(findDateAhead(checkIn.date, getMoment()))
        factorCheckIns.give(checkIn, clock.now())
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
