/** Exposures read from stretching and foot exercises. A day is tracked if one was logged, or "none". */

import type { EntryOf } from '../../kinds/entry.ts'
import { muscles } from '../../kinds/muscles.ts'
import { clockMinutes } from '../../time/moment.ts'
import { askedOfDays } from './days.ts'
import { countedIn, defineExposures } from './exposure.ts'
import type { JournalFacts } from './journal-facts.ts'
import { atOnce, overHours } from './series.ts'

type Stretch = EntryOf<'stretch'>

/** Start of the evening, in minutes after midnight. */
const EVENING_MINUTES = 18 * 60
/** Minimum duration of an evening stretch, in minutes. */
const STRETCH_MINUTES = 1

/** Stretch after 18:00, or marked "before bed", which after midnight is still the evening. */
const isEveningStretch = (stretch: Stretch): boolean =>
  (stretch.beforeBed || clockMinutes(stretch) >= EVENING_MINUTES) &&
  stretch.durationMinutes >= STRETCH_MINUTES &&
  stretch.muscles.some(muscle => muscles.get(muscle).isStretchedInTrials)

const stretches =
  (isMeant: (stretch: Stretch) => boolean) =>
  ({ ofKind, daysOf, trackDates }: JournalFacts) => ({
    entries: ofKind('stretch')
      .filter(isMeant)
      .map(stretch => atOnce(stretch, null)),
    tracked: trackDates('stretch', { proved: daysOf(ofKind('stretch')) }),
  })

/** 7 days in hours. */
const DAYS_7 = 7 * 24
/** Days with a habit in 7 days. Of these 5 must be known: a habit of weeks is not unknown for one open day. */
const daysOfSeven = { kind: 'days-with-any', minKnownDays: 5 } as const

export const exercises = defineExposures([
  {
    key: 'stretch-evening',
    name: 'Stretching in the evening',
    suspected: 'Not stretching in the evening',
    needs: ['stretch'],
    direction: 'fewer',
    scale: {
      kind: 'yes-no',
      present: 'a minute or more of stretching calf, back of the thigh or foot in the evening',
    },
    toLog: 'your stretching with its muscles, and the days without',
    ...overHours(12, { kind: 'any' }, stretches(isEveningStretch)),
  },
  {
    key: 'stretch-regular',
    name: 'Days with stretching',
    suspected: 'Too little stretching over weeks',
    needs: ['stretch'],
    direction: 'fewer',
    scale: {
      kind: 'amount',
      isCounted: true,
      step: 1,
      stepWords: () => 'day with stretching',
      format: countedIn('day'),
    },
    toLog: 'your stretching, and the days without',
    ...overHours(
      DAYS_7,
      daysOfSeven,
      stretches(() => true),
    ),
  },
  {
    key: 'foot-strength',
    name: 'Days with foot exercises',
    suspected: 'Too few foot exercises',
    needs: ['day'],
    direction: 'fewer',
    scale: {
      kind: 'amount',
      isCounted: true,
      step: 1,
      stepWords: () => 'day with foot exercises',
      format: countedIn('day'),
    },
    toLog: 'your foot exercises, and the days without',
    ...overHours(
      DAYS_7,
      daysOfSeven,
      askedOfDays(({ footExerciseMinutes: minutes }) => (minutes === null ? null : minutes > 0)),
    ),
  },
])
