/** Sentences for the charts of fluids, shoes, load and nights. They give counts; only findings speak of links. */

import { isolate } from '../locale/bidi.ts'
import { labelDoseBar } from './dose-response.ts'
import { getExposure } from './exposures/exposures.ts'
import type { FluidPattern } from './fluid-pattern.ts'
import type { LoadBand, LoadPattern } from './load-pattern.ts'
import type { ConditionShare, NightPattern } from './night-pattern.ts'
import { countOf, type Formats, formatShareOf, listParts } from './sentence-parts.ts'
import { isClearlyAbove, type ShareOfDays } from './share-of-days.ts'
import { MIN_OWN_DAYS, type ShoePattern } from './shoe-pattern.ts'

/** Minimum days on either side for "more" or "fewer" in a sentence, however large the difference. */
const MIN_DAYS_TO_DIFFER = 10

const isAbove = (one: ShareOfDays, other: ShareOfDays): boolean =>
  Math.min(one.days, other.days) >= MIN_DAYS_TO_DIFFER && isClearlyAbove(one, other)

/** Caveat for comparisons that are not matched: confounders are not excluded. */
const warnOfUnmatched = (what: 'days' | 'nights') =>
  `These ${what} are not matched, so other things may be behind it: see "All things compared".`

/** Relative difference of two medians up to which they are called about the same. */
const SAME_SHARE = 0.1

/** The answer to "Do I drink differently before cramps?". */
export function writeFluidsSentence(fluids: FluidPattern, formats: Formats): string {
  const {
    days,
    medianMl: { withCramp, without },
  } = fluids
  if (days === 0) return 'There is no day yet of which all drinks are known.'
  const basis = `of ${countOf(days, 'day', formats)} with all drinks known`
  if (withCramp === null)
    return `None ${basis} had a cramp; the typical amount in 24 hours was ${formats.volume(without ?? 0)}.`
  if (without === null)
    return `Each ${basis} had a cramp; the typical amount in the 24 hours before was ${formats.volume(withCramp)}.`
  const isSame = Math.abs(withCramp - without) <= SAME_SHARE * Math.max(withCramp, without)
  const ends = findEnds(fluids)
  const amounts = `typically ${formats.volume(withCramp)} in the 24 hours before a cramp, ${formats.volume(without)} on days without`
  return [
    `${answerByBoth(isSame ? 0 : withCramp - without, ends)}: ${amounts}, ${basis}.`,
    ends === null ? '' : describeEnds(ends, formats),
    warnOfUnmatched('days'),
  ]
    .filter(sentence => sentence !== '')
    .join(' ')
}

/** The lowest and the highest bar with enough days. */
interface Ends {
  readonly least: FluidPattern['doseResponse'][number]
  readonly most: FluidPattern['doseResponse'][number]
}

function findEnds({ doseResponse }: FluidPattern): Ends | null {
  const judged = doseResponse.filter(({ days }) => days >= MIN_DAYS_TO_DIFFER)
  const [least] = judged
  const most = judged.at(-1)
  return least === undefined || most === undefined || least === most ? null : { least, most }
}

/** Difference of two shares up to which they are called the same, whatever the medians are. */
const APART_SHARE = 0.15

/**
 * One answer from medians and bars together: the median may hide what the outer bars show.
 *
 * @param difference median with a cramp less that without, 0 where they are about the same
 */
function answerByBoth(difference: number, ends: Ends | null): string {
  const fall = ends === null ? 0 : (ends.least.share ?? 0) - (ends.most.share ?? 0)
  // Direction of the bars: 1 for more before cramps, -1 for less.
  const bars = Math.abs(fall) <= APART_SHARE ? 0 : -Math.sign(fall)
  const medians = Math.sign(difference)
  if (medians === 0 && bars === 0) return 'About the same'
  if (medians === 0)
    return `Cramps came more often after ${bars < 0 ? 'little' : 'a lot'}, though the typical amounts are about the same`
  if (medians === -bars) return 'It does not point one way'
  return medians < 0 ? 'Less' : 'More'
}

/** Shares of days with a cramp after the least and after the most. */
function describeEnds({ least, most }: Ends, formats: Formats): string {
  const tell = (bar: Ends['least']) =>
    `after ${labelDoseBar(getExposure('fluids-low'), bar, formats)} on ${formatShareOf(bar, formats)}`
  return `There was a cramp ${tell(least)}, ${tell(most)}.`
}

