/**
 * Schemas of single values, shared by entries, the profile and the calls of the contract. A limit and the sentence shown
 * when it is passed are in one place, so that the form and the main process cannot disagree.
 */
import { z } from 'zod'
import {
  EARLIEST_INSTANT,
  FURTHEST_AHEAD_MINUTES,
  FURTHEST_BEHIND_MINUTES,
  LATEST_INSTANT,
} from '../time/moment.ts'
import { MAX_NOTE_LENGTH } from './limits.ts'
import { roundToHundredthMl } from './volume.ts'

/** Whole number within limits that no plausible entry exceeds; others are refused. */
export function wholeNumberSchema(min: number, max: number, unit: string) {
  const sentence = `Enter a whole number from ${min} to ${max}${unit && ` ${unit}`}.`
  return z.int({ error: sentence }).min(min, sentence).max(max, sentence)
}

/** A number, not necessarily whole, within limits. */
export function quantitySchema(min: number, max: number, unit: string) {
  const sentence = `Enter a number from ${min} to ${max}${unit && ` ${unit}`}.`
  return z.number({ error: sentence }).min(min, sentence).max(max, sentence)
}

/** A volume within limits, rounded to the hundredth of a millilitre that is stored. */
export function volumeSchema([min, max]: readonly [min: number, max: number]) {
  return quantitySchema(min, max, 'ml').overwrite(roundToHundredthMl)
}

/** Word from a list; `what` completes "Choose ...". */
export function choiceSchema<const Words extends readonly string[]>(words: Words, what: string) {
  return z.enum(words, { error: `Choose ${what}.` })
}

/**
 * Text as it is stored. Half of a surrogate pair is no character: the database would turn it into U+FFFD, and the same file
 * would be new at every import. So it becomes U+FFFD before anything is compared.
 */
const storedText = (error?: string) =>
  z.string(error === undefined ? {} : { error }).overwrite(text => text.toWellFormed())

/** Text that may be empty, with its blanks. */
export const freeText = (max: number, sentence = `Shorten this to ${max} characters.`) =>
  storedText().max(max, sentence)

/** Text that may be empty, without blanks around it. */
export const trimmedText = (max: number) => storedText().trim().max(max, `Shorten this to ${max} characters.`)

/** Non-empty text of a single line. NUL is refused, since SQLite would end the text there. */
export function line(max: number, what: string) {
  return storedText(`Enter ${what}.`)
    .overwrite(text => text.replaceAll(/\p{Cc}+/gu, ' '))
    .trim()
    .min(1, `Enter ${what}.`)
    .max(max, `Shorten this to ${max} characters.`)
}

/** A whole number from 0 to 10: intensity, exertion, sleep disturbance, bother. */
export const scoreSchema = wholeNumberSchema(0, 10, '')

/**
 * Several of a list of words, each at most once.
 *
 * @param what completes "Choose ..."
 * @param twice the sentence where one is listed twice
 */
export function choicesSchema<const Words extends readonly string[]>(
  words: Words,
  what: string,
  twice = 'Something is in this list twice.',
) {
  return distinct(choiceSchema(words, what), words.length, twice)
}

/** List of different words. @param twice the sentence where one is listed twice */
export const distinct = <Word extends string>(word: z.ZodType<Word>, max: number, twice: string) =>
  z
    .array(word)
    .max(max, twice)
    .refine(list => new Set(list).size === list.length, twice)

/** A date as the wall calendar shows it, `2026-11-20`. No rule that compares dates runs on one that is none. */
export const calendarDateField = z.iso
  .date({ error: 'Enter a date.', abort: true })
  .refine(date => date >= EARLIEST_DATE && date <= LATEST_DATE, {
    error: 'Enter a date from 1900 to 2199.',
    abort: true,
  })

/**
 * Dates of the instants that can be stored, by every clock and with the cramp-day before: what is computed from them keeps a
 * year of four digits.
 */
const EARLIEST_DATE = '1899-12-30'
const LATEST_DATE = '2200-01-01'

/** Minutes after midnight at which the person's day starts, at noon at the latest. */
export const dayStartMinutesField = wholeNumberSchema(0, 720, 'minutes')

/** A row's id in the journal. */
export const idField = z.int().positive()

/** UTC milliseconds: the one field for every time in the contract and in files. */
export const instantField = z
  .int({ error: 'Enter a date and time.' })
  .min(EARLIEST_INSTANT, 'Enter a date after 1900.')
  .max(LATEST_INSTANT, 'Enter a date before 2200.')

/** Common fields of all entries. */
export const entryFields = {
  at: instantField,
  offsetMinutes: z.int().min(-FURTHEST_BEHIND_MINUTES).max(FURTHEST_AHEAD_MINUTES),
  note: freeText(MAX_NOTE_LENGTH, `Shorten the note to ${MAX_NOTE_LENGTH} characters.`),
}
