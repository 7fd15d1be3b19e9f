/**
 * Dose of a medicine that is taken as needed: a painkiller, magnesium on one night. Counted and shown. Neither an exposure nor
 * a rule reads it: a person takes it because of a cramp, so a link between the two would say nothing, and could read as advice.
 */
import type { z } from 'zod'
import { defineKind } from './define-kind.ts'
import { optionalText, requiredText } from './fields.ts'
import { MAX_NAME_LENGTH } from './limits.ts'

export const dose = defineKind(
  'dose',
  {
    name: requiredText(MAX_NAME_LENGTH, 'the name of the medicine'),
    /** Amount as a person says it: "400 mg", "2 tablets". */
    amount: optionalText(MAX_NAME_LENGTH),
  },
  {
    words: 'As-needed dose',
    inTitle: 'as-needed dose',
    typed: ['dose', String.raw`as[-\s]needed\s+dose`],
    tracked: null,
  },
)

const doseDraft = dose.draft
export type DoseDraft = z.output<typeof doseDraft>
