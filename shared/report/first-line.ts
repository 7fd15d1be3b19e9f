/**
 * First line of page one: a sentence that can be read aloud. It has a part for each section that the order includes, and
 * leaves out what is unknown. It reads the redacted report only, so it cannot name a private topic.
 */
import type { HourProfile } from '../analysis/cramp-times.ts'
import { listParts } from '../analysis/sentence-parts.ts'
import { formatSite, muscles, type Side } from '../kinds/muscles.ts'
import { isolate } from '../locale/bidi.ts'
import { capitalize } from '../locale/capitalize.ts'
import { plainConventions } from '../locale/conventions.ts'
import { createFormats } from '../locale/formats.ts'
import { lowerFirst } from '../locale/lower-first.ts'
import type { KeyNumbers, Report, ReportMedicine, SiteCount, SiteCounts } from './report.ts'
import { countOf, type ReportSection } from './section.ts'

export interface FirstLineFormats {
  /** Whole number in the person's convention. */
  readonly count: (value: number) => string
  /** Clock time of a full hour, 0 to 23: `03:00`, `3:00 am`. */
  readonly hour: (hour: number) => string
}

export type FirstLineSections = Pick<Report, 'numbers' | 'places' | 'hours' | 'medicines'>

/** Known days behind the rate, unless fewer are known. */
const FULL_BASIS_DAYS = 28
/** Smallest share that is called "mostly". */
const MOSTLY = 0.5
/** Smallest number of cramps with a place of which one can be called the usual one. */
const MIN_CRAMPS_WITH_PLACE = 3
/** Longest stretch of the clock, in hours, that is named as the usual time. */
const LONGEST_STRETCH_HOURS = 6
/** Medicines named before the rest is counted. */
const MAX_MEDICINES = 3
/** Maximum characters of a medicine's name. */
const MEDICINE_NAME_CHARACTERS = 28

const plain = createFormats(plainConventions)
/** Formats of the files, which are the same on every computer. */
const plainFormats: FirstLineFormats = {
  count: value => plain.number(value, 0, 0),
  hour: hour => plain.time(hour * 60),
}

/** Null if no chosen section has anything to say. */
export function writeFirstLine(
  sections: FirstLineSections,
  formats: FirstLineFormats = plainFormats,
): string | null {
  const numbers = contentOf(sections.numbers)
  const parts = [
    writeRate(sections, formats),
    writeWoken(numbers, formats),
    writeMedicines(sections, formats),
    writeChange(numbers),
  ].filter(part => part !== null)
  return parts.length === 0 ? null : `${capitalize(parts.join('; '))}.`
}

const contentOf = <Content>(section: ReportSection<Content> | null): Content | null =>
  section?.kind === 'shown' ? section.content : null

/** "about 11 cramps in 4 weeks, mostly left calf between 1 and 5 am". */
function writeRate(sections: FirstLineSections, formats: FirstLineFormats): string | null {
  const usual = writeUsual(sections, formats)
  const { numbers } = sections
  if (numbers === null) return usual && `cramps ${usual}`
  if (numbers.kind === 'withheld')
    return `too few days are known to say how often${usual === null ? '' : `; cramps ${usual}`}`
  const { cramps, trackedDays } = numbers.content.last
  const days = countOf(trackedDays, 'known day')
  if (cramps === null || cramps.count === 0) return `no cramps on ${days}`
  const rate = `about ${formats.count(cramps.per28Days)} ${Math.round(cramps.per28Days) === 1 ? 'cramp' : 'cramps'} in 4 weeks`
  const basis = trackedDays < FULL_BASIS_DAYS ? ` (from ${days})` : ''
  return usual === null ? `${rate}${basis}` : `${rate}${basis}, ${usual}`
}

/** "mostly left calf between 1 and 5 am"; null if neither a place nor a time has half of the cramps. */
function writeUsual({ places, hours }: FirstLineSections, formats: FirstLineFormats): string | null {
  const place = findUsualPlace(contentOf(places))
  const time = writeUsualTime(contentOf(hours) ?? { counts: [], withoutHour: 0 }, formats)
  if (place === null && time === null) return null
  return ['mostly', place, time].filter(part => part !== null).join(' ')
}

