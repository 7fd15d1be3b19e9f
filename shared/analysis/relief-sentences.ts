/** Sentences for the chart of relief. They never rank: what is tried depends on how bad the cramp is. */

import { builtInLists, type JournalLists } from '../kinds/journal-lists.ts'
import { MIN_TIMED_USES, type ReliefTimes, type TechniqueTimes } from './relief-times.ts'
import { countOf, type Formats, listParts } from './sentence-parts.ts'

/** The answer to "What ended the cramps?". */
export function writeReliefTimesSentence(
  { cramps, crampsWithRelief, techniques }: ReliefTimes,
  formats: Formats,
  { reliefs }: JournalLists = builtInLists,
) {
  if (cramps === 0) return 'There was no cramp in this period.'
  if (crampsWithRelief === 0)
    return cramps === 1
      ? 'Nothing is written down about what was tried for the one cramp.'
      : `Nothing is written down about what was tried for any of ${countOf(cramps, 'cramp', formats)}.`
  const tried = `Something was tried in ${formats.number(crampsWithRelief)} of ${countOf(cramps, 'cramp', formats)}`
  const timed = techniques.filter(({ minutes }) => minutes !== null)
  if (timed.length === 0)
    return `${tried}. Once something has ${MIN_TIMED_USES} uses with a known time, this says how soon the cramp was over.`
  const parts = timed.map(one => `${reliefs.inText(one.technique)} ${writeHalfSentence(one, formats)}`)
  return `${tried}. Half of the cramps were gone: ${listParts(parts)}.`
}

/** Median time to relief: "after 3 min (51 timed uses)". */
export function writeHalfSentence({ timedUses, minutes }: TechniqueTimes, formats: Formats): string {
  const half = minutes?.half ?? null
  const when =
    half === null
      ? `not yet by ${formats.number(minutes?.last ?? 0, 1)} min`
      : `after ${formats.number(half, 1)} min`
  return `${when} (${countOf(timedUses, 'timed use', formats)})`
}

/** Uses that the chart leaves out for lack of times. */
export function writeReliefLeftOutSentence(
  { techniques }: ReliefTimes,
  formats: Formats,
  { reliefs }: JournalLists = builtInLists,
): string {
  const untimed = techniques.reduce((sum, { uses, timedUses }) => sum + uses - timedUses, 0)
  const rare = techniques.filter(({ minutes }) => minutes === null)
  const parts = [
    untimed === 0 ? '' : `${countOf(untimed, 'use', formats)} without any time`,
    rare.length === 0
      ? ''
      : `how soon, for what was timed fewer than ${MIN_TIMED_USES} times: ${listParts(
          rare.map(({ technique }) => reliefs.inText(technique)),
        )}`,
  ].filter(part => part !== '')
  return parts.length === 0 ? '' : `Left out: ${parts.join('; ')}.`
}
