/** Sentences about changes of medicine: what followed one, and its mark on the time axis. */
import { mayTellRatio } from '../../shared/advice/knowledge/before-and-after.ts'
import {
  type MedicineComparison,
  writeBeforeAndAfterSentence,
  writeRatioSentence,
} from '../../shared/analysis/medicine-changes.ts'
import type { TimelineMark } from '../../shared/analysis/timeline-marks.ts'
import { medicationChanges } from '../../shared/kinds/medicines.ts'
import { isolate } from '../../shared/locale/bidi.ts'
import { formatDate } from '../data/format.ts'
import { formats } from '../data/sentence-formats.ts'

/** The two numbers of the warning card, and the ratio where it may be shown. */
export function describeMedicine(comparison: MedicineComparison, mayTellStatinTrials: boolean): string {
  const { name, medicineClass, change, date } = comparison
  const ratio = mayTellRatio(medicineClass, mayTellStatinTrials)
    ? `. That is ${writeRatioSentence(comparison, formats)}`
    : ''
  return (
    `${isolate(name)}, ${medicationChanges.words[change].toLowerCase()} ${formatDate(date)}: ` +
    `${writeBeforeAndAfterSentence(comparison, formats)}, of up to 12 weeks each${ratio}.`
  )
}

/** A mark of the time axis: "Metformin, started", "New shoes: Trail runners". */
export function describeMark(mark: TimelineMark): string {
  switch (mark.kind) {
    case 'medicine':
      return `${isolate(mark.name)}, ${medicationChanges.words[mark.change].toLowerCase()}`
    case 'shoes':
      return `New shoes: ${isolate(mark.name)}`
    case 'experiment':
      return `Experiment ${mark.change === 'start' ? 'began' : 'ended'}: ${mark.name}`
  }
}
