/**
 * A list of choices as records. Each id carries its label and every fact that the program needs about it, so that no rule
 * elsewhere keeps a set of ids by hand. A record that lacks a fact does not compile.
 */
import { recordOf } from './record.ts'

export interface Labelled {
  /** Label on screen, with a capital. */
  readonly words: string
}

export interface List<Id extends string, Facts extends Labelled> {
  /** Ids in the order shown on screen. */
  readonly ids: readonly [Id, ...Id[]]
  /** Label of each id. */
  readonly words: Readonly<Record<Id, string>>
  get(id: Id): Facts
  /** Ids whose facts pass a test, in the order shown on screen. */
  where(test: (facts: Facts) => boolean): Id[]
}

/** Lists that the person can extend, by the name under which their own things are stored. */
export const ownLists = ['drink', 'activity', 'relief', 'symptom'] as const
export type OwnList = (typeof ownLists)[number]

/** A list that the person can extend. A field of it holds an id of the list, or the key of an own thing. */
export interface OpenList<Id extends string, Facts extends Labelled, Own extends OwnList = OwnList>
  extends List<Id, Facts> {
  readonly own: Own
}

/** Id of an entry in a list. */
export type IdOf<Some extends { readonly ids: readonly string[] }> = Some['ids'][number]

/**
 * Curried, because TypeScript infers either all type parameters of a call or none: `Facts` is given, `Id` is inferred.
 *
 * @example listOf<Labelled>()({ tight: { words: 'Tight' }, loose: { words: 'Loose' } }).ids // ['tight', 'loose']
 */
export const listOf =
  <Facts extends Labelled = Labelled>() =>
  <Id extends string>(records: Readonly<Record<Id, Facts>>): List<Id, Facts> => {
    // Cast: Object.keys returns string[], since an object may have more keys than its type. These are literals.
    const ids = Object.keys(records) as [Id, ...Id[]]
    return {
      ids,
      words: recordOf(ids.map(id => [id, records[id].words])),
      get: id => records[id],
      where: test => ids.filter(id => test(records[id])),
    }
  }

/** The same as `listOf`, of a list that the person can extend. */
export const openListOf =
  <Facts extends Labelled = Labelled>() =>
  <Own extends OwnList, Id extends string>(
    own: Own,
    records: Readonly<Record<Id, Facts>>,
  ): OpenList<Id, Facts, Own> => ({
    ...listOf<Facts>()(records),
    own,
  })
