import type { Handlers } from '../../../shared/contract.ts'
import { findProfileProblems } from '../../../shared/kinds/profile.ts'
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
  | 'listOwnFactors'
  | 'addOwnFactor'
  | 'changeOwnFactor'
  | 'deleteOwnFactor'
  | 'restoreOwnFactor'
>

/** Calls about the profile, the shoe closet and the person's own factors. */
export function createPersonHandlers({ store, clock, warnings, ownFactorService }: Services): PersonCalls {
  const { profile, shoes } = store
  return {
    acknowledgeWelcome: () => {
      profile.acknowledgeWelcome(clock.now())
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
    changeShoe: shoe => found(shoes.change(shoe), 'This shoe'),
    listOwnFactors: () => store.ownFactors.list(),
    addOwnFactor: ({ name }) => ownFactorService.add(name),
    changeOwnFactor: ownFactorService.change,
    deleteOwnFactor: ({ id }) => {
      ownFactorService.delete(id)
      return {}
    },
    restoreOwnFactor: ({ id }) => ownFactorService.restore(id),
  }
}
