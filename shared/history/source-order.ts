/** Sources of the same records: watch and phone tell of one night, two apps of one drink. Never a sum of both. */
import type { Collector } from './collector.ts'

/** Most sources that a question offers; a damaged file may name thousands. */
const MAX_SOURCES = 30

export interface SourceQuestion {
  /** `sleep` */
  readonly id: string
  readonly group: string
  readonly text: string
}

/**
 * Asks which sources to take, where there are several.
 *
 * @param ranked sources by preference
 * @returns those to take, by preference; null while the person has not said
 */
export function askSources(
  { id, group, text }: SourceQuestion,
  ranked: readonly string[],
  collector: Collector,
): readonly string[] | null {
  if (ranked.length < 2) return ranked
  const offered = ranked.slice(0, MAX_SOURCES)
  const answer = collector.ask({
    ...{ id: `${id}:sources`, group, text },
    help: 'Where two tell of the same time, the upper one counts. Untick what you did not use yourself.',
    answer: { kind: 'several', options: offered.map(source => ({ id: source, label: source })) },
    suggested: offered,
    isNeeded: false,
  })
  return answer === null ? null : offered.filter(source => answer.includes(source))
}

/** Sources by preference: the given order first, then by number of records, then by name. */
export function rankSources(
  counts: ReadonlyMap<string, number>,
  preferred: readonly string[],
): readonly string[] {
  const others = [...counts.keys()].filter(source => !preferred.includes(source))
  const byCount = (a: string, b: string) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1)
  return [...preferred.filter(source => counts.has(source)), ...others.toSorted(byCount)]
}
