/** Form values of each field type: how a blank one starts, how a stored value is shown, what an answer means. */
import type {
  ChoiceField,
  DurationField,
  EndField,
  Field,
  FieldRecord,
  FieldType,
  FieldValue,
  FieldValues,
  FlagField,
  LinkField,
  NumberField,
  PicksField,
  ReferenceField,
  RowsField,
  ScoreField,
  StateField,
  TagsField,
  TextField,
  ValueOf,
  YesNoField,
} from '../../shared/kinds/fields.ts'
import { recordOf } from '../../shared/kinds/record.ts'
import type { Moment } from '../../shared/time/moment.ts'
import {
  readRequiredNumber,
  readTypedNumber,
  readYesNo,
  type TypedNumber,
  type YesNoAnswer,
  yesNoOf,
} from '../ui/fields/field-values.ts'
import { changeEnd, endClockOf, type FormZone, type When } from './when.ts'

/** Length of time in two inputs, minutes and seconds. */
interface TypedDuration {
  minutes: TypedNumber
  seconds: TypedNumber
}

/** A row of a list; `key` tells rows apart and is not stored. */
type FormRow<Fields extends FieldRecord> = { key: string } & FormValues<Fields>

/** Value that the form holds for a field, by its type. */
interface Forms<Value, Initial> {
  number: TypedNumber
  score: Value
  duration: TypedNumber
  flag: boolean
  state: never
  'yes-no': YesNoAnswer
  choice: Value | Initial
  text: string
  tags: Value
  link: Value
  reference: Value | null
  /** `HH:MM`; empty while it goes on. */
  end: string
  picks: Value
  rows: { key: string }[]
}

type InitialOf<F> = F extends { readonly initial: infer Initial } ? Initial : never
type FormValue<F extends Field> =
  F extends RowsField<infer Fields> ? FormRow<Fields>[] : Forms<ValueOf<F>, InitialOf<F>>[F['type']]

/** `wakeAt` as the form's input of a clock time: `wakeClock`. */
type ClockName<Name> = Name extends `${infer Base}At` ? `${Base}Clock` : `${Name & string}Clock`
const clockName = (name: string) => name.replace(/(?:At)?$/, 'Clock')

/** Inputs of a field: none for a state, two for a length. */
type InputName<Name, F extends Field> = F['type'] extends 'state'
  ? never
  : F['type'] extends 'duration'
    ? 'minutes' | 'seconds'
    : F['type'] extends 'end'
      ? ClockName<Name>
      : Name

/** Form values of all fields. */
export type FormValues<Fields extends FieldRecord> = {
  -readonly [Name in keyof Fields as InputName<Name, Fields[Name]>]: FormValue<Fields[Name]>
}

/** Name of the input that shows a problem of a field. */
export function inputNameOf(name: string, { type }: Field): string {
  if (type === 'duration') return 'minutes'
  return type === 'end' ? clockName(name) : name
}

/** Context in which a stored value is shown. */
interface Showing {
  readonly start: Moment
  /** The computer's; only starts have a stored offset, so ends are shown by it. */
  readonly timeZone: string
}

/** Context in which an answer is read. */
interface Reading {
  readonly when: When
  readonly zone: FormZone
  /** The entry that is changed; null for a new one. */
  readonly original: Moment | null
}

interface FormCodec<F extends Field, Form> {
  blank(field: F): Form
  show(value: ValueOf<F>, field: F, showing: Showing): Form
  /** @param stored value of the entry that is changed; undefined for a new one */
  read(answer: Form, field: F, reading: Reading, stored: ValueOf<F> | undefined): ValueOf<F> | null
}

const number: FormCodec<NumberField, TypedNumber> = {
  blank: () => '',
  show: value => value ?? '',
  read: (answer, { required }) => (required ? readRequiredNumber(answer) : readTypedNumber(answer)),
}

const duration: FormCodec<DurationField, TypedDuration> = {
  blank: () => ({ minutes: '', seconds: '' }),
  show: value =>
    value === null
      ? { minutes: '', seconds: '' }
      : { minutes: Math.floor(value / 60), seconds: value % 60 === 0 ? '' : value % 60 },
  read: ({ minutes, seconds }) =>
    minutes === '' && seconds === ''
      ? null
      : (readTypedNumber(minutes) ?? 0) * 60 + (readTypedNumber(seconds) ?? 0),
}

