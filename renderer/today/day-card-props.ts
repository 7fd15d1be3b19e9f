import type { Day } from '../../shared/contract.ts'
import type { Profile } from '../../shared/kinds/profile.ts'
import type { When } from '../log/when.ts'

/** Props of every card on a day's page. */
export interface DayCardProps {
  day: Day
  isToday: boolean
  profile: Profile
  /** The time a form opens with: now, or on a past day a proposal to be corrected. */
  getWhen: (usualClock: string) => When
}
