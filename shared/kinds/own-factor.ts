/**
 * Own factor: something of the person's own that may matter ("Compression socks"), with one of three answers.
 *
 *     yes-no   once a date, stored with the date alone         "Compression socks: yes"
 *     scale    once a date, from 0 to 10                       "Stress: 7"
 *     amount   each time it is taken, with its instant         "Pickle brine: 60 ml"; none on a date is a check-in of the factor
 *
 * Answer, unit, window and expected direction are part of the analysis that was planned before any data were seen: they are
 * fixed once the factor is created. A change of them makes a new factor.
 */
import { z } from 'zod'
import { defineKind } from './define-kind.ts'
import { addedLater, quantity, reference, score, yesNo } from './fields.ts'
import { MAX_FACTOR_NAME_LENGTH, MAX_FACTOR_UNIT_LENGTH } from './limits.ts'
import { type IdOf, type Labelled, listOf } from './list.ts'
import { calendarDateField, dayStartMinutesField, idField, instantField, line } from './schemas.ts'

export const factorAnswers = listOf()({
  'yes-no': { words: 'Yes or no, once a day' },
  amount: { words: 'An amount, each time' },
  scale: { words: 'From 0 to 10, once a day' },
})
export type FactorAnswer = IdOf<typeof factorAnswers>

interface WindowFacts extends Labelled {
  /** Hours over which it could act; null for the value of the cramp-day, which needs no time of day. */
  readonly hours: number | null
  /** Completes "It could act ...". */
  readonly acts: string
}

/** Time within which the factor could act on a cramp. */
export const factorWindows = listOf<WindowFacts>()({
  'same-night': { words: 'The same night', hours: null, acts: 'in the same night' },
  'hours-12': { words: 'The next 12 hours', hours: 12, acts: 'within 12 hours' },
  'hours-24': { words: 'The next 24 hours', hours: 24, acts: 'within 24 hours' },
  'hours-48': { words: 'The next 48 hours', hours: 48, acts: 'within 48 hours' },
})

/** Expected effect on cramps, stated beforehand. */
export const factorDirections = listOf()({
  more: { words: 'Bring cramps on' },
  fewer: { words: 'Keep cramps away' },
})

/** Fields that are fixed at creation. Older files and calls lack them: all factors were answered with yes or no. */
const plannedFields = {
  answer: z.enum(factorAnswers.ids, { error: 'Choose how it is answered.' }).default('yes-no'),
  /** Unit of an amount, as the person writes it: "ml", "kg/m2". Null for the other answers. */
  unit: line(MAX_FACTOR_UNIT_LENGTH, 'a unit, such as ml or pieces').nullable().default(null),
  window: z.enum(factorWindows.ids, { error: 'Choose when it could act.' }).default('same-night'),
  /** Null where the person did not say. */
  direction: z.enum(factorDirections.ids).nullable().default(null),
}

export const factorNameField = line(MAX_FACTOR_NAME_LENGTH, 'a name for it')

const unitFits = {
  holds: ({ answer, unit }: { readonly answer: FactorAnswer; readonly unit: string | null }) =>
    (answer === 'amount') === (unit !== null),
  problem: {
    path: ['unit'],
    error: 'Enter a unit, such as ml or pieces, for an amount, and for nothing else.',
  },
}

/** A factor before it is created. */
export const newOwnFactor = z
  .strictObject({ name: factorNameField, ...plannedFields })
  .refine(unitFits.holds, unitFits.problem)
export type NewOwnFactor = z.infer<typeof newOwnFactor>

/** A factor of which the person gave the name only. */
export const blankFactor: NewOwnFactor = {
  name: '',
  answer: 'yes-no',
  unit: null,
  window: 'same-night',
  direction: null,
}

/** A change of a factor: all that can be changed of it. */
export const ownFactorChange = z.strictObject({
  id: idField,
  name: factorNameField,
  /** Not asked about any more; kept for the entries that refer to it. */
  archived: z.boolean(),
})
export type OwnFactorChange = z.infer<typeof ownFactorChange>

const ownFactorFields = {
  ...ownFactorChange.shape,
  ...plannedFields,
  /** Date on which the person named it: what was logged before is no evidence for it. */
  createdOn: calendarDateField,
}

export const ownFactor = z.strictObject(ownFactorFields).refine(unitFits.holds, unitFits.problem)
export type OwnFactor = z.infer<typeof ownFactor>

export const archivedOwnFactor = z
  .strictObject({
    ...ownFactorFields,
    /** UTC milliseconds at which it was deleted with its entries; null while it is listed. */
    deletedAt: instantField.nullable(),
  })
  .refine(unitFits.holds, unitFits.problem)
export type ArchivedOwnFactor = z.infer<typeof archivedOwnFactor>

