/**
 * One descriptor per kind of entry. `defineKind` derives the schemas of drafts and entries from the fields; tables, CSV
 * columns and form values are derived from the same fields in the layers above.
 */
import { z } from 'zod'
import type { Moment } from '../time/moment.ts'
import type { DayAmount } from './day-amount.ts'
import { type FieldRecord, mapFields, type SchemasOf, type ValueOf } from './fields.ts'
import { recordKey, sourceName } from './provenance.ts'
import type { Unlikely, UnlikelyContext } from './question.ts'
import { recordOf } from './record.ts'
import { entryFields, idField, instantField } from './schemas.ts'

/** Added to a draft by the journal. */
const storedFields = {
  id: idField,
  /** UTC milliseconds at which it was first saved. */
  loggedAt: instantField,
  /** UTC milliseconds of the last change; null while it is as first saved. */
  editedAt: instantField.nullable(),
  /** Program whose export it came from: "Apple Health". Missing, with the key, where the person wrote it. */
  source: sourceName.optional(),
  /** Identity within the source. */
  sourceKey: recordKey.optional(),
}

const archivedFields = {
  ...storedFields,
  /** UTC milliseconds at which it was put into the trash; null when it is not in there. */
  deletedAt: instantField.nullable(),
}

type DraftShape<Name extends string, Fields extends FieldRecord> = {
  kind: z.ZodLiteral<Name>
} & typeof entryFields &
  SchemasOf<Fields>

type DraftSchema<Name extends string, Fields extends FieldRecord> = z.ZodObject<
  DraftShape<Name, Fields>,
  z.core.$strict
>
type ExtendedSchema<
  Name extends string,
  Fields extends FieldRecord,
  Extra extends z.ZodRawShape,
> = z.ZodObject<DraftShape<Name, Fields> & Extra, z.core.$strict>

/** Values of the fields that the person need not answer. */
type Unanswered<Fields extends FieldRecord> = {
  -readonly [Name in keyof Fields as Fields[Name]['required'] extends false ? Name : never]: ValueOf<
    Fields[Name]
  >
}

/** A rule about several fields of a draft. It runs only once every field is valid by itself. */
interface Rule<Draft> {
  /** Field that shows the sentence. */
  readonly field: keyof Draft & string
  readonly error: string
  holds(draft: Draft): boolean
}

/** Day for which "that is everything" can be said: a calendar date, or a cramp-day (noon to noon); null for none. */
export type Tracked = 'calendar-date' | 'cramp-day' | null

interface KindFacts<Draft, TrackedBy extends Tracked, FieldName extends string = keyof Draft & string> {
  /** Label on screen. */
  readonly words: string
  /** Name within a title: "Log drink". */
  readonly inTitle: string
  /** Names in front of a quick-add line, sources of regular expressions; answers are written with the first. */
  readonly typed: readonly [string, ...string[]]
  readonly tracked: TrackedBy
  /** True where the date alone is known; `at` is noon of it then, and may lie ahead of now. */
  isWholeDay?(draft: Draft): boolean
  /** UTC milliseconds at which it began at the earliest, if `at` is one instant of a span; `at` by default. */
  earliestAt?(draft: Draft): number
  /** Questions about values that are possible and still unlikely. */
  ask?(draft: Draft, context: UnlikelyContext<Draft>): Unlikely[]
  /** Questions about "that is everything", given the entries of this kind on that day. */
  askCheckIn?(ofTheDay: readonly Draft[]): Unlikely[]
  /** Amounts of which a calendar date has a limit. */
  readonly dayAmounts?: readonly DayAmount<Draft, FieldName>[]
  /** Initial form values and their reading, if they do not follow from the fields. */
  readonly form?: FormRules<Draft>
}

