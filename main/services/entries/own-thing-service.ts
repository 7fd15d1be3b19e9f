/** The person's own drinks, activities, reliefs and symptoms: unique names, change, archive, delete and restore. */
import { findTakenName, writeTakenName } from '../../../shared/kinds/journal-lists.ts'
import { MAX_OWN_THINGS } from '../../../shared/kinds/limits.ts'
import type { OwnThing, OwnThingDraft } from '../../../shared/kinds/own-thing.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { JournalStore } from '../../store/journal-store.ts'

const WHAT = 'This thing of your own'

/** Each function is one transaction. */
export function createOwnThingService(store: JournalStore, clock: Clock) {
  const { ownThings } = store

  /** @throws CallFailure when the list has the name already, also in another case */
  function refuseTakenName({ list, name }: OwnThingDraft, exceptId?: number): void {
    const taken = findTakenName(list, name, ownThings.list(), exceptId)
    if (taken !== undefined) refuseIf([{ field: 'name', message: writeTakenName(taken) }])
  }

  return {
    add: (draft: OwnThingDraft): OwnThing =>
      store.atomically(() => {
        refuseTakenName(draft)
        if (ownThings.list().length >= MAX_OWN_THINGS)
          refuseIf([
            { field: 'name', message: `You have ${MAX_OWN_THINGS} things of your own. Delete one first.` },
          ])
        return ownThings.add(draft, calendarDate(momentOfInstant(clock.now(), clock.timeZone())))
      }),

    change: (id: number, draft: OwnThingDraft): OwnThing =>
      store.atomically(() => {
        refuseTakenName(draft, id)
        return found(ownThings.change(id, draft), WHAT)
      }),

    /** Deletes a thing that no entry names. @throws CallFailure when one does */
    delete: (id: number): void =>
      store.atomically(() => {
        const uses = ownThings.countUses(id)
        if (uses > 0) refuseIf([{ field: 'id', message: writeInUse(uses) }])
        found(ownThings.delete(id, clock.now()) || undefined, WHAT)
      }),

    /** Undoes `delete`. */
    restore: (id: number): OwnThing =>
      store.atomically(() => {
        const thing = found(ownThings.getDeleted(id), WHAT)
        refuseTakenName(thing, id)
        ownThings.restore(id)
        return thing
      }),
  }
}

const writeInUse = (uses: number) =>
  `${uses === 1 ? 'One entry names' : `${uses} entries name`} this, also counting the trash. Archive it: then it is not offered any more.`
