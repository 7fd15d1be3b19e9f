/** Reader of the person's own factors: "compression socks", "no compression socks yesterday", "stress no". */
import { kindsByName } from '../kinds/kinds.ts'
import type { OwnFactor } from '../kinds/own-factor.ts'
import { momentAt } from '../time/time-zone.ts'
import { type Line, words } from './line.ts'
import { findInstant } from './moments.ts'
import { askAtEnd, askToType } from './questions.ts'
import type { Question, QuickAddContext, Span } from './reading.ts'
import { asks, defineReader, type Filled, fill, slot } from './slots.ts'

/** Clock time stored for an answer about a whole day. */
const DAY_CLOCK = '12:00'

const OFFERED_FACTORS = 8

/** Name with an answer around it: "no NAME", "NAME: yes". */
function patternOf({ name }: OwnFactor): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`)
  return words(
    String.raw`(?<denied>(?:no|not|without|never|didn['’]?t)\s+)?${escaped}(?:\s*[:,]?\s+(?<answer>yes|no|none))?`,
  )
}

const byLength = (factors: readonly OwnFactor[]) =>
  factors.filter(({ archived }) => !archived).toSorted((a, b) => b.name.length - a.name.length)

/** Position of a factor's whole name; the longest match. */
export function findOwnFactor(line: Line, factors: readonly OwnFactor[]): Span | null {
  for (const factor of byLength(factors)) {
    const found = line.find(patternOf(factor))
    if (found) return found
  }
  return null
}

interface Answered {
  readonly factorId: number
  readonly present: boolean
}

export const readOwnFactor = defineReader('own-factor')({
  slots: {
    answered: slot(({ line, context }) => takeAnswer(line, context)),
  },
  when: (time, _known, asking) => {
    const found = findInstant(time, asking)
    if (found.kind === 'asks') return asks(found.question)
    if (time.from !== null || time.agoMs !== null || found.kind === 'night')
      return asks(askToType('time', 'This is about a whole day. Write a date, without a time.'))
    return fill(found.kind === 'date' ? found.date : asking.context.today)
  },
  draft: ({ answered }, date, { line, context }) => ({
    kind: 'own-factor',
    ...momentAt(date, DAY_CLOCK, context.timeZone),
    note: line.note,
    ...kindsByName['own-factor'].unanswered,
    ...answered,
  }),
})

function takeAnswer(line: Line, { ownFactors }: QuickAddContext): Filled<Answered> {
  for (const factor of byLength(ownFactors)) {
    const found = line.take(patternOf(factor), 'detail')
    if (found === null) continue
    const { denied, answer } = found.groups
    const isNo = denied !== undefined || (answer !== undefined && answer.toLowerCase() !== 'yes')
    return fill({ factorId: factor.id, present: !isNo })
  }
  return asks(askWhich(line, ownFactors))
}

function askWhich(line: Line, factors: readonly OwnFactor[]): Question {
  const names = byLength(factors).map(({ name }) => name)
  return names.length === 0
    ? askToType('own', 'You follow nothing of your own yet. Add it in Settings first.')
    : askAtEnd(line, 'own', 'Which of your own things is it?', names.slice(0, OFFERED_FACTORS))
}