/**
 * The person's word that an amount was not taken on a journal day, or that its entries are all: the check-in of one factor. The
 * other answers need none, since their "no" and their 0 are stored.
 */
export const factorCheckIn = z.strictObject({
  factorId: idField,
  date: calendarDateField,
  /** Minutes after midnight at which the day began on the page it was given on. */
  dayStartMinutes: dayStartMinutesField,
})
export type FactorCheckIn = z.infer<typeof factorCheckIn>

export const archivedFactorCheckIn = factorCheckIn.extend({
  /** UTC milliseconds of the check-in. */
  checkedAt: instantField,
})
export type ArchivedFactorCheckIn = z.infer<typeof archivedFactorCheckIn>

/** Facts of a factor that an entry's text names. */
export const factorName = z.strictObject({ id: idField, name: z.string(), unit: z.string().nullable() })
export type FactorName = z.infer<typeof factorName>

/** The last amount of a factor, which one press logs again. */
export const usualAmount = z.strictObject({ factorId: idField, amount: z.number() })
export type UsualAmount = z.infer<typeof usualAmount>

/** Comparison key of a name or unit: two that differ in case, width or spacing only are one. */
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

/** True if both are answered alike, in the same unit and over the same window: their answers can be counted together. */
export const isSameQuestion = (one: Question, other: Question): boolean =>
  one.answer === other.answer &&
  one.window === other.window &&
  getFactorNameKey(one.unit ?? '') === getFactorNameKey(other.unit ?? '')

type Question = Pick<OwnFactor, 'answer' | 'unit' | 'window'>

/** The name with the lowest number behind it that is free: "Stress (2)". It is cut where it would be too long. */
export function numberName(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`
    let start = name
    while (start.length + suffix.length > MAX_FACTOR_NAME_LENGTH)
      start = Array.from(start).slice(0, -1).join('')
    const numbered = `${start.trimEnd()}${suffix}`
    if (!isTaken(numbered)) return numbered
  }
}

/** Limits of an amount, in the factor's unit. None taken is a check-in, not an amount of 0. */
const AMOUNT_LIMITS = [0.01, 100_000] as const

export const ownFactorEntry = defineKind(
  'own-factor',
  {
    factorId: reference('Choose what this is about.'),
    /** True if it was there on that date. */
    present: yesNo(),
    /** In the unit of its factor. */
    amount: addedLater(quantity(...AMOUNT_LIMITS, '').optional()),
    score: addedLater(score()),
  },
  {
    words: 'My own things',
    inTitle: 'one of my own things',
    typed: ['own', 'mine'],
    // "No" and 0 are answers that are stored. Amounts have check-ins of their own, which name the factor.
    tracked: null,
    rules: [
      {
        field: 'present',
        error: 'Enter an answer.',
        holds: draft => listAnswers(draft).length > 0,
      },
      {
        field: 'present',
        error: 'Give one answer: yes or no, an amount, or a number from 0 to 10.',
        holds: draft => listAnswers(draft).length < 2,
      },
    ],
    isWholeDay: ({ amount }) => amount === null,
    form: { clock: ({ amount }) => (amount === null ? '12:00' : null) },
  },
)

/** The answer fields of an entry: one of them is not null. */
interface OwnAnswer {
  readonly present: boolean | null
  readonly amount: number | null
  readonly score: number | null
}

const answerOfField = { present: 'yes-no', amount: 'amount', score: 'scale' } as const

/** Answers that an entry holds: one, once it is valid. */
const listAnswers = (entry: OwnAnswer): FactorAnswer[] =>
  (['present', 'amount', 'score'] as const).flatMap(field =>
    entry[field] === null ? [] : [answerOfField[field]],
  )

/** An answer in a few words: "yes", "60 ml", "7 of 10"; empty without one. */
export function describeAnswer(
  { present, amount, score }: OwnAnswer,
  unit: string | null,
  format: (amount: number) => string,
): string {
  if (amount !== null) return unit === null ? format(amount) : `${format(amount)} ${unit}`
  if (score !== null) return `${score} of 10`
  return present === null ? '' : present ? 'yes' : 'no'
}

/** True of yes, of an amount, and of a score above 0. */
export const isPositiveAnswer = ({ present, amount, score }: OwnAnswer): boolean =>
  present === true || amount !== null || (score ?? 0) > 0

/** Sentence for an entry that does not answer its factor the way it is asked; null where it does. */
export function findWrongAnswer(
  entry: OwnAnswer,
  { name, answer }: Pick<OwnFactor, 'name' | 'answer'>,
): string | null {
  if (listAnswers(entry).every(given => given === answer)) return null
  return {
    'yes-no': `“${name}” is answered with yes or no.`,
    amount: `“${name}” is answered with an amount.`,
    scale: `“${name}” is answered with a number from 0 to 10.`,
  }[answer]
}
