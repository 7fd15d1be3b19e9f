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
