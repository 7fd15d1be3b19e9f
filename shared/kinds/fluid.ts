/** Something drunk. Every drink counts with its whole volume; alcohol and caffeine are exposures of their own. */
import { z } from 'zod'
import {
  choiceSchema,
  entryFields,
  idField,
  quantitySchema,
  volumeSchema,
  wholeNumberSchema,
} from './schemas.ts'
import { DRINK_LIMITS_ML } from './volume.ts'

export const drinks = [
  'water',
  'sparkling-water',
  'tea',
  'coffee',
  'milk',
  'juice',
  'soft-drink',
  'diet-drink',
  'sports-drink',
  'oral-rehydration',
  'coconut-water',
  'beer',
  'wine',
  'spirits',
  'soup',
  'other',
] as const
export type Drink = (typeof drinks)[number]

/** Water and nothing in it. */
export const plainWaters: ReadonlySet<Drink> = new Set(['water', 'sparkling-water'])

export const fluidDraft = z.strictObject({
  kind: z.literal('fluid'),
  ...entryFields,
  drink: choiceSchema(drinks, 'a drink'),
  volumeMl: volumeSchema(DRINK_LIMITS_ML),
  /** Strength in % by volume. */
  alcoholPercent: quantitySchema(0, 96, '%').nullable(),
  caffeineMg: wholeNumberSchema(0, 2000, 'mg').nullable(),
  /** The cramp it was drunk against, if any: then it is relief, and never counts as what led to that cramp. */
  reliefOf: idField.nullable(),
})
export type FluidDraft = z.infer<typeof fluidDraft>
