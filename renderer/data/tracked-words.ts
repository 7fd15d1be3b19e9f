/** Names of the kinds that can be followed, as their cards on Today have them. */
import type { TrackedKind } from '../../shared/kinds/check-in.ts'

export const trackedWords: Readonly<Record<TrackedKind, string>> = {
  cramp: 'Cramps',
  fluid: 'Drinks',
  footwear: 'Footwear',
  activity: 'Activity',
  stretch: 'Stretching',
  food: 'Food and supplements',
  day: 'The day (heat, illness)',
  night: 'The night',
}
