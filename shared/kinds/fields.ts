/**
 * Field types: what one field of an entry may hold, as data. A field is spelled once, in the file of its kind; each layer
 * has one table with a row per field type and derives from it what that layer needs:
 *
 *     schema                  here: limits, and the sentence shown when one is passed
 *     SQL column              main/store
 *     CSV cell                shared/archive/kind-columns.ts
 *     form value, both ways   renderer/log/form-fields.ts
 *
 * A new field type fails to compile in the other three until each has its row.
 */
import { z } from 'zod'
import { MAX_OWN_THINGS } from './limits.ts'
import type { Labelled, List, OpenList, OwnList } from './list.ts'
import { recordOf } from './record.ts'
import {
  choiceSchema,
  distinct,
  idField,
  instantField,
  line,
  quantitySchema,
  scoreSchema,
  trimmedText,
  volumeSchema,
  wholeNumberSchema,
} from './schemas.ts'
import { type ThingKey, thingKeySchema } from './thing-key.ts'

export type Unit =
  | 'ml'
  | 'mg'
  | 'g'
  | 'kg'
  | 'mm'
  | 'cm'
  | 'm'
  | 'km'
  | '%'
  | '°C'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'servings'

interface Base<Type extends string, Value, Required extends boolean> {
  readonly type: Type
  readonly schema: z.ZodType<Value>
  /** True if an answer is mandatory; an unanswered optional field has the value `absent`. */
  readonly required: Required
  /** Meaning of an empty CSV cell or a missing column; null in a required field makes its schema refuse the row. */
  readonly absent: Value | null
}

/** A number with limits and a unit. `whole` decides between an integer and a real column. */
export interface NumberField<Value extends number | null = number | null, Required extends boolean = boolean>
  extends Base<'number', Value, Required> {
  readonly min: number
  readonly max: number
  readonly whole: boolean
  /** Empty where the unit is not the field's: each own factor has its own. */
  readonly unit: Unit | ''
}

/** A whole number from 0 to 10, answered with a row of buttons. */
export interface ScoreField extends Base<'score', number | null, false> {}

/** A length of time in seconds, asked as minutes and seconds. */
export interface DurationField extends Base<'duration', number | null, false> {}

/** Yes or no; no unless the person says otherwise. */
export interface FlagField extends Base<'flag', boolean, false> {}

/** A flag that no form shows: the program sets it, and a form keeps what is stored. */
export interface StateField extends Base<'state', boolean, false> {}

/** Yes, no, or not answered. */
export interface YesNoField extends Base<'yes-no', boolean | null, false> {}

/** A list whose ids a field holds. */
interface OfList {
  readonly list: List<string, Labelled>
  /** The person's own things that the field may name too; null for none. */
  readonly own: OwnList | null
}

/** Id of a list. */
export interface ChoiceField<
  Value extends string | null = string | null,
  Initial extends Value | null = Value | null,
  Required extends boolean = boolean,
> extends Base<'choice', Value, Required>,
    OfList {
  /** Value that a blank form starts with. */
  readonly initial: Initial
}

/** Text of one line. */
export interface TextField<Required extends boolean = boolean> extends Base<'text', string, Required> {}

/** Several ids of a list. */
export interface TagsField<Id extends string = string, Required extends boolean = boolean>
  extends Base<'tags', Id[], Required>,
    OfList {}

/** Id of another entry or of a shoe, or null. */
export interface LinkField extends Base<'link', number | null, false> {}

/** Id of something outside the entries, such as a shoe. */
export interface ReferenceField extends Base<'reference', number, true> {}

/** UTC milliseconds at which the entry ended; null while it goes on. A form asks for its clock time only. */
export interface EndField extends Base<'end', number | null, false> {
  /** Sentence for an end in the future. */
  readonly future: string
}

/** A list of records chosen as a whole, as in a grid of buttons: the form holds it as it is stored. */
export interface PicksField<Fields extends FieldRecord = FieldRecord> {
  readonly type: 'picks'
  readonly schema: z.ZodType<ItemOf<Fields>[]>
  readonly required: true
  readonly absent: ItemOf<Fields>[]
  readonly fields: Fields
  /** Texts that mean an item in a CSV cell; the first is the one that is written. */
  spellings(item: ItemOf<Fields>): readonly [string, ...string[]]
  /** Sentence for a CSV cell that cannot be read; gives an example. */
  readonly problem: string
}

/** A list of records filled in row by row: each field of a row has a form value of its own. */
export interface RowsField<Fields extends FieldRecord = FieldRecord> {
  readonly type: 'rows'
  readonly schema: z.ZodType<ItemOf<Fields>[]>
  readonly required: false
  readonly absent: ItemOf<Fields>[]
  readonly fields: Fields
  /** Order of an item's parts in a CSV cell, between slashes; a part that was added later is the last. */
  readonly order: readonly string[]
  /** Sentence for a CSV cell that cannot be read; gives an example. */
  readonly problem: string
}

