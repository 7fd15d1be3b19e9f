import { listFollowedAtFirst } from '../../../shared/analysis/exposures/exposures.ts'
import { isCurrent } from '../../../shared/analysis/suspects.ts'
import type { Handlers } from '../../../shared/contract.ts'
import { entryKinds } from '../../../shared/kinds/entry.ts'
import { findProfileProblems } from '../../../shared/kinds/profile.ts'
import { emptyFilter } from '../../../shared/search/entry-filter.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { Services } from '../../services/services.ts'

type PersonCalls = Pick<
  Handlers,
  | 'acknowledgeWelcome'
  | 'getProfile'
  | 'changeProfile'
  | 'listShoes'
  | 'addShoe'
  | 'changeShoe'
  | 'listShoeWear'
  | 'deleteShoe'
  | 'mergeShoes'
  | 'restoreShoe'
  | 'listOwnFactors'
  | 'listFactorNames'
  | 'addOwnFactor'
  | 'changeOwnFactor'
  | 'deleteOwnFactor'
  | 'restoreOwnFactor'
  | 'setFactorCheckIn'
>

const otherThanCramps = entryKinds.filter(kind => kind !== 'cramp')

/** Calls about the profile, the shoe closet and the person's own factors. */
export function createPersonHandlers(services: Services): PersonCalls {
  const { store, clock, warnings, ownFactorService, closetService } = services
  const { profile, shoes } = store
  /** True if nothing but cramps was written down: an imported journal keeps what it followed. */
  const isUnused = () => store.search.find({ ...emptyFilter, kinds: otherThanCramps }, 0).ids.length === 0
  return {
    acknowledgeWelcome: () => {
      store.atomically(() => {
        if (!profile.isWelcomed() && isUnused()) {
          const suspects = store.suspects.list().filter(isCurrent)
          const trackedKinds = listFollowedAtFirst(suspects.map(({ exposure }) => exposure))
          profile.change({ ...profile.get(), trackedKinds })
        }
        profile.acknowledgeWelcome(clock.now())
      })
      return {}
    },
    getProfile: () => profile.get(),
    changeProfile: changed => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      refuseIf(findProfileProblems(changed, calendarDate(now)))
      return store.atomically(() => {
        const stored = profile.change(changed)
        warnings.reviewRecent(now)
        return stored
      })
    },
    listShoes: () => shoes.list(),
    addShoe: draft => shoes.add(draft),
    listShoeWear: () => shoes.listWear(),
    changeShoe: shoe => found(shoes.change(shoe), 'This shoe'),
    deleteShoe: ({ id }) => {
      closetService.delete(id)
      return {}
    },
    mergeShoes: ({ id, into }) => ({ entryIds: closetService.merge(id, into) }),
    restoreShoe: ({ shoe, entryIds }) => closetService.restore(shoe, entryIds),
    listOwnFactors: () => store.ownFactors.list(),
    listFactorNames: () => store.ownFactors.listArchived().map(({ id, name, unit }) => ({ id, name, unit })),
    addOwnFactor: ownFactorService.add,
    changeOwnFactor: ownFactorService.change,
    deleteOwnFactor: ({ id }) => {
      ownFactorService.delete(id)
      return {}
    },
    restoreOwnFactor: ({ id }) => ownFactorService.restore(id),
    setFactorCheckIn: ({ complete, ...checkIn }) => {
      ownFactorService.setCheckIn(checkIn, complete)
      return {}
    },
  }
}