const yesNo: FormCodec<YesNoField, YesNoAnswer> = {
  blank: () => '',
  show: yesNoOf,
  read: readYesNo,
}

const state: FormCodec<StateField, undefined> = {
  blank: () => undefined,
  show: () => undefined,
  read: (_, { absent }, _reading, stored) => stored ?? absent,
}

const reference: FormCodec<ReferenceField, number | null> = {
  blank: () => null,
  show: value => value,
  read: answer => answer ?? Number.NaN,
}

const end: FormCodec<EndField, string> = {
  blank: () => '',
  show: (value, _, { start, timeZone }) => endClockOf({ start, endAt: value }, timeZone),
  read: (clock, _, { when, zone, original }, stored) =>
    changeEnd(when, clock, zone, original && { start: original, endAt: stored ?? null }),
}

/** Fields of which the form holds the value as it is stored. */
const asStored = <F extends Field>(blank: (field: F) => ValueOf<F>): FormCodec<F, ValueOf<F>> => ({
  blank,
  show: value => value,
  read: answer => answer,
})

type Row = { key: string } & Answers

const rows: FormCodec<RowsField, Row[]> = {
  blank: () => [],
  show: (items, { fields }, showing) =>
    items.map((item, index) => ({ ...showFields<Answers>(fields, item, showing), key: `stored-${index}` })),
  read: (items, { fields }, reading) => items.map(item => readFields(fields, item, reading, {})),
}

type FormFieldValue = FieldValue | undefined | TypedDuration | Row[]
/** Input name to value. */
type Answers = Readonly<Record<string, FormFieldValue>>
type FieldOf<Type extends FieldType> = Extract<Field, { readonly type: Type }>

const codecs = {
  number,
  duration,
  'yes-no': yesNo,
  state,
  end,
  rows,
  reference,
  score: asStored<ScoreField>(() => null),
  link: asStored<LinkField>(() => null),
  flag: asStored<FlagField>(() => false),
  choice: asStored<ChoiceField>(({ initial }) => initial),
  text: asStored<TextField>(() => ''),
  tags: asStored<TagsField>(() => []),
  picks: asStored<PicksField>(() => []),
} satisfies { readonly [Type in FieldType]: FormCodec<FieldOf<Type>, FormFieldValue> }

/**
 * Codec of a field. The three functions below pass it only values of its own type, since they take field and value from
 * the same key. TypeScript does not check that: it compares method parameters bivariantly.
 */
const codecOf = (field: Field): FormCodec<Field, FormFieldValue> => codecs[field.type]

/** Inputs of a field with their values. */
function inputsOf(name: string, field: Field, value: FormFieldValue): [name: string, value: unknown][] {
  if (field.type === 'state') return []
  if (field.type === 'duration') return Object.entries(Object(value))
  return [[inputNameOf(name, field), value]]
}

/** The caller states the type of the result, as with `recordOf`. */
export const blankFields = <Out>(fields: FieldRecord): Out =>
  recordOf(
    Object.entries(fields).flatMap(([name, field]) => inputsOf(name, field, codecOf(field).blank(field))),
  )

/** The caller states the type of the result, as with `recordOf`. */
export const showFields = <Out>(fields: FieldRecord, values: FieldValues, showing: Showing): Out =>
  recordOf(
    Object.entries(fields).flatMap(([name, field]) =>
      inputsOf(name, field, codecOf(field).show(values[name] ?? null, field, showing)),
    ),
  )

export function readFields(
  fields: FieldRecord,
  answers: Answers,
  reading: Reading,
  stored: Readonly<Record<string, FieldValue | undefined>>,
): FieldValues {
  const answerOf = (name: string, field: Field): FormFieldValue =>
    field.type === 'duration'
      ? recordOf(['minutes', 'seconds'].map(part => [part, answers[part]]))
      : answers[inputNameOf(name, field)]
  return recordOf(
    Object.entries(fields).map(([name, field]) => [
      name,
      codecOf(field).read(answerOf(name, field), field, reading, stored[name]),
    ]),
  )
}
