/** Something drunk. Every drink counts with its whole volume; alcohol and caffeine are exposures of their own. */
import type { z } from 'zod'
import { type Moment, MS_PER_HOUR, wallClockMs } from '../time/moment.ts'
import { type DayLimit, dayOfWallMs } from './day-amount.ts'
import { defineKind } from './define-kind.ts'
import { drinks } from './drinks.ts'
import { choice, link, quantity, type ValuesIn, volume, wholeNumber } from './fields.ts'
import { ask, sum, type Unlikely } from './question.ts'
import { isThingKey } from './thing-key.ts'
import { DRINK_LIMITS_ML } from './volume.ts'

const CAFFEINE_MG_PER_DATE = 2000

const volumeOfDay: DayLimit = {
  most: 20_000,
  // The number is left out, since it would have to be converted to the person's unit.
  message: 'That makes more than anybody drinks in one day. Enter a smaller amount, or another date.',
}

const caffeineOfDay: DayLimit = {
  most: CAFFEINE_MG_PER_DATE,
  message: `That makes more than ${CAFFEINE_MG_PER_DATE} mg of caffeine in one day. Enter less, or another date.`,
}

const fields = {
  drink: choice(drinks, 'a drink').startingWith('water'),
  volumeMl: volume(DRINK_LIMITS_ML),
  /** Strength in % by volume. */
  alcoholPercent: quantity(0, 96, '%').optional(),
  caffeineMg: wholeNumber(0, 2000, 'mg').optional(),
  /** The cramp it was drunk against, if any: then it is relief, and never counts as what led to that cramp. */
  reliefOf: link(),
}
type Drunk = ValuesIn<typeof fields> & Moment

export const fluid = defineKind('fluid', fields, {
  words: 'Drink',
  inTitle: 'drink',
  typed: ['drink'],
  tracked: 'calendar-date',
  ask: (draft, { others, sameDay }) => askAboutDrink(draft, others, [...sameDay, draft]),
  askCheckIn: ofTheDay =>
    sumVolume(ofTheDay) < ML_PER_DAY_AT_LEAST
      ? [ask('kind', 'That is very little to drink for a whole day. Is it really everything?')]
      : [],
  dayAmounts: [
    {
      limit: volumeOfDay,
      field: 'volumeMl',
      amountsOf: draft => [[dayOfWallMs(wallClockMs(draft)), draft.volumeMl]],
    },
    {
      limit: caffeineOfDay,
      field: 'caffeineMg',
      amountsOf: draft => [[dayOfWallMs(wallClockMs(draft)), draft.caffeineMg ?? 0]],
    },
  ],
})

export const fluidDraft = fluid.draft
export type FluidDraft = z.output<typeof fluidDraft>

const ML_PER_DRINK = 1000
const ML_PER_DAY = 4000
const ML_PER_DAY_AT_LEAST = 500
const PLAIN_WATER_ML = 1000
const PLAIN_WATER_MS = MS_PER_HOUR
const ALCOHOL_UNITS_PER_DAY = 10
const CAFFEINE_MG_PER_DAY = 400

const sumVolume = (list: readonly Drunk[]) => sum(list, ({ volumeMl }) => volumeMl)

/** @param ofTheDay drinks of the journal day, with this one */
function askAboutDrink(draft: Drunk, others: readonly Drunk[], ofTheDay: readonly Drunk[]): Unlikely[] {
  const found: Unlikely[] = []
  if (draft.volumeMl > ML_PER_DRINK)
    found.push(ask('volumeMl', 'That is a lot for one drink. Is the amount right?'))
  if (drankWaterFast(draft, [...others, draft]))
    found.push(
      ask('volumeMl', 'That is a lot of plain water within an hour. Is that right?', 'too-much-water'),
    )
  if (sumVolume(ofTheDay) > ML_PER_DAY)
    found.push(
      ask('volumeMl', 'That makes a great deal to drink in one day. Is that right?', 'too-much-water'),
    )
  if (draft.alcoholPercent !== null && sum(ofTheDay, getAlcoholUnits) > ALCOHOL_UNITS_PER_DAY)
    found.push(ask('alcoholPercent', 'That makes more than 10 units of alcohol in one day. Is that right?'))
  if (draft.caffeineMg !== null && sum(ofTheDay, ({ caffeineMg }) => caffeineMg) > CAFFEINE_MG_PER_DAY)
    found.push(ask('caffeineMg', 'That makes more than 400 mg of caffeine in one day. Is that right?'))
  return found
}

/** Units of 10 ml of pure alcohol. */
const getAlcoholUnits = ({ volumeMl, alcoholPercent }: Drunk) => (volumeMl * (alcoholPercent ?? 0)) / 1000

const isPlainWater = ({ drink }: Drunk) => !isThingKey(drink) && drinks.get(drink).isPlainWater

/** True when an hour that holds this drink holds more than a litre of plain water. */
function drankWaterFast(draft: Drunk, all: readonly Drunk[]): boolean {
  const near = all.filter(drink => isPlainWater(drink) && Math.abs(drink.at - draft.at) <= PLAIN_WATER_MS)
  return (
    isPlainWater(draft) &&
    near.some(
      first =>
        first.at <= draft.at &&
        sumVolume(near.filter(({ at }) => at >= first.at && at - first.at <= PLAIN_WATER_MS)) >
          PLAIN_WATER_ML,
    )
  )
}

/**
 * True when a day holds enough drinks for the note on too much water, however they were logged: a click asks no question.
 *
 * @param dayBefore earlier drinks, of which the last hour may count
 */
export function isTooMuchWater(ofTheDay: readonly Drunk[], dayBefore: readonly Drunk[]): boolean {
  const all = [...dayBefore, ...ofTheDay]
  return sumVolume(ofTheDay) > ML_PER_DAY || ofTheDay.some(drink => drankWaterFast(drink, all))
}
