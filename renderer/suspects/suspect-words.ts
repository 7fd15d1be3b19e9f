import type { BuiltInKey } from '../../shared/analysis/exposures/exposures.ts'
import { exposures } from '../../shared/analysis/exposures/exposures.ts'
import type { Naming } from '../../shared/analysis/suspects.ts'
import { formatDate } from '../data/format.ts'

const labelOfKey: ReadonlyMap<string, string> = new Map(
  exposures.map(({ key, suspected }) => [key, suspected]),
)

/** Label of a suspect by its exposure's key; the key itself for one that this version does not know. */
export const getSuspectName = (key: string): string => labelOfKey.get(key) ?? key

/** Days that count for a suspect. */
export function describeSince({ namedOn, isBeforehand }: Naming): string {
  const date = formatDate(namedOn, 'long')
  return isBeforehand
    ? `Named on ${date}, before its numbers were shown: all your days count.`
    : `Named on ${date}, after its numbers were shown: only later days count for it as a suspect. Until they are enough, it is judged with everything else.`
}

/** Exposures of the catalogue, for a list to choose from. */
export const suspectChoices: readonly { readonly value: BuiltInKey; readonly label: string }[] = exposures
  .map(({ key, suspected }) => ({ value: key, label: suspected }))
  .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))
