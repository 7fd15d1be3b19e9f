/** Facts about a whole day. `at` is local noon of the date; there is one entry per date. */
import type { z } from 'zod'
import { defineKind, hasAnswer } from './define-kind.ts'
import { choice, quantity, score, wholeNumber, yesNo } from './fields.ts'
import { type IdOf, listOf } from './list.ts'
import { ask, type Unlikely } from './question.ts'

export const heats = listOf()({
  normal: { words: 'Not hot' },
  hot: { words: 'Hot' },
})
/** The colour chart's eight steps, and the brown that is on none of them. */
export const urineColours = listOf()({
  '1': { words: '1, nearly clear' },
  '2': { words: '2, very pale' },
  '3': { words: '3, pale yellow' },
  '4': { words: '4, yellow' },
  '5': { words: '5, dark yellow' },
  '6': { words: '6, amber' },
  '7': { words: '7, dark amber' },
  '8': { words: '8, orange brown' },
  brown: { words: 'Brown, like cola' },
})

export type UrineColour = IdOf<typeof urineColours>

const fields = {
  heat: choice(heats, 'how hot it was').optional(),
  maxTemperatureC: quantity(-60, 60, '°C').optional(),
  /** Vomiting, diarrhoea or fever. */
  illnessWithFluidLoss: yesNo(),
  /** Something salty or an electrolyte drink after sweating. */
  saltAfterSweat: yesNo(),
  /** Toe curls, short-foot exercises. */
  footExerciseMinutes: wholeNumber(0, 240, 'minutes').optional(),
  /** Burden of the cramps on that day. */
  bother: score(),
  urineColour: choice(urineColours, 'a colour').optional(),
  saltG: quantity(0, 50, 'g').optional(),
}

export const day = defineKind('day', fields, {
  words: 'The day',
  inTitle: 'the day',
  typed: ['day', String.raw`the\s+day`],
  tracked: 'calendar-date',
  rules: [
    {
      field: 'heat',
      error: 'Enter at least one thing about the day.',
      holds: draft => tellsAnything(draft),
    },
  ],
  isWholeDay: () => true,
  ask({ maxTemperatureC, saltG, urineColour }) {
    const found: Unlikely[] = []
    if (maxTemperatureC !== null && (maxTemperatureC < -30 || maxTemperatureC > 45))
      found.push(ask('maxTemperatureC', 'That is a very unusual temperature outdoors. Is that right?'))
    if (saltG !== null && saltG > 6)
      found.push(ask('saltG', 'More than 6 g of salt, about a teaspoon. Is that right?'))
    if (urineColour === 'brown')
      found.push(
        ask(
          'urineColour',
          'Brown, like cola: is that what you saw? After hard exertion or with a statin, ask about it today.',
        ),
      )
    return found
  },
  form: { asksDateOnly: true },
})

const dayDraft = day.draft
export type DayDraft = z.output<typeof dayDraft>

/** True when a day has an answer or a note: an empty one is not stored. */
export const tellsAnything = (draft: { readonly note: string }): boolean =>
  draft.note.trim() !== '' || hasAnswer(fields, draft)