/** The answer to "In which shoes?". */
export function writeShoesSentence({ days, shoes }: ShoePattern, formats: Formats): string {
  if (days === 0) return 'There is no day yet of which the shoes are known.'
  const judged = shoes.filter(({ ownDays }) => ownDays.days >= MIN_OWN_DAYS)
  if (judged.length === 0)
    return `${countOf(days, 'day', formats)} with known shoes. A shoe is compared once it has been worn on ${MIN_OWN_DAYS} days.`
  const tell = (words: string, isMeant: (shoe: (typeof judged)[number]) => boolean) =>
    judged
      .filter(isMeant)
      .map(
        ({ name, ownDays, otherDays }) =>
          `Days in ${isolate(name)} had a cramp ${words} often than the others: ${formatShareOf(ownDays, formats)}, against ${formatShareOf(otherDays, formats)}.`,
      )
  const apart = [
    ...tell('more', ({ ownDays, otherDays }) => isAbove(ownDays, otherDays)),
    ...tell('less', ({ ownDays, otherDays }) => isAbove(otherDays, ownDays)),
  ]
  if (apart.length > 0) return [...apart, warnOfUnmatched('days')].join(' ')
  const [only] = judged
  return judged.length === 1 && only !== undefined
    ? `Days in ${isolate(only.name)} had a cramp on ${formatShareOf(only.ownDays, formats)}; there is no other shoe to compare it with.`
    : `No shoe stands out clearly from the others, over ${countOf(days, 'day', formats)}.`
}

const loadBandWords: Record<LoadBand, string> = {
  below: 'lighter weeks',
  usual: 'usual weeks',
  above: 'harder weeks',
}

/** The answer to "Do cramps follow hard weeks?". */
export function writeLoadSentence({ bands }: LoadPattern, formats: Formats): string {
  const known = bands.filter(({ days }) => days > 0)
  if (known.length === 0) return 'There is no day yet with four known weeks of activity before it.'
  const parts = known.map(band => `after ${loadBandWords[band.band]} on ${formatShareOf(band, formats)}`)
  const above = bands.find(({ band }) => band === 'above')
  const usual = bands.find(({ band }) => band === 'usual')
  if (above === undefined || usual === undefined || above.days === 0 || usual.days === 0)
    return `There was a cramp ${listParts(parts)}.`
  const verdict = isAbove(above, usual)
    ? `There are more after harder weeks. ${warnOfUnmatched('days')}`
    : isAbove(usual, above)
      ? `There are fewer after harder weeks. ${warnOfUnmatched('days')}`
      : 'Harder and usual weeks do not differ clearly.'
  return `There was a cramp ${listParts(parts)}. ${verdict}`
}

/** Days that the chart of load leaves out, with the reasons. */
export function writeLoadLeftOutSentence(
  { trackedDays, unknownDays, idleDays }: LoadPattern,
  formats: Formats,
): string {
  const parts = [
    unknownDays === 0
      ? ''
      : `${formats.number(unknownDays)} with too little known about the weeks before (or a session without exertion)`,
    idleDays === 0 ? '' : `${formats.number(idleDays)} after four weeks without any activity`,
  ].filter(part => part !== '')
  return parts.length === 0
    ? ''
    : `Of ${countOf(trackedDays, 'answered day', formats)}, these are left out of the bars: ${listParts(parts)}.`
}

/** Tracked days that a chart of habits leaves out, because the habit is unknown. */
export function writeDaysLeftOutSentence(
  { trackedDays, days }: { readonly trackedDays: number; readonly days: number },
  what: string,
  formats: Formats,
): string {
  const left = trackedDays - days
  return left === 0
    ? ''
    : `Of ${countOf(trackedDays, 'answered day', formats)}, ${formats.number(left)} are left out: no answer about ${what}, or travel.`
}

/** The answer to "Under what conditions do night cramps come?". */
export function writeNightsSentence(
  { all, conditions }: NightPattern,
  words: (condition: ConditionShare) => string,
  formats: Formats,
): string {
  if (all.days === 0)
    return 'There is no night for which both times, and whether there was a cramp, are known.'
  const total = `There was a cramp in ${formatShareOf(all, formats, 'night')}.`
  if (conditions.length === 0) return `${total} Nothing else is written down about these nights.`
  const apart = conditions.filter(one =>
    conditions.some(other => other.condition === one.condition && isAbove(one, other)),
  )
  if (apart.length === 0) return `${total} No condition stands out clearly.`
  const parts = apart.map(one => `${words(one)} (${formatShareOf(one, formats, 'night')})`)
  return `${total} More often with ${listParts(parts)}. ${warnOfUnmatched('nights')}`
}

export function writeNightsLeftOutSentence({ leftOut }: NightPattern, formats: Formats): string {
  const parts = [
    leftOut.withoutEnd === 0
      ? ''
      : `${countOf(leftOut.withoutEnd, 'night', formats)} without the time of getting up`,
    leftOut.withoutWord === 0
      ? ''
      : `${countOf(leftOut.withoutWord, 'night', formats)} without an answer about cramps`,
  ].filter(part => part !== '')
  return parts.length === 0 ? '' : `Left out: ${listParts(parts)}.`
}
