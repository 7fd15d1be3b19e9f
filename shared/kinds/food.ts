/** Food rich in minerals, and supplements. Servings are counted; nothing is worked out from them. */
import type { z } from 'zod'
import type { Condition } from './conditions.ts'
import { defineKind, hasAnswer } from './define-kind.ts'
import { quantity, wholeNumber } from './fields.ts'
import type { MedicineClass } from './medicines.ts'
import { ask, sum, type Unlikely } from './question.ts'

const servings = quantity(0, 30, 'servings').optional()

const fields = {
  /** Banana, leafy greens, avocado, coconut water, potato, beans. */
  potassiumServings: servings,
  /** Nuts, seeds, leafy greens, wholegrain. */
  magnesiumServings: servings,
  /** Dairy, green vegetables, sesame, small fish or shrimp with shell, kelp. */
  calciumServings: servings,
  potassiumSupplementMg: wholeNumber(0, 10_000, 'mg').optional(),
  magnesiumSupplementMg: wholeNumber(0, 2000, 'mg').optional(),
  calciumSupplementMg: wholeNumber(0, 5000, 'mg').optional(),
}

const SERVINGS_PER_DAY = 15
const supplementLimits = { magnesiumSupplementMg: 400, calciumSupplementMg: 1500 } as const

/** With these, potassium can rise too far in the blood. */
const potassiumMedicines: readonly MedicineClass[] = ['ace-inhibitor', 'arb', 'diuretic-potassium-sparing']
const kidneyConditions: readonly Condition[] = ['kidney-disease', 'dialysis']

export const food = defineKind('food', fields, {
  words: 'Food and supplements',
  inTitle: 'food',
  typed: ['food', 'supplements?'],
  tracked: 'calendar-date',
  rules: [
    {
      field: 'potassiumServings',
      error: 'Enter at least one amount.',
      holds: draft => hasAnswer(fields, draft),
    },
  ],
  ask(draft, { sameDay, conditions, medicines }) {
    /** Amount of the day with this entry; 0 where this entry has none, so that there is nothing to ask. */
    const ofTheDay = (amount: keyof typeof fields) =>
      draft[amount] === null ? 0 : draft[amount] + sum(sameDay, other => other[amount])
    const found: Unlikely[] = (['potassiumServings', 'magnesiumServings', 'calciumServings'] as const)
      .filter(amount => ofTheDay(amount) > SERVINGS_PER_DAY)
      .map(amount => ask(amount, 'That makes more than 15 servings in one day. Is that right?'))
    for (const amount of ['magnesiumSupplementMg', 'calciumSupplementMg'] as const)
      if (ofTheDay(amount) > supplementLimits[amount])
        found.push(
          ask(
            amount,
            `That makes more than ${supplementLimits[amount]} mg in one day. Is that right, and does your doctor know?`,
          ),
        )
    const isPotassiumRisky =
      kidneyConditions.some(condition => conditions.includes(condition)) ||
      potassiumMedicines.some(medicine => medicines.has(medicine))
    if (isPotassiumRisky && ofTheDay('potassiumSupplementMg') > 0)
      found.push(
        ask(
          'potassiumSupplementMg',
          'Given what you noted about your kidneys or your medicines, does your doctor know that you take potassium?',
          'potassium',
        ),
      )
    return found
  },
  form: { usualClock: '12:00' },
})

const foodDraft = food.draft
export type FoodDraft = z.output<typeof foodDraft>
