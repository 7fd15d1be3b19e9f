/** Words of the answers that there was nothing, or nothing more where an entry does not make the day complete. */
import type { TrackedKind } from '../../../shared/kinds/check-in.ts'

const none: Record<TrackedKind, string> = {
  cramp: 'No cramps',
  fluid: 'No drinks',
  footwear: 'No shoes',
  activity: 'No activity',
  stretch: 'No stretching',
  food: 'None of that food',
  day: 'Nothing special that day',
  night: 'Leave the night blank',
}
const noMore: Partial<Record<TrackedKind, string>> = {
  fluid: 'No more drinks',
  food: 'No more of that food',
}

export const sayNone = (kind: TrackedKind, hasEntries: boolean): string =>
  (hasEntries ? noMore[kind] : undefined) ?? none[kind]
