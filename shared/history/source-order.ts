/** Sources of the same records: watch and phone tell of one night, two apps of one drink. Never a sum of both. */
import type { Moment } from '../time/moment.ts'
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
    help: 'If two recorded the same hours, the upper one is taken. Untick any that are not yours.',
    answer: { kind: 'several', options: offered.map(source => ({ id: source, label: source })) },
    suggested: offered,
    isNeeded: false,
  })
  return answer === null ? null : offered.filter(source => answer.includes(source))
}

/**
 * Sources by preference: the given order first, then by weight, greatest first, then by name. Where each record has a key of its
 * own, the weight is `firstUse`: it is the same in every newer export, so that no other twin is taken then.
 */
export function rankSources(
  weights: ReadonlyMap<string, number>,
  preferred: readonly string[],
): readonly string[] {
  const others = [...weights.keys()].filter(source => !preferred.includes(source))
  const byWeight = (a: string, b: string) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1)
  return [...preferred.filter(source => weights.has(source)), ...others.toSorted(byWeight)]
}

/** Weights by which the source that was used first is the greatest. */
export function firstUse(
  records: readonly { readonly source: string; readonly start: Moment }[],
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  for (const { source, start } of records)
    weights.set(source, Math.max(weights.get(source) ?? Number.NEGATIVE_INFINITY, -start.at))
  return weights
}
