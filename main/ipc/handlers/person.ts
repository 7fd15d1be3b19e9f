import type { Handlers } from '../../../shared/contract.ts'
import { findProfileProblems } from '../../../shared/kinds/profile.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { momentOfInstant } from '../../../shared/time/time-zone.ts'
import { found, refuseIf } from '../../files/failures.ts'
import type { WarningService } from '../../services/warnings/warning-service.ts'
import type { JournalStore } from '../../store/journal-store.ts'

type PersonCalls = Pick<
  Handlers,
  'acknowledgeWelcome' | 'getProfile' | 'changeProfile' | 'listShoes' | 'addShoe' | 'changeShoe'
>

/** The person's own things: who they are, and the shoes in their closet. */
export function createPersonHandlers(
  journal: JournalStore,
  clock: Clock,
  warnings: WarningService,
): PersonCalls {
  const { profile, shoes } = journal
  return {
    acknowledgeWelcome: () => {
      profile.acknowledgeWelcome(clock.now())
      return {}
    },
    getProfile: () => profile.get(),
    changeProfile: changed => {
      const now = momentOfInstant(clock.now(), clock.timeZone())
      refuseIf(findProfileProblems(changed, calendarDate(now)))
      return journal.atomically(() => {
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
