/** Hours at which a person who has a cramp is most likely in bed. */
import { clockMinutes, type Moment } from '../../shared/time/moment.ts'

/** Minutes after midnight. */
const NIGHT_FROM = 21 * 60
const NIGHT_UNTIL = 6 * 60

export function isNight(moment: Moment): boolean {
  const minutes = clockMinutes(moment)
  return minutes >= NIGHT_FROM || minutes < NIGHT_UNTIL
}
