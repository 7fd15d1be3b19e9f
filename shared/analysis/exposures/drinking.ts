/** Exposures read from the drinks. A day is tracked once the person said that its drinks are complete. */

import { holdsAlcohol } from '../../kinds/alcohol.ts'
import type { EntryOf } from '../../kinds/entry.ts'
import type { JournalLists } from '../../kinds/journal-lists.ts'
import { getLocalMinutes } from '../diary/cramp-days.ts'
import type { DiaryEntry } from '../diary/diary.ts'
import { countedIn, defineExposures } from './exposure.ts'
import { getLoggedAt, overHours } from './series.ts'

type Fluid = EntryOf<'fluid'>

/** Diary entry of a drink. A drink against a cramp is a consequence of it, so it is marked as relief. */
function drunk(drink: Fluid, amount: number | null): DiaryEntry {
  const time = getLocalMinutes(drink)
  return { start: time, end: time, amount, isRelief: drink.reliefOf !== null, loggedAt: getLoggedAt(drink) }
}

/** Drinks with caffeine in this entry: 1, 0, or null where it may be either. */
function countCaffeine({ drink, caffeineMg }: Fluid, { drinks }: JournalLists): number | null {
  if (caffeineMg !== null) return Number(caffeineMg > 0)
  const { caffeine } = drinks.get(drink)
  return caffeine === 'perhaps' ? null : Number(caffeine === 'yes')
}

export const amountsDrunk = defineExposures([
  {
    // The name is the suspected cause, the value is the amount drunk: a ratio below 1 supports the suspicion.
    key: 'fluids-low',
    name: 'How much you drank',
    suspected: 'Drinking too little',
    needs: ['fluid'],
    direction: 'fewer',
    scale: {
      kind: 'amount',
      step: 500,
      stepWords: ({ volume }) => volume(500),
      format: (volumeMl, { volume }) => volume(volumeMl),
      cuts: [1000, 1500, 2000, 2500],
    },
    toLog: 'your drinks, and say when they are complete',
    ...overHours(24, { kind: 'sum-of-amounts' }, ({ ofKind, trackDates }) => ({
      entries: ofKind('fluid').map(drink => drunk(drink, drink.volumeMl)),
      tracked: trackDates('fluid'),
    })),
  },
  {
    key: 'fluids-excess',
    name: 'A lot of plain water',
    suspected: 'Drinking a lot of plain water',
    needs: ['fluid'],
    direction: 'more',
    scale: {
      kind: 'yes-no',
      present: 'more than a litre of plain water within an hour, or more than 4 litres in all',
    },
    toLog: 'your drinks, and say when they are complete',
    ...overHours(
      24,
      { kind: 'amount-above', amount: 1000, withinMinutes: 60, amountInWindow: 4000 },
      ({ ofKind, lists, trackDates }) => ({
        entries: ofKind('fluid')
          .filter(({ drink }) => lists.drinks.get(drink).isPlainWater)
          .map(drink => drunk(drink, drink.volumeMl)),
        tracked: trackDates('fluid'),
      }),
    ),
  },
  {
    key: 'electrolyte-drink',
    name: 'Sports or rehydration drink',
    suspected: 'Too few sports or rehydration drinks',
    needs: ['fluid'],
    direction: 'fewer',
    scale: { kind: 'yes-no', present: 'a sports or rehydration drink' },
    toLog: 'your drinks, and say when they are complete',
    ...overHours(24, { kind: 'any' }, ({ ofKind, lists, trackDates }) => ({
      entries: ofKind('fluid')
        .filter(({ drink }) => lists.drinks.get(drink).hasElectrolytes)
        .map(drink => drunk(drink, null)),
      tracked: trackDates('fluid'),
    })),
  },
])

export const stimulants = defineExposures([
  {
    key: 'alcohol',
    name: 'Alcohol',
    suspected: 'Alcohol',
    needs: ['fluid'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'any alcohol' },
    toLog: 'your drinks, and say when they are complete',
    privateThing: 'alcohol',
    ...overHours(12, { kind: 'any' }, ({ ofKind, lists, daysOf, trackDates }) => {
      const alcoholic = ofKind('fluid').filter(drink => holdsAlcohol(drink, lists))
      return {
        entries: alcoholic.map(drink => drunk(drink, null)),
        // An alcoholic drink makes its day tracked, complete or not.
        tracked: trackDates('fluid', { proved: daysOf(alcoholic) }),
      }
    }),
  },
  {
    key: 'caffeine',
    name: 'Coffee and other drinks with caffeine',
    suspected: 'Coffee, tea or cola',
    needs: ['fluid'],
    direction: 'more',
    scale: {
      kind: 'amount',
      isCounted: true,
      step: 1,
      stepWords: () => 'drink with caffeine',
      format: countedIn('drink'),
    },
    toLog:
      'your drinks with the caffeine of tea and soft drinks (0 for none), and say when they are complete',
    ...overHours(12, { kind: 'sum-of-amounts' }, ({ ofKind, lists, trackDates }) => ({
      entries: ofKind('fluid').flatMap(drink => {
        const count = countCaffeine(drink, lists)
        return count === 0 ? [] : [drunk(drink, count)]
      }),
      tracked: trackDates('fluid'),
    })),
  },
])
