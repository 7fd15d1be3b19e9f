/**
 * Own things of a file: one of the same name and facts is the same thing, archived or not. Another of that name comes in
 * under a name with a number, `Pickle water (2)`, so that the entries of both keep what they meant.
 */
import { findTakenName } from '../../../shared/kinds/journal-lists.ts'
import { getFactorNameKey, numberName } from '../../../shared/kinds/own-factor.ts'
import { draftOfThing, type OwnThing } from '../../../shared/kinds/own-thing.ts'
import { type ThingKey, thingKeyOf } from '../../../shared/kinds/thing-key.ts'

export type ThingFate =
  /** `key` is that of the journal's thing. */
  | { readonly fate: 'same'; readonly key: ThingKey }
  /** `name` differs from the file's where that is taken. */
  | { readonly fate: 'new'; readonly name: string }

export function planThings(stored: readonly OwnThing[], things: readonly OwnThing[]): ThingFate[] {
  const left = new Map(stored.map(thing => [contentOf(thing), thing]))
  /** Things of the journal, and those that the file adds to it. */
  const coming: Pick<OwnThing, 'id' | 'list' | 'name' | 'archived'>[] = [...stored]
  return things.map(thing => {
    const content = contentOf(thing)
    const same = left.get(content)
    if (same !== undefined) {
      left.delete(content)
      return { fate: 'same', key: thingKeyOf(same.id) }
    }
    const name = findFreeName(thing, coming)
    coming.push({ ...thing, name })
    return { fate: 'new', name }
  })
}

function findFreeName({ list, name }: OwnThing, taken: Parameters<typeof findTakenName>[2]): string {
  const isTaken = (candidate: string) => findTakenName(list, candidate, taken) !== undefined
  return isTaken(name) ? numberName(name, isTaken) : name
}

/** Text by which two things are compared: list, name and facts. */
function contentOf(thing: OwnThing): string {
  const { name, archived: _archived, ...facts } = draftOfThing(thing)
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([getFactorNameKey(name), sorted])
}
