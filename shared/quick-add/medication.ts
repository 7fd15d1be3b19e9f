/** Reader of medicine changes: "started atorvastatin 20 mg", "already taking ramipril". */

import { kindsByName } from '../kinds/kinds.ts'
import {
  findMedicineClass,
  type MedicationChange,
  medicationChanges,
  medicineClasses,
} from '../kinds/medicines.ts'
import { momentAt } from '../time/time-zone.ts'
import { joinNotes, type Line, type Taken, words } from './line.ts'
import { findInstant } from './moments.ts'
import { NUMBER_START } from './numbers.ts'
import { askToType } from './questions.ts'
import type { Question } from './reading.ts'
import { asks, defineReader, fill, lateSlot, patternSlot, slot } from './slots.ts'

export const MEDICATION_VERB = words(
  String.raw`(?<=^\s*(?:i\s+)?)(?:${medicationChanges.ids.map(change => medicationChanges.get(change).names).join('|')})`,
)

/** Medicine names without a verb of change. */
export const KNOWN_MEDICINE = words(
  medicineClasses.ids
    .flatMap(medicineClass => {
      const { names } = medicineClasses.get(medicineClass)
      return names?.tellsMedicine ? [names.pattern] : []
    })
    .join('|'),
)

/** Amount with its unit. */
export const DOSE = String.raw`${NUMBER_START}\d+(?:[.,'’]\d+|\s\d{3}(?!\d))*\s*(?:mg|mcg|µg|μg|g|ml|iu|units?|tablets?|puffs?|drops?)`
const HOW_OFTEN = String.raw`(?:\s+(?:(?:once|twice|three\s+times)\s+(?:a\s+day|daily)|a\s+day|per\s+day|daily|every\s+(?:day|morning|evening|night)|in\s+the\s+(?:morning|evening)|at\s+(?:night|bedtime)|bd|od))?`
const DOSE_PATTERN = words(String.raw`(?<before>from\s+${DOSE}\s+)?(?:to\s+)?(?<dose>${DOSE}${HOW_OFTEN})`)
const CLASS = words(String.raw`\((?<class>${medicineClasses.ids.join('|')})\)`)

/** Name of the kind of a single dose. */
const [DOSE_NAME] = kindsByName.dose.typed

/** Clock time stored for a change of which only the day is known. */
const DAY_CLOCK = '12:00'

export const readMedication = defineReader('medication')({
  slots: {
    change: slot(({ line }) => {
      const change = takeChange(line)
      return change === null ? asks(askChange(line)) : fill(change)
    }),
    // The brackets are not letters, so `words` matches them only next to spaces.
    typedClass: patternSlot(CLASS, 'medicine', ({ groups }) => groups.class?.toLowerCase()),
    dose: patternSlot(DOSE_PATTERN, 'dose', ({ groups }) => groups),
    medicine: lateSlot(({ line }, before) => {
      const typedClass = before.get('typedClass')?.value
      const name = takeMedicineName(line)
      if (name === '') return asks(askToType('medicine', 'Which medicine? Write its name in the line.'))
      const typed = medicineClasses.ids.find(known => known === typedClass)
      return fill({ name, medicineClass: typed ?? findMedicineClass(name) ?? 'other' })
    }),
  },
  timeOptions: () => ({ minutesTo: 'clock' }),
  when: (time, _known, asking) => {
    const { context } = asking
    const found = findInstant(time, asking)
    if (found.kind === 'asks') return asks(found.question)
    if (found.kind === 'night') return asks(askToType('time', 'On which day? Write its date in the line.'))
    if (found.kind === 'moment') return fill(found.moment)
    const noon = found.kind === 'date' ? momentAt(found.date, DAY_CLOCK, context.timeZone) : context.now
    return fill(noon.at > context.now.at ? context.now : noon)
  },
  draft: ({ change, dose, medicine }, { at, offsetMinutes }, { line }) => ({
    kind: 'medication',
    at,
    offsetMinutes,
    note: joinNotes(dose?.before?.trim() ?? '', line.note),
    ...medicine,
    change,
    dose: dose?.dose ?? '',
  }),
})

/** A tablet taken every day is not an entry each time, so what the line means is asked. */
function askChange(line: Line): Question {
  return {
    about: 'change',
    text: 'Do you take it every day, did something change, or was it one dose as needed?',
    options: [
      ...medicationChanges.ids.map(change => ({
        label: medicationChanges.get(change).asked,
        line: line.prepend(medicationChanges.get(change).typed),
      })),
      { label: 'One dose, as needed', line: line.prepend(`${DOSE_NAME}:`) },
    ],
  }
}

function takeChange(line: Line): MedicationChange | null {
  const verb = line.take(MEDICATION_VERB, 'kind')
  if (verb === null) return null
  return medicationChanges.where(({ names }) => new RegExp(`^(?:${names})$`, 'iu').test(verb.text))[0] ?? null
}

/** Known medicine name, otherwise the leftover words as typed. */
export function takeMedicineName(line: Line): string {
  for (const medicineClass of medicineClasses.ids) {
    const { names } = medicineClasses.get(medicineClass)
    const found = names && line.take(words(names.pattern), 'medicine')
    if (found) return found.text
  }
  const [first]: Taken[] = line.listLeftovers()
  if (first === undefined) return ''
  line.cover(first, 'medicine')
  return first.text
}
