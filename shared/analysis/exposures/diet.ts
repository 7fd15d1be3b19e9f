/**
 * Exposures read from the food. As for drinks, only a check-in makes a day tracked; on such a day, servings left open
 * in an entry count as 0. Servings are few whole numbers: supplements, in mg, do not fit this scale.
 */
import { countedIn, defineExposures } from './exposure.ts'
import { atOnce, overHours } from './series.ts'

const richIn = (mineral: 'potassium' | 'magnesium' | 'calcium') => ({
  name: `Food rich in ${mineral}`,
  suspected: `Too little ${mineral} in what I eat`,
  needs: ['food'] as const,
  scale: {
    kind: 'amount',
    isCounted: true,
    step: 1,
    stepWords: () => `serving rich in ${mineral}`,
    format: countedIn('serving'),
  } as const,
  direction: 'fewer' as const,
  toLog: `what you eat that is rich in ${mineral}, and say when it is complete`,
  ...overHours(48, { kind: 'sum-of-amounts' }, ({ ofKind, trackDates }) => ({
    entries: ofKind('food').flatMap(food => {
      const servings = food[`${mineral}Servings`]
      return servings === null || servings === 0 ? [] : [atOnce(food, servings)]
    }),
    tracked: trackDates('food'),
  })),
})

export const diet = defineExposures([
  { key: 'diet-potassium', ...richIn('potassium') },
  { key: 'diet-magnesium', ...richIn('magnesium') },
  { key: 'diet-calcium', ...richIn('calcium') },
])