interface FormRules<Draft> {
  /** Clock time of a blank form on a day that is over, `HH:MM`; an empty one has to be filled in. */
  readonly usualClock?: string
  /** The form asks for the date alone: a new entry is stored at noon of it. */
  readonly asksDateOnly?: boolean
  /** A blank form of a day opens on the date before: the night that ended on a day began in the evening before it. */
  readonly beginsTheDayBefore?: boolean
  /** Stored at this clock time of the date, whatever clock time the form holds; null for that of the form. */
  clock?(answers: Draft): string | null
  /** Makes the answers fit each other: drops those that were asked for other choices only. */
  settle?(answers: Draft): Draft
}

interface KindOptions<Draft, Extra, TrackedBy extends Tracked> extends KindFacts<Draft, TrackedBy> {
  readonly rules?: readonly Rule<Draft>[]
  /** Ids of other entries that only archives hold. */
  readonly archiveLinks?: Extra
}

/** Fields of every kind's draft. */
interface AnyDraft extends Moment {
  readonly kind: string
  readonly note: string
}

/** Any kind, as code sees it that treats all kinds alike. */
export interface Kind extends KindFacts<AnyDraft, Tracked, string> {
  readonly name: string
  readonly fields: FieldRecord
  readonly draft: z.ZodType<AnyDraft>
  readonly archiveLinks: z.ZodRawShape
}

export interface DefinedKind<
  Name extends string,
  Fields extends FieldRecord,
  TrackedBy extends Tracked,
  Extra extends z.ZodRawShape,
> extends KindFacts<z.output<DraftSchema<Name, Fields>>, TrackedBy> {
  readonly name: Name
  readonly fields: Fields
  readonly draft: DraftSchema<Name, Fields>
  readonly entry: ExtendedSchema<Name, Fields, typeof storedFields>
  readonly archived: ExtendedSchema<Name, Fields, typeof archivedFields & Extra>
  readonly archiveLinks: Extra
  /** Values that a draft has where the person has not answered. */
  readonly unanswered: Unanswered<Fields>
}

export function defineKind<
  const Name extends string,
  Fields extends FieldRecord,
  TrackedBy extends Tracked,
  Extra extends z.ZodRawShape = Record<never, never>,
>(
  name: Name,
  fields: Fields,
  options: KindOptions<z.output<DraftSchema<Name, Fields>>, Extra, TrackedBy>,
): DefinedKind<Name, Fields, TrackedBy, Extra> {
  // Cast: without links, `Extra` is inferred as the empty record.
  const { rules = [], archiveLinks = {} as Extra, ...facts } = options
  const shape: DraftShape<Name, Fields> = {
    kind: z.literal(name),
    ...entryFields,
    ...mapFields<SchemasOf<Fields>>(fields, field => field.schema),
  }
  let draft: DraftSchema<Name, Fields> = z.strictObject(shape)
  for (const { field, error, holds } of rules) draft = draft.refine(holds, { path: [field], error })
  const optional = Object.entries(fields).filter(([, { required }]) => !required)
  return {
    ...facts,
    name,
    fields,
    draft,
    entry: extend(draft, storedFields),
    archived: extend(draft, { ...archivedFields, ...archiveLinks }),
    archiveLinks,
    unanswered: recordOf(optional.map(([field, { absent }]) => [field, absent])),
  }
}

/** The same schema with more keys; its rules stay. */
function extend<Name extends string, Fields extends FieldRecord, Extra extends z.ZodRawShape>(
  schema: DraftSchema<Name, Fields>,
  extra: Extra,
): ExtendedSchema<Name, Fields, Extra> {
  const loose: z.ZodObject<z.ZodRawShape, z.core.$strict> = schema
  // Cast: zod types the result by a condition on the keys of both, which stays open while `Fields` is a parameter.
  return loose.safeExtend(extra) as ExtendedSchema<Name, Fields, Extra>
}

/** True when any of the fields has an answer. */
export function hasAnswer(fields: FieldRecord, draft: object): boolean {
  const values: Readonly<Record<string, unknown>> = { ...draft }
  return Object.keys(fields).some(name => values[name] !== null)
}
