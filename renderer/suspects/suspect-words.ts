import { exposures } from '../../shared/analysis/exposures/exposures.ts'
import { getOwnKey } from '../../shared/analysis/exposures/own-exposure.ts'
import type { Naming } from '../../shared/analysis/suspects.ts'
import type { OwnFactor } from '../../shared/kinds/own-factor.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { formatDate } from '../data/format.ts'

/** Days that count for a suspect. */
export function describeSince({ namedOn, isBeforehand }: Naming): string {
  const date = formatDate(namedOn, 'long')
  return isBeforehand
    ? `Named on ${date}, before its numbers were shown: all your days count.`
    : `Named on ${date}, after its numbers were shown: only later days count for it as a suspect. Until they are enough, it is judged with everything else.`
}

interface SuspectChoice {
  readonly value: string
  readonly label: string
}

/** Exposures of the journal's catalogue, by their names as suspects: a list to choose from. */
export const listSuspectChoices = (factors: readonly Pick<OwnFactor, 'id' | 'name'>[]): SuspectChoice[] =>
  [
    ...factors.map(({ id, name }) => ({ value: getOwnKey(id), label: isolate(name) })),
    ...exposures.map(({ key, suspected }) => ({ value: key, label: suspected })),
  ].toSorted((one, other) => one.label.localeCompare(other.label, 'en'))