/** Side and muscle, or the muscle alone, with at least half of the cramps that have a place. */
function findUsualPlace(places: SiteCounts | null): string | null {
  if (places === null || places.crampCount < MIN_CRAMPS_WITH_PLACE) return null
  const { counts, crampCount, unknown } = places
  const isMost = (count: number) => count / crampCount >= MOSTLY
  const name = (site: SiteCount): string | null => {
    const usual = (['left', 'right'] satisfies Side[]).filter(side => isMost(site[side]))
    const [side] = usual
    if (usual.length === 1 && side !== undefined) return lowerFirst(formatSite({ muscle: site.muscle, side }))
    return usual.length === 2 || isMost(site.either ?? 0)
      ? `${lowerFirst(muscles.words[site.muscle])} on either side`
      : null
  }
  const place = counts.map(name).find(found => found !== null)
  if (place === undefined) return null
  // Of many cramps without a place, those with one may not be typical.
  return unknown > crampCount ? `${place} (place known for ${crampCount} of ${crampCount + unknown})` : place
}

/** "between 1 and 5 am": the shortest stretch of the clock with at least half of the cramps whose hour is known. */
function writeUsualTime(
  { counts, withoutHour, withoutHourByDay = 0 }: HourProfile,
  { hour }: FirstLineFormats,
): string | null {
  const known = counts.reduce((sum, count) => sum + count, 0)
  if (withoutHour > known) return withoutHourByDay > 0 ? null : 'in the night, hour not known'
  if (known === 0) return null
  const countFrom = (first: number, length: number) =>
    Array.from({ length }, (_, index) => counts[(first + index) % counts.length] ?? 0).reduce(
      (sum, count) => sum + count,
      0,
    )
  for (let length = 1; length <= LONGEST_STRETCH_HOURS; length++) {
    const stretches = counts.map((_, first) => ({ first, count: countFrom(first, length) }))
    const most = stretches.reduce((best, one) => (one.count > best.count ? one : best))
    if (most.count / known >= MOSTLY)
      return `between ${joinHours(hour(most.first), hour((most.first + length) % counts.length))}`
  }
  return null
}

/** Joins two hours; `am` or `pm` is said once if both have it, and full hours lose their minutes: "1 and 5 am". */
function joinHours(from: string, to: string): string {
  const [first, second] = [from, to].map(text => {
    const [, clock = text, half = ''] = /^(.*?)(\s[ap]m)$/iu.exec(text) ?? []
    return { clock: half === '' ? clock : clock.replace(/:00$/, ''), half }
  })
  if (first === undefined || second === undefined) return `${from} and ${to}`
  return `${first.clock}${first.half === second.half ? '' : first.half} and ${second.clock}${second.half}`
}

/** "woke on 7 of 22 known nights". */
function writeWoken(numbers: KeyNumbers | null, formats: FirstLineFormats): string | null {
  if (numbers === null) return null
  const { crampCount, trackedDays, nightsWoken } = numbers.last
  if (crampCount === 0) return null
  const { nights, unknown, unknownNights } = nightsWoken
  // Reports of earlier versions count the cramps without an answer, not their nights.
  if (unknownNights === null && unknown > 0)
    return nights === 0 ? null : `woke on at least ${countOf(nights, 'night')}`
  const known = trackedDays - (unknownNights ?? 0)
  if (known <= 0) return null
  return `woke on ${nights === 0 ? 'none' : formats.count(nights)} of ${formats.count(known)} known ${known === 1 ? 'night' : 'nights'}`
}

/** "takes indapamide and atorvastatin": medicines that are not stopped. */
function writeMedicines({ medicines }: FirstLineSections, formats: FirstLineFormats): string | null {
  const treatment = contentOf(medicines)
  if (treatment === null) return null
  const taken = treatment.medicines.filter(({ stoppedOn }) => stoppedOn === null)
  // The diary lists what was written down, which need not be everything.
  if (taken.length === 0) return 'no medicine written down that is still taken'
  const named = taken.slice(0, MAX_MEDICINES).map(nameMedicine)
  const others = taken.length - named.length
  const rest =
    others === 0 ? [] : [`${formats.count(others)} other ${others === 1 ? 'medicine' : 'medicines'}`]
  return `takes ${listParts([...named, ...rest])}`
}

function nameMedicine({ name }: ReportMedicine): string {
  const short =
    name.length > MEDICINE_NAME_CHARACTERS
      ? `${name.slice(0, MEDICINE_NAME_CHARACTERS - 1).trimEnd()}…`
      : name
  return isolate(lowerFirst(short))
}

/** Comparison with the 28 known days before; null without one. */
function writeChange(numbers: KeyNumbers | null): string | null {
  const change = numbers?.change ?? null
  if (change === null) return null
  if (change.lower > 1) return 'more than in the 4 weeks before'
  if (change.upper !== null && change.upper < 1) return 'fewer than in the 4 weeks before'
  return 'no clear change'
}
