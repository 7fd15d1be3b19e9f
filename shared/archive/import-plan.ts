/** Import plan: effects of an import, computed before it runs. */
import { z } from 'zod'
import { dateOrders } from '../csv/dialect.ts'
import { decimalSigns } from '../csv/numbers.ts'
import { entryKinds } from '../kinds/entry.ts'
import { MAX_PASSPHRASE_LENGTH } from '../kinds/limits.ts'
import { calendarDateField } from '../kinds/schemas.ts'

const outcome = z.strictObject({
  /** Missing in the journal, so they are added. */
  new: z.int(),
  /** Equal in the journal, so they are skipped. */
  same: z.int(),
  /** Different in the journal: kept or replaced, by choice. */
  changed: z.int(),
})
export type Outcome = z.infer<typeof outcome>

const importPlan = z.strictObject({
  kinds: z.record(z.enum(entryKinds), outcome),
  shoes: outcome,
  ownFactors: outcome,
  /** Own factors that come under another name: the journal's of the same name are answered in another way. */
  renamedFactors: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  ownThings: outcome,
  /** Own things whose name the journal has for something else: they come in under another name. */
  renamedThings: z.array(z.strictObject({ from: z.string(), to: z.string() })),
  checkIns: outcome,
  /** Experiments that overlap with one in the journal are always left out. */
  experiments: z.strictObject({ new: z.int(), same: z.int(), leftOut: z.int() }),
  /** True if the profile of the file is imported, which only an empty journal does. */
  takesProfile: z.boolean(),
  /** Date range of the file's entries, without the trash. */
  firstDate: calendarDateField.nullable(),
  lastDate: calendarDateField.nullable(),
  /** Hash of the plan; it changes with the files and with the journal. */
  token: z.string(),
})
export type ImportPlan = z.infer<typeof importPlan>

/** Problem in a file, and its place: `entries[12].volumeMl`, or `fluid.csv, line 13, volume_ml`. */
const importProblem = z.strictObject({ place: z.string(), message: z.string() })
export type ImportProblem = z.infer<typeof importProblem>

/** Maximum problems counted; then the rest of the files is skipped. */
export const PROBLEMS_COUNTED = 10_000

/** Regional dialects of spreadsheets; asked about if the file is ambiguous. */
const csvAnswers = z.strictObject({
  dateOrder: z.enum(dateOrders).nullable(),
  decimalSign: z.enum(decimalSigns).nullable(),
})
export type CsvAnswers = z.infer<typeof csvAnswers>

const csvQuestion = z.strictObject({
  about: z.enum(['dateOrder', 'decimalSign']),
  /** Ambiguous date or number from one of the cells. */
  sample: z.string(),
  /** Names of the files that leave it ambiguous. */
  files: z.array(z.string()),
})
export type CsvQuestion = z.infer<typeof csvQuestion>

export const importPreview = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready'), plan: importPlan }),
  z.strictObject({
    state: z.literal('refused'),
    /** First problems, MAX_PROBLEMS at most. */
    problems: z.array(importProblem),
    /** Number of problems; PROBLEMS_COUNTED means at least that. */
    problemCount: z.int(),
  }),
  z.strictObject({ state: z.literal('asks'), questions: z.array(csvQuestion) }),
  /** Locked with a passphrase; the message says why the given one does not open it. */
  z.strictObject({ state: z.literal('locked'), message: z.string().nullable() }),
  z.strictObject({ state: z.literal('cancelled') }),
])
export type ImportPreview = z.infer<typeof importPreview>

/** Choices for entries that differ from the journal. */
const changedChoices = ['keep', 'replace'] as const
export type ChangedChoice = (typeof changedChoices)[number]

/** Passphrase of a sealed file; null if it is not sealed, or not typed yet. */
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
