/** References of an entry to the person's own things, found by the fields that may hold their keys. */
import type { EntryDraft } from './entry.ts'
import type { Field, FieldRecord } from './fields.ts'
import { type EntryKind, kindsByName, perKind } from './kinds.ts'
import type { OwnList } from './list.ts'
import { isThingKey, type ThingKey } from './thing-key.ts'

/** Replaces a key; `field` is its path in the entry, `relief.0.technique`. */
type MapKey = (key: ThingKey, list: OwnList, field: string) => ThingKey

type MapValue = (value: unknown, map: MapKey, path: string) => unknown

const mapId = (value: unknown, list: OwnList, map: MapKey, path: string) =>
  typeof value === 'string' && isThingKey(value) ? map(value, list, path) : value

const mapItems = (value: unknown, mapItem: (item: unknown, path: string) => unknown, path: string) =>
  Array.isArray(value) ? value.map((item, index) => mapItem(item, `${path}.${index}`)) : value

/** Mapping of a field's value; null for a field that holds no keys. */
function mappingOf(field: Field): MapValue | null {
  if (field.type === 'choice' && field.own !== null) {
    const list = field.own
    return (value, map, path) => mapId(value, list, map, path)
  }
  if (field.type === 'tags' && field.own !== null) {
    const list = field.own
    return (value, map, path) => mapItems(value, (item, at) => mapId(item, list, map, at), path)
  }
  if (field.type === 'rows' || field.type === 'picks') {
    const mapItem = mappingOfAll(field.fields)
    return mapItem && ((value, map, path) => mapItems(value, (item, at) => mapItem(item, map, at), path))
  }
  return null
}

/** Mapping of a record of fields; null if none of them holds keys. */
function mappingOfAll(fields: FieldRecord): MapValue | null {
  const mappings = Object.entries(fields).flatMap(([name, field]) => {
    const mapping = mappingOf(field)
    return mapping === null ? [] : [[name, mapping] as const]
  })
  if (mappings.length === 0) return null
  return (record, map, path) => {
    const values: Readonly<Record<string, unknown>> = { ...Object(record) }
    const mapped = mappings.map(([name, mapping]) => [
      name,
      mapping(values[name], map, path === '' ? name : `${path}.${name}`),
    ])
    return { ...values, ...Object.fromEntries(mapped) }
  }
}

const mappings = perKind<Readonly<Record<EntryKind, MapValue | null>>>(({ name }) =>
  mappingOfAll(kindsByName[name].fields),
)

/** The same entry with other keys of own things. */
export function mapThingKeys<Draft extends Pick<EntryDraft, 'kind'>>(draft: Draft, map: MapKey): Draft {
  const mapping = mappings[draft.kind]
  // Cast: keys are replaced by keys.
  return mapping === null ? draft : (mapping(draft, map, '') as Draft)
}

export interface OwnReference {
  readonly key: ThingKey
  readonly list: OwnList
  /** Path of the field that names it. */
  readonly field: string
}

export function listOwnReferences(draft: Pick<EntryDraft, 'kind'>): OwnReference[] {
  const found: OwnReference[] = []
  mapThingKeys(draft, (key, list, field) => {
    found.push({ key, list, field })
    return key
  })
  return found
}
