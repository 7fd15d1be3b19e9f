/** What followed a change of medicine; the advice stands with it, since nobody is to draw the conclusion alone. */
import type { MedicineComparison } from '../../shared/analysis/medicine-changes.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import type { TimelineMark } from '../../shared/analysis/timeline-marks.ts'
import { medicationChangeWords } from '../../shared/journal/words.ts'
import { formatDate, formatNumber } from '../format.ts'
import { formats } from './formats.ts'

export function describeMedicine({
  name,
  change,
  date,
  before,
  after,
  ratio,
  lower,
  upper,
}: MedicineComparison): string {
  const rate = ({ cramps, trackedDays }: typeof before) =>
    `${countOf(cramps, 'cramp', formats)} (${formatTenths((28 * cramps) / trackedDays)} per 4 weeks)`
  const limits = `95% CI ${formatTenths(lower)} to ${upper === null ? 'no upper end' : formatTenths(upper)}`
  const times = ratio === null ? limits : `${formatTenths(ratio)} times as many, ${limits}`
  return (
    `${name}, ${medicationChangeWords[change].toLowerCase()} ${formatDate(date)}: ${rate(after)} on ` +
    `${countOf(after.trackedDays, 'tracked day', formats)} after, ${rate(before)} on ` +
    `${formatNumber(before.trackedDays)} before, of up to 12 weeks each (${times}).`
  )
}

const formatTenths = (value: number) => formats.fixed(value, 1)

/** A mark of the time axis: "Metformin, started", "New shoes: Trail runners". */
export function describeMark(mark: TimelineMark): string {
  switch (mark.kind) {
    case 'medicine':
      return `${mark.name}, ${medicationChangeWords[mark.change].toLowerCase()}`
    case 'shoes':
      return `New shoes: ${mark.name}`
    case 'experiment':
      return `Experiment ${mark.change === 'start' ? 'began' : 'ended'}: ${mark.name}`
  }
}