export type Field =
  | NumberField
  | ScoreField
  | DurationField
  | FlagField
  | StateField
  | YesNoField
  | ChoiceField
  | TextField
  | TagsField
  | LinkField
  | ReferenceField
  | EndField
  | PicksField
  | RowsField

export type FieldType = Field['type']
export type FieldRecord = Readonly<Record<string, Field>>

/** Everything a field may hold. */
export type FieldValue = ValueOf<Field>
/** Field name to value. */
export type FieldValues = Readonly<Record<string, FieldValue>>

export type ValueOf<F extends Field> = z.output<F['schema']>
/** Values of a record of fields. */
export type ValuesIn<Fields extends FieldRecord> = { [Name in keyof Fields]: ValueOf<Fields[Name]> }
export type SchemasOf<Fields extends FieldRecord> = {
  [Name in keyof Fields]: z.ZodType<ValueOf<Fields[Name]>>
}
type ItemSchema<Fields extends FieldRecord> = z.ZodObject<SchemasOf<Fields>, z.core.$strict>
type ItemOf<Fields extends FieldRecord> = z.output<ItemSchema<Fields>>

/** A value for each field. The caller states the type of the result, see `recordOf`. */
export const mapFields = <Out>(fields: FieldRecord, map: (field: Field, name: string) => unknown): Out =>
  recordOf(Object.entries(fields).map(([name, field]) => [name, map(field, name)]))

