/** A shoe worn for a while, and the closet the shoe comes from. */

import { z } from 'zod'
import { MAX_SHOE_NAME_LENGTH } from './limits.ts'
import type { IdOf, Labelled } from './list.ts'
import { listOf } from './list.ts'
import { choiceSchema, entryFields, idField, instantField, line, wholeNumberSchema } from './schemas.ts'

interface ShoeKindFacts extends Labelled {
  /** Words for it in a quick-add line, as stems in lower case: without the ending of a plural. */
  readonly stems: readonly string[]
}

export const shoeKinds = listOf<ShoeKindFacts>()({
  running: { words: 'Running shoe', stems: ['running', 'runner'] },
  trainer: { words: 'Trainer', stems: ['trainer', 'sneaker'] },
  work: { words: 'Work shoe', stems: ['work'] },
  dress: { words: 'Dress shoe', stems: ['dress'] },
  boot: { words: 'Boot', stems: ['boot'] },
  sandal: { words: 'Sandal', stems: ['sandal', 'flipflop'] },
  slipper: { words: 'Slipper', stems: ['slipper'] },
  heels: { words: 'High heels', stems: ['heel'] },
  other: { words: 'Other', stems: [] },
})
export type ShoeKind = IdOf<typeof shoeKinds>

interface ArchSupportFacts extends Labelled {
  /** Counts as footwear that does not support the arch. */
  readonly isUnsupportive: boolean
}

export const archSupports = listOf<ArchSupportFacts>()({
  none: { words: 'No arch support', isUnsupportive: true },
  little: { words: 'Little arch support', isUnsupportive: true },
  some: { words: 'Some arch support', isUnsupportive: false },
  good: { words: 'Good arch support', isUnsupportive: false },
})
export const shoeFits = listOf()({
  comfortable: { words: 'Comfortable' },
  tight: { words: 'Tight' },
  narrow: { words: 'Narrow' },
  loose: { words: 'Loose' },
})
export const cushionings = listOf()({
  thin: { words: 'Thin sole' },
  medium: { words: 'Medium sole' },
  thick: { words: 'Thick, cushioned sole' },
})

export const shoeDraft = z.strictObject({
  name: line(MAX_SHOE_NAME_LENGTH, 'a name for the shoe'),
  kind: choiceSchema(shoeKinds.ids, 'what kind of shoe it is'),
  archSupport: choiceSchema(archSupports.ids, 'how well it supports the arch').nullable(),
  fit: choiceSchema(shoeFits.ids, 'how it fits').nullable(),
  heelMm: wholeNumberSchema(0, 250, 'mm').nullable(),
  cushioning: choiceSchema(cushionings.ids, 'how thick the sole is').nullable(),
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
