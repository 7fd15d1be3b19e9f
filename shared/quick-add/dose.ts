/** Reader of doses taken as needed: "ibuprofen 400 mg 22:10", "2 paracetamol at 3am", "dose: magnesium 300 mg". */
import { asNeededNames } from '../kinds/medicines.ts'
import { askClock } from './clock-questions.ts'
import { words } from './line.ts'
import { DOSE, takeMedicineName } from './medication.ts'
import { askToType } from './questions.ts'
import { asks, defineReader, fill, lateSlot, patternSlot, placeInstant } from './slots.ts'

/** Names of medicines that are mostly taken as needed. */
export const AS_NEEDED_MEDICINE = words(asNeededNames)

/** Amount with its unit, or the number in front of a known name: "2 paracetamol". */
const AMOUNT = words(
  String.raw`(?<dose>(?:\d{1,2}\s*x\s*)?${DOSE})|(?<count>\d{1,2})(?:\s*x)?(?=\s+(?:${asNeededNames})(?!\p{L}))`,
)

export const readDose = defineReader('dose')({
  slots: {
    amount: patternSlot(AMOUNT, 'dose', ({ groups }) => groups.dose ?? groups.count ?? ''),
    name: lateSlot(({ line }) => {
      const name = line.take(AS_NEEDED_MEDICINE, 'medicine')?.text ?? takeMedicineName(line)
      return name === ''
        ? asks(askToType('medicine', 'Which medicine? Write its name in the line.'))
        : fill(name)
    }),
  },
  timeOptions: () => ({ minutesTo: 'clock' }),
  when: (time, _known, asking) =>
    placeInstant(time, asking, () => askClock('At what time was it?', time, asking)),
  draft: ({ name, amount }, { at, offsetMinutes }, { line }) => ({
    kind: 'dose',
    at,
    offsetMinutes,
    note: line.note,
    name,
    amount: amount ?? '',
  }),
})
