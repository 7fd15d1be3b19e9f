/** Example of a line that quick add reads as an own factor, for the form in which it is named. */
import { builtInLists } from '../kinds/journal-lists.ts'
import { describeAnswer, type NewOwnFactor } from '../kinds/own-factor.ts'
import { readQuickAdd } from './quick-add.ts'
import type { QuickAddContext } from './reading.ts'

/** The line is read without a journal: a closet or a usual drink could only take it away from the factor. */
const CONTEXT: Omit<QuickAddContext, 'ownFactors'> = {
  now: { at: 0, offsetMinutes: 0 },
  timeZone: 'UTC',
  today: '1970-01-01',
  shoes: [],
  wearing: null,
  volumeUnit: 'ml',
  region: null,
  dateOrder: 'dmy',
  hourCycle: 24,
  decimalSign: '.',
  usualDrinks: [],
  lists: builtInLists,
}

const examples = {
  'yes-no': { present: true, amount: null, score: null },
  amount: { present: null, amount: 2, score: null },
  scale: { present: null, amount: null, score: 7 },
}

export interface FactorLine {
  readonly line: string
  /** True if the name alone belongs to something else, such as a drink, so that "own:" has to be in front. */
  readonly isMarked: boolean
}

/** The shortest line for the factor; null where its name cannot be typed, such as one that begins a note. */
export function writeFactorLine(factor: NewOwnFactor): FactorLine | null {
  const ownFactors = [{ ...factor, id: 1, archived: false, createdOn: CONTEXT.today }]
  const answer = describeAnswer(examples[factor.answer], factor.unit, String).replace(' of 10', '')
  const plain = `${factor.name} ${answer}`
  for (const isMarked of [false, true]) {
    const line = isMarked ? `own: ${plain}` : plain
    const reading = readQuickAdd(line, { ...CONTEXT, ownFactors })
    if (reading.kind === 'entry' && reading.draft.kind === 'own-factor') return { line, isMarked }
  }
  return null
}
