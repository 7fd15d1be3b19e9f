/** What an import would do, told before it does it. */
import { z } from 'zod'
import { entryKinds } from '../kinds/entry.ts'
import { MAX_PASSPHRASE_LENGTH } from '../kinds/limits.ts'
import { calendarDateField } from '../kinds/schemas.ts'

const outcome = z.strictObject({
  /** Not in the journal yet. */
  new: z.int(),
  /** In the journal, exactly so: nothing happens. */
  same: z.int(),
  /** In the journal, but not so: kept as it is, or replaced, as the person chooses. */
  changed: z.int(),
})
export type Outcome = z.infer<typeof outcome>

const importPlan = z.strictObject({
  kinds: z.record(z.enum(entryKinds), outcome),
  shoes: outcome,
  checkIns: outcome,
  /** Those that overlap with an experiment of the journal are left out, whatever the person chooses. */
  experiments: z.strictObject({ new: z.int(), same: z.int(), leftOut: z.int() }),
  /** Whether what the file says of the person is taken: only by a journal that holds nothing yet. */
  takesProfile: z.boolean(),
  /** Of the file's entries, those in the trash left out. */
  firstDate: calendarDateField.nullable(),
  lastDate: calendarDateField.nullable(),
  /** Stands for this plan of these files: another one, another plan. */
  token: z.string(),
})
export type ImportPlan = z.infer<typeof importPlan>

/** Something that is wrong in a file, and where: `entries[12].volumeMl`, or `fluid.csv, line 13, volume_ml`. */
const importProblem = z.strictObject({ place: z.string(), message: z.string() })
export type ImportProblem = z.infer<typeof importProblem>

/** Problems counted; then the rest of the files is left unread. */
export const PROBLEMS_COUNTED = 10_000

/** A spreadsheet writes dates and numbers as its country does; what a file itself does not tell is asked. */
export const dateOrders = ['day-first', 'month-first'] as const
export const decimalSigns = ['point', 'comma'] as const
export type DateOrder = (typeof dateOrders)[number]
export type DecimalSign = (typeof decimalSigns)[number]

const csvAnswers = z.strictObject({
  dateOrder: z.enum(dateOrders).nullable(),
  decimalSign: z.enum(decimalSigns).nullable(),
})
export type CsvAnswers = z.infer<typeof csvAnswers>

const csvQuestion = z.strictObject({
  about: z.enum(['dateOrder', 'decimalSign']),
  /** A date or a number of a cell that can be read both ways. */
  sample: z.string(),
  /** The names of the files in which nothing else tells it. */
  files: z.array(z.string()),
})
export type CsvQuestion = z.infer<typeof csvQuestion>

export const importPreview = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready'), plan: importPlan }),
  z.strictObject({
    state: z.literal('refused'),
    /** The first of them, MAX_PROBLEMS at most. */
    problems: z.array(importProblem),
    /** At PROBLEMS_COUNTED there may be more. */
    problemCount: z.int(),
  }),
  z.strictObject({ state: z.literal('asks'), questions: z.array(csvQuestion) }),
  /** It is locked with a passphrase; the message says what is wrong with the one given. */
  z.strictObject({ state: z.literal('locked'), message: z.string().nullable() }),
  z.strictObject({ state: z.literal('cancelled') }),
])
export type ImportPreview = z.infer<typeof importPreview>

/** What to do with an entry that the journal has otherwise. */
const changedChoices = ['keep', 'replace'] as const
export type ChangedChoice = (typeof changedChoices)[number]

/** What opens a file that was locked; null when it is not, or when nobody has typed it yet. */
export const passphrase = z
  .string()
  .max(MAX_PASSPHRASE_LENGTH, `Shorten the passphrase to ${MAX_PASSPHRASE_LENGTH} characters.`)
  .nullable()

export const importChoices = z.strictObject({
  passphrase,
  answers: csvAnswers,
  changed: z.enum(changedChoices),
})
export type ImportChoices = z.infer<typeof importChoices>
