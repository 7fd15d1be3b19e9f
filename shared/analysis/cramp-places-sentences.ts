/** Sentences for the map of the body. */

import { muscles } from '../kinds/muscles.ts'
import {
  type CrampPlaces,
  MIN_CRAMP_DAYS_TO_COMPARE,
  MIN_DAYS_TO_COMPARE,
  type PlaceChange,
  type PlaceCount,
  type PlacesOfPeriod,
} from './cramp-places.ts'
import { countOf, type Formats, listParts } from './sentence-parts.ts'

/** The answer to "Where does it cramp?". */
export function writePlacesSentence({ now }: CrampPlaces, formats: Formats): string {
  const [most] = now.places.toSorted((a, b) => b.cramps - a.cramps)
  if (most === undefined)
    return now.cramps === 0
      ? 'There was no cramp in this period that could be shown.'
      : 'No cramp in this period has a place yet.'
  const placed = now.cramps - now.withoutPlace
  const shared = now.places.filter(({ cramps }) => cramps === most.cramps)
  const { number } = formats
  const both = most.left + most.right - most.cramps
  const onBoth = both > 0 ? `, ${number(both)} of them on both sides` : ''
  const sides = `left ${number(most.left)}, right ${number(most.right)}${onBoth}`
  return shared.length > 1
    ? `Equally often in ${listParts(shared.map(nameOf))}: ${number(most.cramps)} each, of ${countOf(placed, 'cramp', formats)}.`
    : `Most often: ${nameOf(most)}, ${number(most.cramps)} of ${countOf(placed, 'cramp', formats)} (${sides}).`
}

const nameOf = ({ muscle }: Pick<PlaceCount, 'muscle'>) => muscles.words[muscle].toLowerCase()

/** Changes since the period before, or the reason why the two cannot be compared. */
export function writePlaceChangesSentence({ now, before, changes }: CrampPlaces, formats: Formats): string {
  if (before === null) return 'Choose a shorter period to compare it with the one before.'
  const period = `the period before (${formats.dateRange(before.fromDate, before.toDate)})`
  if (changes === null)
    return `This cannot be compared with ${period}: ${describeThin(now, before, formats)}.`
  if (changes.length === 0)
    return `No place had enough days with a cramp to compare with ${period}: ${MIN_CRAMP_DAYS_TO_COMPARE} are needed in both together.`
  const parts = [
    describeGroup('more often', changes, isMore),
    describeGroup('less often', changes, isLess),
    describeGroup('no clear change', changes, change => !isMore(change) && !isLess(change)),
  ].filter(part => part !== '')
  return `Compared with ${period}: ${parts.join('; ')}.`
}

export const isMore = ({ lower }: PlaceChange): boolean => lower > 1
export const isLess = ({ upper }: PlaceChange): boolean => upper !== null && upper < 1

const describeGroup = (
  words: string,
  changes: readonly PlaceChange[],
  isMeant: (change: PlaceChange) => boolean,
) => {
  const places = changes.filter(isMeant).map(nameOf)
  return places.length === 0 ? '' : `${words} in ${listParts(places)}`
}

function describeThin(now: PlacesOfPeriod, before: PlacesOfPeriod, formats: Formats): string {
  const thin = before.trackedDays < MIN_DAYS_TO_COMPARE ? before : now
  const which = thin === before ? 'it has' : 'this period has'
  return `${which} ${countOf(thin.trackedDays, 'answered day', formats)}, and ${MIN_DAYS_TO_COMPARE} are needed`
}

/** Cramps that the map leaves out; empty when there are none. */
export function writePlacesLeftOutSentence({ now: { withoutPlace } }: CrampPlaces, formats: Formats): string {
  return withoutPlace === 0 ? '' : `Left out: ${countOf(withoutPlace, 'cramp', formats)} without a place.`
}
