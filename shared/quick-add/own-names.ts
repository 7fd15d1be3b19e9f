/** Names of the person's own things in a line. They are tried before built-in names, the longest first. */
import { type JournalLists, patternOfName } from '../kinds/journal-lists.ts'
import type { OwnList } from '../kinds/list.ts'
import { type ThingKey, thingKeyOf } from '../kinds/thing-key.ts'
import { type Line, type Taken, words } from './line.ts'
import type { PartRole } from './reading.ts'

interface OwnName {
  readonly key: ThingKey
  readonly pattern: RegExp
}

export interface FoundName extends Taken {
  readonly key: ThingKey
}

/** Names in one list; archived things are not offered, and not recognised either. */
const listNames = ({ own }: JournalLists, list: OwnList): OwnName[] =>
  [...own.values()]
    .filter(thing => thing.list === list && !thing.archived)
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ id, name }) => ({ key: thingKeyOf(id), pattern: words(patternOfName(name)) }))

/** First own thing of a list that the line names, by the longest name. */
export function findOwnName(line: Line, lists: JournalLists, list: OwnList): FoundName | null {
  for (const { key, pattern } of listNames(lists, list)) {
    const found = line.find(pattern)
    if (found !== null) return { ...found, key }
  }
  return null
}

/** The same, and covers the words. */
export function takeOwnName(
  line: Line,
  lists: JournalLists,
  list: OwnList,
  role: PartRole,
): FoundName | null {
  const found = findOwnName(line, lists, list)
  if (found !== null) line.cover(found, role)
  return found
}
