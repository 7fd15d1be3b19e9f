/** A shoe worn for a while, and the closet the shoe comes from. */
import { z } from 'zod'
import { MS_PER_DAY, MS_PER_MINUTE } from '../time/moment.ts'
import { defineKind } from './define-kind.ts'
import { end, reference } from './fields.ts'
import { MAX_SHOE_NAME_LENGTH } from './limits.ts'
import { type IdOf, type Labelled, listOf } from './list.ts'
import { ask, type Unlikely } from './question.ts'
import { choiceSchema, idField, line, wholeNumberSchema } from './schemas.ts'

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

/** Questions about a shoe that is possible and still unlikely. */
export const findUnlikelyShoe = ({ heelMm }: ShoeDraft): Unlikely[] =>
  heelMm !== null && heelMm > 120 ? [ask('heelMm', 'A heel of more than 120 mm. Is that right?')] : []

export const footwear = defineKind(
  'footwear',
  {
    shoeId: reference('Choose a shoe.'),
    /** Time of taking it off; null while it is still on. `at` is when it was put on. */
    takenOffAt: end('This is in the future. Leave it empty while the shoe is still on.'),
  },
  {
    words: 'Footwear',
    inTitle: 'footwear',
    typed: ['shoes', 'footwear'],
    tracked: 'calendar-date',
    rules: [
      {
        field: 'takenOffAt',
        error: 'The shoe must be taken off after it was put on.',
        holds: draft => draft.takenOffAt === null || draft.takenOffAt - draft.at >= MS_PER_MINUTE,
      },
      {
        field: 'takenOffAt',
        error: 'A shoe can be worn for at most 24 hours at a stretch.',
        holds: draft => draft.takenOffAt === null || draft.takenOffAt - draft.at <= MS_PER_DAY,
      },
    ],
    archiveLinks: {
      /**
       * The entry that ended a wearing by being put on: the end goes again when that entry does. Left out where the
       * person gave the end.
       */
      closedBy: z.exactOptional(idField),
    },
    ask(draft, { others }) {
      const overlaps = others.some(other => other.at < getKnownEnd(draft) && draft.at < getKnownEnd(other))
      return overlaps ? [ask('at', 'Another shoe was being worn at that time. Are both times right?')] : []
    },
  },
)

const footwearDraft = footwear.draft
export type FootwearDraft = z.output<typeof footwearDraft>

/** A shoe with no known end was on for a moment at least: putting on the next one ends it. */
const getKnownEnd = ({ at, takenOffAt }: Pick<FootwearDraft, 'at' | 'takenOffAt'>) => takenOffAt ?? at + 1
