import type { ExposureKey } from '../../shared/analysis/exposures/exposures.ts'
import { exposures } from '../../shared/analysis/exposures/exposures.ts'
import type { Naming } from '../../shared/analysis/suspects.ts'
import { formatDate } from '../data/format.ts'

const nameOfKey: ReadonlyMap<string, string> = new Map(exposures.map(({ key, name }) => [key, name]))

/** Name of an exposure by its key; the key itself for one that this version does not know. */
export const getSuspectName = (key: string): string => nameOfKey.get(key) ?? key

/** Days that count for a suspect. */
export function describeSince({ namedOn, isBeforehand }: Naming): string {
  const date = formatDate(namedOn, 'long')
  return isBeforehand
    ? `Named on ${date}, before its numbers were shown: all your days count.`
    : `Named on ${date}: only days after ${date} count for this question.`
}

/** Exposures of the catalogue, for a list to choose from. */
export const suspectChoices: readonly { readonly value: ExposureKey; readonly label: string }[] = exposures
  .map(({ key, name }) => ({ value: key, label: name }))
  .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))
