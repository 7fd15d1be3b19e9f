/** Calls that bring the history of another program along: see `history/history.ts`. */
import { z } from 'zod'
import { comparedDays } from './analysis/compared-days.ts'
import { fileToken } from './archive/file-token.ts'
import { trackedKinds } from './kinds/check-in.ts'
import { entryDraft, entryKinds } from './kinds/entry.ts'
import { MAX_SHEET_ANSWERS } from './kinds/limits.ts'
import { givenAnswer, givenAnswers, sheetAnswers } from './kinds/provenance.ts'
import { calendarDateField, idField } from './kinds/schemas.ts'

const nothing = z.strictObject({})

const option = z.strictObject({ id: z.string(), label: z.string() })

const historyQuestion = z.strictObject({
  id: z.string(),
  group: z.string(),
  text: z.string(),
  help: z.string(),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('zone') }),
    z.strictObject({ kind: z.literal('one'), options: z.array(option).readonly() }),
    z.strictObject({ kind: z.literal('several'), options: z.array(option).readonly() }),
    z.strictObject({ kind: z.literal('text'), maxLength: z.int() }),
    z.strictObject({ kind: z.literal('number'), min: z.number(), max: z.number(), unit: z.string() }),
    z.strictObject({ kind: z.literal('number'), min: z.number(), max: z.number(), unit: z.string() }),
  ]),
  isNeeded: z.boolean(),
  /** Answer the preview was made with; null for none. */
  given: givenAnswer.nullable(),
  /** Source of the given answer: this preview, the last import from the same program, or the reader's suggestion. */
  from: z.enum(['person', 'remembered', 'suggested']).nullable(),
})
export type AskedQuestion = z.infer<typeof historyQuestion>

/** `2026-03` */
const monthField = z.string().regex(/^\d{4}-\d{2}$/)

/** Entries of one kind in one month, by what an import does with them. */
const monthCounts = z.strictObject({
  month: monthField,
  kind: z.enum(entryKinds),
  new: z.int(),
  /** In the journal already, and equal. */
  same: z.int(),
  /** In the journal from an earlier import, and different in the file: changed to what the file says. */
  updated: z.int(),
  /** Changed, deleted or merged by the person after an earlier import: stays as it is. */
  kept: z.int(),
})
export type MonthCounts = z.infer<typeof monthCounts>

const countedWords = z.strictObject({ what: z.string(), count: z.int() })

const historyPreview = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('ready'),
    source: z.string(),
    /** Objects of the sentence "Unknot can read ... from it". */
    reads: z.string(),
    questions: z.array(historyQuestion).readonly(),
    /** False while a needed question is open: then nothing can be imported. */
    isAnswered: z.boolean(),
    months: z.array(monthCounts).readonly(),
    /** Records that cannot be entries, by reason. */
    leftOut: z.array(countedWords).readonly(),
    /** Records that a journal has no field for. */
    ignored: z.array(countedWords).readonly(),
    notes: z.array(z.string()).readonly(),
    /** Up to three entries by which the person can tell if the clock is right. */
    examples: z.array(entryDraft).readonly(),
    /** Hash of the plan; it changes with the file, the answers and the journal. */
    plan: z.string().max(64),
  }),
  z.strictObject({ state: z.literal('cancelled') }),
])
export type HistoryPreview = z.infer<typeof historyPreview>
export type ReadyHistory = Extract<HistoryPreview, { state: 'ready' }>

const historyOrder = z.strictObject({ files: fileToken, answers: givenAnswers })

/** Program or table whose entries the journal holds. */
const historySource = z.strictObject({
  id: idField,
  name: z.string(),
  entries: z.int(),
  /** Calendar dates of its first and last entry; null without entries. */
  firstDate: calendarDateField.nullable(),
  lastDate: calendarDateField.nullable(),
})
export type HistorySource = z.infer<typeof historySource>

const sheetMonth = z.strictObject({
  /** First and last date that the question is about. */
  fromDate: calendarDateField,
  toDate: calendarDateField,
  /** Days that "complete" makes, or has made, known. */
  days: z.int(),
  answer: z.enum(sheetAnswers).nullable(),
})
const sheetQuestion = z.strictObject({
  source: idField,
  name: z.string(),
  kind: z.enum(trackedKinds),
  /** Oldest first. */
  months: z.array(sheetMonth),
})
export type SheetQuestion = z.infer<typeof sheetQuestion>
export type SheetMonth = z.infer<typeof sheetMonth>

export const historyCalls = {
  /** Reads the chosen files, or uses what the last call has read of them, and plans the import. */
  previewHistory: { access: 'reads', input: historyOrder, output: historyPreview },
  /** Imports in one transaction after a safety copy, if the plan is still the same. */
  runHistory: {
    access: 'writes',
    input: historyOrder.extend({ plan: z.string().max(64) }),
    output: z.discriminatedUnion('state', [
      z.strictObject({
        state: z.literal('done'),
        /** For `undoHistory`. */
        import: idField,
        source: idField,
        added: z.int(),
        updated: z.int(),
      }),
      z.strictObject({ state: z.literal('cancelled') }),
    ]),
  },
  /** Takes back one import as a whole. */
  undoHistory: { access: 'writes', input: z.strictObject({ import: idField }), output: nothing },
  /** Saves the records that the preview leaves out, as a table (CSV), to a path chosen in a dialog. */
  saveHistoryLeftOut: {
    access: 'writes',
    input: historyOrder,
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /** Programs that entries came from, by name. */
  listHistorySources: { access: 'reads', input: nothing, output: z.array(historySource) },
  /** Moves every entry of a source to the trash, and takes back what its sheet made known. */
  removeHistorySource: {
    access: 'writes',
    input: z.strictObject({ source: idField }),
    output: nothing,
  },
  /** Takes `removeHistorySource` back. */
  restoreHistorySource: { access: 'writes', input: z.strictObject({ source: idField }), output: nothing },
  /** Questions of the sheet, of one source or of all. */
  getHistorySheet: {
    access: 'reads',
    input: z.strictObject({ source: idField.nullable() }),
    output: z.array(sheetQuestion),
  },
  /** Answers months together, or takes their answers back. Their days become known by "complete" alone. */
  answerHistorySheet: {
    access: 'writes',
    input: z.strictObject({
      source: idField,
      kind: z.enum(trackedKinds),
      /** First dates of the questions. */
      fromDates: z.array(calendarDateField).min(1).max(MAX_SHEET_ANSWERS),
      answer: z.enum(sheetAnswers).nullable(),
    }),
    output: nothing,
  },
  /** Days that each thing can be compared with the cramps on. */
  listComparedDays: { access: 'reads', input: nothing, output: z.array(comparedDays) },
} as const
