/** Stretching that was not done against a cramp. (Done against one, it is relief, and is stored with the cramp.) */
import type { z } from 'zod'
import { defineKind } from './define-kind.ts'
import { flag, quantity, requiredTags } from './fields.ts'
import { muscles } from './muscles.ts'
import { ask } from './question.ts'

export const stretch = defineKind(
  'stretch',
  {
    muscles: requiredTags(muscles, 'what you stretched', {
      twice: 'A muscle is listed twice.',
      none: 'Choose at least one muscle.',
    }),
    durationMinutes: quantity(0.1, 240, 'minutes'),
    beforeBed: flag(),
  },
  {
    words: 'Stretching',
    inTitle: 'stretching',
    typed: ['stretching'],
    tracked: 'calendar-date',
    ask: ({ durationMinutes }) =>
      durationMinutes > 60 ? [ask('durationMinutes', 'More than an hour of stretching. Is that right?')] : [],
  },
)

export const stretchDraft = stretch.draft
export type StretchDraft = z.output<typeof stretchDraft>

/** Name of stretching in a list of entries. */
export const nameStretch = ({ beforeBed }: { readonly beforeBed: boolean }): string =>
  beforeBed ? 'Stretched before bed' : 'Stretched'
