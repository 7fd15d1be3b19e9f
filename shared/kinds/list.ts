/**
 * A list of choices as records: each id with its label and every fact the program needs about it. A record that lacks a
 * fact does not compile, so no other file has to keep a set of ids up to date.
 */

export interface Labelled {
  /** Label on screen, with a capital. */
  readonly words: string
}

export interface List<Id extends string, Facts extends Labelled = Labelled> {
  /** In the order of the screen, and of the enum in the schema. */
  readonly ids: readonly [Id, ...Id[]]
  readonly records: Readonly<Record<Id, Facts>>
  /** Labels by id. */
  readonly labels: Readonly<Record<Id, string>>
  get(id: Id): Facts
  /** Ids whose facts pass a test. */
  where(test: (facts: Facts) => boolean): Id[]
}

/**
 * Curried, because TypeScript infers all type parameters of a call or none: `Facts` is given, `Id` is inferred.
 *
 * @example listOf<Labelled>()({ tight: { words: 'Tight' }, loose: { words: 'Loose' } }).ids // ['tight', 'loose']
 */
export const listOf =
  <Facts extends Labelled = Labelled>() =>
  <Id extends string>(records: Readonly<Record<Id, Facts>>): List<Id, Facts> => {
    // Casts: Object.keys returns string[], because an object may have more keys than its type. These are literals.
    const ids = Object.keys(records) as [Id, ...Id[]]
    const labels = Object.fromEntries(ids.map(id => [id, records[id].words])) as Record<Id, string>
    return {
      ids,
      records,
      labels,
      get: id => records[id],
      where: test => ids.filter(id => test(records[id])),
    }
  }

export type IdOf<L> = L extends List<infer Id, Labelled> ? Id : never
