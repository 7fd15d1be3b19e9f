import type { Handlers } from '../../../shared/contract.ts'
import { findProfileProblems } from '../../../shared/kinds/profile.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { Services } from '../../services/services.ts'

type PersonCalls = Pick<
  Handlers,
  'acknowledgeWelcome' | 'getProfile' | 'changeProfile' | 'listShoes' | 'addShoe' | 'changeShoe'
>

/** Calls about the profile and the shoe closet. */
export function createPersonHandlers({ store, clock, warnings }: Services): PersonCalls {
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
  }
}