/** `longestBoutMinutes` as a column of SQL and of CSV: `longest_bout_minutes`. */
export const columnName = (field: string): string =>
  field.replaceAll(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/**
 * A field that files of an older version lack: a missing JSON key means `absent`.
 *
 * @example addedLater(wholeNumber(0, 240, 'minutes').optional())
 */
export const addedLater = <F extends Field & { readonly required: false }>(field: F): F => {
  const schema: z.ZodType<FieldValue> = field.schema
  return { ...field, schema: schema.default(field.absent) }
}

interface NumberLimits {
  readonly min: number
  readonly max: number
  readonly whole: boolean
  readonly unit: Unit | ''
}

export interface RequiredNumberField extends NumberField<number, true> {
  optional(): NumberField<number | null, false>
}

function numberField(schema: z.ZodType<number>, limits: NumberLimits): RequiredNumberField {
  const facts = { type: 'number' as const, ...limits, absent: null }
  return {
    ...facts,
    schema,
    required: true,
    optional: () => ({ ...facts, schema: schema.nullable(), required: false }),
  }
}

/** A whole number within limits that no honest entry reaches; outside them the entry is refused. */
export const wholeNumber = (min: number, max: number, unit: Unit): RequiredNumberField =>
  numberField(wholeNumberSchema(min, max, unit), { min, max, whole: true, unit })

/** A number, not necessarily whole, within limits. */
export const quantity = (min: number, max: number, unit: Unit | ''): RequiredNumberField =>
  numberField(quantitySchema(min, max, unit), { min, max, whole: false, unit })

/** A volume within limits, in ml, stored to the hundredth. */
export const volume = ([min, max]: readonly [min: number, max: number]): RequiredNumberField =>
  numberField(volumeSchema([min, max]), { min, max, whole: false, unit: 'ml' })

export const score = (): ScoreField => ({
  type: 'score',
  schema: scoreSchema.nullable(),
  required: false,
  absent: null,
})

const TOO_LONG = 'Enter a length of at most 24 hours.'

export const duration = (): DurationField => ({
  type: 'duration',
  schema: z
    .int({ error: TOO_LONG })
    .min(1, 'Enter a length of at least one second.')
    .max(86_400, TOO_LONG)
    .nullable(),
  required: false,
  absent: null,
})

export const flag = (): FlagField => ({ type: 'flag', schema: z.boolean(), required: false, absent: false })

export const state = (): StateField => ({
  type: 'state',
  schema: z.boolean(),
  required: false,
  absent: false,
})

export const yesNo = (): YesNoField => ({
  type: 'yes-no',
  schema: z.boolean().nullable(),
  required: false,
  absent: null,
})

export interface RequiredChoiceField<Id extends string, Initial extends Id | null>
  extends ChoiceField<Id, Initial, true> {
  optional(): ChoiceField<Id | null, null, false>
  /** The same choice with which a blank form starts. */
  startingWith<First extends Id>(id: First): RequiredChoiceField<Id, Id>
}

/** Ids that a field of a list may hold: those of an open list include the keys of own things. */
type Choosable<Id extends string> = List<Id, Labelled> | OpenList<Id, Labelled>
type ChoosableId<Some extends Choosable<string>> =
  | Some['ids'][number]
  | (Some extends OpenList<string, Labelled> ? ThingKey : never)

const ownOf = (list: Choosable<string>): OwnList | null => ('own' in list ? list.own : null)

/** Schema of one id. The cast states what `ownOf` has checked: only an open list has own keys. */
function idSchemaOf<Some extends Choosable<string>>(list: Some, what: string): z.ZodType<ChoosableId<Some>> {
  const builtIn = choiceSchema(list.ids, what)
  const schema =
    ownOf(list) === null ? builtIn : z.union([builtIn, thingKeySchema], { error: `Choose ${what}.` })
  return schema as unknown as z.ZodType<ChoosableId<Some>>
}

/**
 * One id of a list.
 *
 * @param what completes "Choose ..."
 * @param absent meaning of an empty CSV cell, where that is not an error
 */
export function choice<Some extends Choosable<string>>(
  list: Some,
  what: string,
  absent: NoInfer<ChoosableId<Some>> | null = null,
): RequiredChoiceField<ChoosableId<Some>, null> {
  type Id = ChoosableId<Some>
  const schema = idSchemaOf(list, what)
  const facts = { type: 'choice' as const, list, own: ownOf(list), absent }
  const startingWith = <Initial extends Id | null>(initial: Initial): RequiredChoiceField<Id, Initial> => ({
    ...facts,
    schema,
    required: true,
    initial,
    optional: () => ({ ...facts, schema: schema.nullable(), required: false, absent: null, initial: null }),
    startingWith: id => startingWith<Id>(id),
  })
  return startingWith(null)
}

/** Text of one line that must not be empty. @param what completes "Enter ..." */
export const requiredText = (max: number, what: string): TextField<true> => ({
  type: 'text',
  schema: line(max, what),
  required: true,
  absent: '',
})

/** Text that may be empty, without blanks around it. */
export const optionalText = (max: number): TextField<false> => ({
  type: 'text',
  schema: trimmedText(max),
  required: false,
  absent: '',
})

const idsSchemaOf = <Some extends Choosable<string>>(list: Some, what: string, twice: string) =>
  distinct(idSchemaOf(list, what), list.ids.length + (ownOf(list) === null ? 0 : MAX_OWN_THINGS), twice)

/**
 * Several ids of a list.
 *
 * @param what completes "Choose ..."
 * @param twice sentence for an id that is listed twice
 */
export const tags = <Some extends Choosable<string>>(
  list: Some,
  what: string,
  twice: string,
): TagsField<ChoosableId<Some>, false> => ({
  type: 'tags',
  schema: idsSchemaOf(list, what, twice),
  required: false,
  absent: [],
  list,
  own: ownOf(list),
})

/** The same with at least one id. @param none sentence for an empty list */
export const requiredTags = <Some extends Choosable<string>>(
  list: Some,
  what: string,
  { twice, none }: { readonly twice: string; readonly none: string },
): TagsField<ChoosableId<Some>, true> => ({
  type: 'tags',
  schema: idsSchemaOf(list, what, twice).min(1, none),
  required: true,
  absent: [],
  list,
  own: ownOf(list),
})

export const link = (): LinkField => ({
  type: 'link',
  schema: idField.nullable(),
  required: false,
  absent: null,
})

/** @param missing sentence for none */
export const reference = (missing: string): ReferenceField => ({
  type: 'reference',
  schema: z.int({ error: missing }).positive(missing),
  required: true,
  absent: null,
})

/** @param future sentence for an end in the future */
export const end = (future: string): EndField => ({
  type: 'end',
  schema: instantField.nullable(),
  required: false,
  absent: null,
  future,
})

const itemSchema = <Fields extends FieldRecord>(fields: Fields): ItemSchema<Fields> =>
  z.strictObject(mapFields<SchemasOf<Fields>>(fields, field => field.schema))

const isUnique = (items: readonly unknown[]) =>
  new Set(items.map(item => JSON.stringify(item))).size === items.length

interface PicksOptions<Fields extends FieldRecord> {
  /** Sentence for a record that is listed twice. */
  readonly twice: string
  readonly spellings: PicksField<Fields>['spellings']
  readonly problem: string
}

/** Records made of choices, each at most once. */
export function picks<Fields extends Readonly<Record<string, ChoiceField>>>(
  fields: Fields,
  { twice, spellings, problem }: PicksOptions<Fields>,
): PicksField<Fields> {
  const different = Object.values(fields).reduce((product, { list }) => product * list.ids.length, 1)
  return {
    type: 'picks',
    schema: z.array(itemSchema(fields)).max(different, twice).refine(isUnique, twice),
    required: true,
    absent: [],
    fields,
    spellings,
    problem,
  }
}

interface RowsOptions<Name> {
  readonly max: readonly [most: number, sentence: string]
  readonly order: readonly Name[]
  readonly problem: string
}

export const rows = <Fields extends FieldRecord>(
  fields: Fields,
  { max, order, problem }: RowsOptions<keyof Fields & string>,
): RowsField<Fields> => ({
  type: 'rows',
  schema: z.array(itemSchema(fields)).max(...max),
  required: false,
  absent: [],
  fields,
  order,
  problem,
})
