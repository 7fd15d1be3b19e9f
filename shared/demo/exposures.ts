/**
 * The exposures that truly stood behind an onset, from the person's life rather than from what was written down.
 *
 *      onset - W                         onset
 *          [----------- window -----------)
 *      canvas shoes |--|      run |--|         intervals count with the part that lies in the window,
 *            o    o     o      o     o         drinks when their moment does
 *
 * How one lay in bed counts for the night of the cramp-day, which needs no window.
 */
import { canvasShoes, dressShoes } from './closet.ts'
import type { LivedDay } from './life.ts'
import type { PlantedExposure } from './planted-truth.ts'
import { dayOf, type WallMinute } from './wall-time.ts'

/** Shoes count from this many minutes in the window on. */
const WORN_MINUTES = 60
/** A stretch of sitting counts from here on. */
const LONG_SITTING_MINUTES = 120

/** The days a window touches, by their day number. */
export type DayLookup = (day: number) => LivedDay | undefined

/**
 * The value of an exposure in the `windowHours` before `onset`, or in its night: an amount, or 1 and 0 for yes and no.
 */
export function measureExposure(
  exposure: PlantedExposure,
  windowHours: number | null,
  onset: WallMinute,
  lookUp: DayLookup,
): number {
  const from = onset - (windowHours ?? 0) * 60
  // Something that began the day before may reach into the window.
  const days: LivedDay[] = []
  for (let day = dayOf(from) - 1; day <= dayOf(onset); day++) {
    const lived = lookUp(day)
    if (lived !== undefined) days.push(lived)
  }
  const overlap = (start: WallMinute, end: WallMinute) =>
    Math.max(0, Math.min(end, onset) - Math.max(start, from))
  const total = (amountOf: (day: LivedDay) => number) => days.reduce((sum, day) => sum + amountOf(day), 0)
  const drinks = days.flatMap(day => day.drinks).filter(({ at }) => from <= at && at < onset)
  const worn = (shoeId: number) => {
    const minutes = total(day =>
      day.worn
        .filter(wearing => wearing.shoeId === shoeId)
        .reduce((sum, { from: on, to }) => sum + overlap(on, to), 0),
    )
    return minutes >= WORN_MINUTES ? 1 : 0
  }
  // Known for whole days only: the day that was being lived twenty hours before counts.
  const dayOfDailyValue = lookUp(dayOf(onset - 20 * 60))
  // From noon to noon, so that the night of an onset at three is that of the evening before.
  const night = lookUp(dayOf(onset - 12 * 60))?.night
  switch (exposure) {
    case 'footwear-unsupportive':
      return worn(canvasShoes.id)
    case 'footwear-tight':
      return worn(dressShoes.id)
    case 'activity-load':
      return total(day =>
        day.sessions.reduce(
          (sum, { from: start, minutes, exertion }) => sum + overlap(start, start + minutes) * exertion,
          0,
        ),
      )
    case 'fluids-low':
      return drinks.reduce((sum, { volumeMl }) => sum + volumeMl, 0)
    case 'caffeine':
      return drinks.reduce((sum, { caffeineMg }) => sum + (caffeineMg ?? 0), 0)
    case 'alcohol':
      return drinks.some(({ alcoholPercent }) => alcoholPercent !== null) ? 1 : 0
    case 'sitting':
      return (dayOfDailyValue?.sitting.longestBoutMinutes ?? 0) >= LONG_SITTING_MINUTES ? 1 : 0
    case 'standing':
      return dayOfDailyValue?.standing.minutes ?? 0
    case 'cold-bedroom':
      return Number(night?.roomFeel === 'cold')
    case 'cold-feet':
      return Number(night?.coldLegs === true)
    case 'bedding-tight':
      return Number(night?.bedding === 'tight')
    case 'sleep-position':
      return Number(
        night?.position === 'front-toes-pointed' || (night?.position === 'back' && night.bedding === 'tight'),
      )
  }
}
