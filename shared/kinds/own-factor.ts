/** A thing of the person's own that may matter ("Compression socks"), answered yes or no once a calendar date. */
import { z } from 'zod'
import { defineKind } from './define-kind.ts'
import { reference, yesNo } from './fields.ts'
import { MAX_FACTOR_NAME_LENGTH } from './limits.ts'
import { calendarDateField, idField, instantField, line } from './schemas.ts'

export const ownFactorDraft = z.strictObject({
  name: line(MAX_FACTOR_NAME_LENGTH, 'a name for it'),
  /** Not asked about any more; kept for the entries that refer to it. */
  archived: z.boolean(),
})

export const ownFactor = ownFactorDraft.extend({
  id: idField,
  /** Date on which the person named it: what was logged before is no evidence for it. */
  createdOn: calendarDateField,
})
export type OwnFactor = z.infer<typeof ownFactor>

export const archivedOwnFactor = ownFactor.extend({
  /** UTC milliseconds at which it was deleted with its entries; null while it is listed. */
  deletedAt: instantField.nullable(),
})
export type ArchivedOwnFactor = z.infer<typeof archivedOwnFactor>

/** Comparison key of a name: two names that differ in case, width or spacing only are one. */
export const getFactorNameKey = (name: string): string =>
  name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase()

/** Factor of that name, case aside; undefined when the name is free. */
export const findSameName = <Factor extends Pick<OwnFactor, 'id' | 'name'>>(
  factors: readonly Factor[],
  name: string,
  exceptId?: number,
): Factor | undefined =>
  factors.find(other => other.id !== exceptId && getFactorNameKey(other.name) === getFactorNameKey(name))

/** Sentence for a name that another factor has. */
export const writeSameName = ({ name, archived }: Pick<OwnFactor, 'name' | 'archived'>): string =>
  archived
    ? `You already have “${name}”, archived. Bring it back, or choose another name.`
    : `You already have “${name}”. Choose another name.`

export const ownFactorEntry = defineKind(
  'own-factor',
  {
    factorId: reference('Choose what this is about.'),
    /** True if it was there on that date. */
    present: yesNo(),
  },
  {
    words: 'My own things',
    inTitle: 'one of my own things',
    typed: ['own', 'mine'],
    // "No" is an answer that is stored: no check-in is needed for it.
    tracked: null,
    rules: [
      {
        field: 'present',
        error: 'Answer with yes or no.',
        holds: draft => draft.present !== null,
      },
    ],
    isWholeDay: () => true,
    form: { asksDateOnly: true },
  },
)
