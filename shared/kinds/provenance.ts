/** Provenance of an entry: the program whose export it came from, and its identity there. */
import { z } from 'zod'
import {
  MAX_ANSWER_LENGTH,
  MAX_ANSWERS,
  MAX_ANSWERS_LENGTH,
  MAX_NAME_LENGTH,
  MAX_QUESTION_ID_LENGTH,
  MAX_RECORD_KEY_LENGTH,
  MAX_SHEET_ANSWERS,
} from './limits.ts'
import { freeText, line } from './schemas.ts'

/** Name of a source, case aside unique among those of a journal. */
export const sourceName = line(MAX_NAME_LENGTH, 'the name of the program')
/** Identity of a record within its source: the same in every export that holds it. */
export const recordKey = line(MAX_RECORD_KEY_LENGTH, 'the key of the record')
/** Stable id of a reader: `apple-health`. */
const readerId = line(MAX_NAME_LENGTH, 'the reader')

const answer = freeText(MAX_ANSWER_LENGTH)
/** Zone, id of an option, ids of several options, or words of the person. */
export const givenAnswer = z.union([answer, z.array(answer).max(MAX_ANSWERS).readonly()])

/** Answers to a reader's questions, by question id. */
export const givenAnswers = z
  .record(freeText(MAX_QUESTION_ID_LENGTH), givenAnswer)
  .refine(
    answers =>
      Object.keys(answers).length <= MAX_ANSWERS && JSON.stringify(answers).length <= MAX_ANSWERS_LENGTH,
    'No reader asks so much.',
  )
export type GivenAnswers = z.infer<typeof givenAnswers>

/** The last of the answers that the journal may hold; an older one is asked again. */
export function trimAnswers(answers: GivenAnswers): GivenAnswers {
  const kept: [string, GivenAnswers[string]][] = []
  let length = 2
  for (const pair of Object.entries(answers).reverse()) {
    length += JSON.stringify(pair).length
    if (kept.length === MAX_ANSWERS || length > MAX_ANSWERS_LENGTH) break
    kept.push(pair)
  }
  return Object.fromEntries(kept.reverse())
}

/** Answers of the sheet that follows an import. */
export const sheetAnswers = ['complete', 'incomplete'] as const
export type SheetAnswer = (typeof sheetAnswers)[number]

/** By kind and month: `fluid 2026-03`. */
const sheet = z
  .record(z.string().regex(/^[a-z-]+ \d{4}-\d{2}$/, 'This is not a kind and a month.'), z.enum(sheetAnswers))
  .refine(given => Object.keys(given).length <= MAX_SHEET_ANSWERS, 'No life has so many months.')

/** Source as the journal remembers it for the next import. */
export const importSource = z.strictObject({
  name: sourceName,
  /** Null where a file did not name it. */
  reader: readerId.nullable(),
  answers: givenAnswers,
  /** Missing where none was answered yet. */
  sheet: sheet.default({}),
})
export type ImportSource = z.infer<typeof importSource>

/** Record whose entry the person erased: a later import leaves it out. */
export const erasedKey = z.strictObject({ source: sourceName, key: recordKey })
export type ErasedKey = z.infer<typeof erasedKey>

/** Form in which names of sources are compared, as the database does: letters A to Z without case. */
export const getSourceNameKey = (name: string): string =>
  name.replaceAll(/[A-Z]/g, letter => letter.toLowerCase())
