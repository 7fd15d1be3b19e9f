/**
 * True exposures before an onset, computed from the simulated life instead of the diary.
 *
 *      onset - W                         onset
 *          [----------- window -----------)
 *      canvas shoes |--|      run |--|         intervals count with their overlap with the window,
 *            o    o     o      o     o         drinks if their time is in it
 *
 * Exposures of the night, such as the position in bed, belong to the night of the cramp-day and need no window.
 */

import type { SimulatedDay } from './life.ts'
import type { PlantedExposure } from './planted-truth.ts'
import { canvasShoes, dressShoes } from './shoes.ts'
import { dayOf, type WallMinute } from './wall-time.ts'

/** Minutes in the window from which a shoe counts as worn. */
const MIN_WORN_MINUTES = 60
/** Length of the longest sitting bout, in minutes, from which the day counts as one of long sitting. */
const MIN_SITTING_MINUTES = 120

/** Look-up of a simulated day by its day number; undefined outside the simulation. */
export type DayLookup = (day: number) => SimulatedDay | undefined

/**
 * Value of an exposure in the `windowHours` before `onset`, or in its night: an amount, or 1 and 0 for yes and no.
 */
export function computeExposure(
  exposure: PlantedExposure,
  windowHours: number | null,
  onset: WallMinute,
  lookUp: DayLookup,
): number {
  const from = onset - (windowHours ?? 0) * 60
  // From the day before, because an interval that began then can overlap the window.
  const days: SimulatedDay[] = []
  for (let day = dayOf(from) - 1; day <= dayOf(onset); day++) {
    const simulatedDay = lookUp(day)
    if (simulatedDay !== undefined) days.push(simulatedDay)
  }
  const overlap = (start: WallMinute, end: WallMinute) =>
    Math.max(0, Math.min(end, onset) - Math.max(start, from))
  const total = (amountOf: (day: SimulatedDay) => number) => days.reduce((sum, day) => sum + amountOf(day), 0)
  const drinks = days.flatMap(day => day.drinks).filter(({ at }) => from <= at && at < onset)
  const worn = (shoeId: number) => {
    const minutes = total(day =>
      day.worn
        .filter(wearing => wearing.shoeId === shoeId)
        .reduce((sum, { from: on, to }) => sum + overlap(on, to), 0),
    )
    return minutes >= MIN_WORN_MINUTES ? 1 : 0
  }
  // Daily totals: those of the day that contains the time 20 hours before the onset.
  const dayOfDailyValue = lookUp(dayOf(onset - 20 * 60))
  // Noon to noon: the night of an onset at 03:00 belongs to the day before.
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
      return (dayOfDailyValue?.sitting.longestBoutMinutes ?? 0) >= MIN_SITTING_MINUTES ? 1 : 0
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
