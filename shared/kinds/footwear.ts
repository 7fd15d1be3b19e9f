/** A shoe worn for a while, and the closet the shoe comes from. */
import { z } from 'zod'
import { MAX_SHOE_NAME_LENGTH } from './limits.ts'
import { choiceSchema, entryFields, idField, instantField, line, wholeNumberSchema } from './schemas.ts'

export const shoeKinds = [
  'running',
  'trainer',
  'work',
  'dress',
  'boot',
  'sandal',
  'slipper',
  'heels',
  'other',
] as const
export type ShoeKind = (typeof shoeKinds)[number]

/** From no support to good support of the arch; the first two count as unsupportive. */
export const archSupports = ['none', 'little', 'some', 'good'] as const
export const shoeFits = ['comfortable', 'tight', 'narrow', 'loose'] as const
export const cushionings = ['thin', 'medium', 'thick'] as const

export const shoeDraft = z.strictObject({
  name: line(MAX_SHOE_NAME_LENGTH, 'a name for the shoe'),
  kind: choiceSchema(shoeKinds, 'what kind of shoe it is'),
  archSupport: choiceSchema(archSupports, 'how well it supports the arch').nullable(),
  fit: choiceSchema(shoeFits, 'how it fits').nullable(),
  heelMm: wholeNumberSchema(0, 250, 'mm').nullable(),
  cushioning: choiceSchema(cushionings, 'how thick the sole is').nullable(),
  insole: z.boolean().nullable(),
  /** Given away or worn out: kept for the entries that name it, not offered any more. */
  retired: z.boolean(),
})
export type ShoeDraft = z.infer<typeof shoeDraft>

export const shoe = shoeDraft.extend({ id: idField })
export type Shoe = z.infer<typeof shoe>

const ONE_MINUTE = 60_000
const ONE_DAY = 86_400_000

export const footwearDraft = z
  .strictObject({
    kind: z.literal('footwear'),
    ...entryFields,
    shoeId: z.int({ error: 'Choose a shoe.' }).positive('Choose a shoe.'),
    /** UTC milliseconds at which it was taken off; null while it is still on. `at` is when it was put on. */
    takenOffAt: instantField.nullable(),
  })
  .refine(draft => draft.takenOffAt === null || draft.takenOffAt - draft.at >= ONE_MINUTE, {
    path: ['takenOffAt'],
    error: 'The shoe must be taken off after it was put on.',
  })
  .refine(draft => draft.takenOffAt === null || draft.takenOffAt - draft.at <= ONE_DAY, {
    path: ['takenOffAt'],
    error: 'A shoe can be worn for at most 24 hours at a stretch.',
  })
export type FootwearDraft = z.infer<typeof footwearDraft>
