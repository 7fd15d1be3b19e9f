/** Food rich in minerals, and supplements. Servings are counted; nothing is worked out from them. */
import { z } from 'zod'
import { entryFields, quantitySchema, wholeNumberSchema } from './schemas.ts'

const servings = quantitySchema(0, 30, 'servings').nullable()

export const foodDraft = z
  .strictObject({
    kind: z.literal('food'),
    ...entryFields,
    /** Banana, leafy greens, avocado, coconut water, potato, beans. */
    potassiumServings: servings,
    /** Nuts, seeds, leafy greens, wholegrain. */
    magnesiumServings: servings,
    /** Dairy, green vegetables, sesame, small fish or shrimp with shell, kelp. */
    calciumServings: servings,
    potassiumSupplementMg: wholeNumberSchema(0, 10_000, 'mg').nullable(),
    magnesiumSupplementMg: wholeNumberSchema(0, 2000, 'mg').nullable(),
    calciumSupplementMg: wholeNumberSchema(0, 5000, 'mg').nullable(),
  })
  .refine(
    ({ kind: _kind, at: _at, offsetMinutes: _offset, note: _note, ...amounts }) =>
      Object.values(amounts).some(amount => amount !== null),
    {
      path: ['potassiumServings'],
      error: 'Enter at least one amount.',
    },
  )
export type FoodDraft = z.infer<typeof foodDraft>
