/**
 * Reader of the person's own factors: "compression socks", "no compression socks yesterday", "stress 7", "pickle brine 60 ml".
 *
 * A factor is typed by its whole name. A name that belongs to a drink stays the drink's where an amount follows; "own:" in
 * front of a line makes it the person's own in any case.
 */
import { kindsByName } from '../kinds/kinds.ts'
import { type OwnFactor, ownFactorEntry } from '../kinds/own-factor.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Moment } from '../time/moment.ts'
import { momentAt } from '../time/time-zone.ts'
import { askClock } from './clock-questions.ts'
import { ANY_DRINK } from './drink-names.ts'
import { type Line, type Taken, words } from './line.ts'
import { findInstant } from './moments.ts'
import { listNumbersWithin, NUMBER } from './numbers.ts'
import { askAtEnd, askInPlace, askToType } from './questions.ts'
import type { Question, QuickAddContext, Span } from './reading.ts'
import { asks, defineReader, type Filled, fill, placeInstant, slot } from './slots.ts'

/** Clock time stored for an answer about a whole day. */
const DAY_CLOCK = '12:00'

const OFFERED_FACTORS = 8

const { min: LEAST, max: MOST } = ownFactorEntry.fields.amount

/** Ends a number: words behind it would make it a time or a date ("9 am", "2 days ago", "7/10/2026"). */
const NUMBER_END = String.raw`(?![.,]?\d|\s*[:/]|\s*(?:[ap]\.?m|o['’]?clock|h|hrs?|hours?|min|minutes?|days?|weeks?)(?!\p{L}))`
const OF_TEN = String.raw`(?:\s*(?:\/|of|out\s+of)\s*10(?![\d/]))?`

const escapeText = (text: string) =>
  text
    .trim()
    .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s+`)

/** Name with an answer around it: "no NAME", "NAME: yes", "60 ml of NAME", "NAME 7/10". */
function patternOf({ name, answer, unit }: OwnFactor): RegExp {
  const named = escapeText(name)
  if (answer === 'scale')
    return words(String.raw`${named}(?:\s*[:,=]?\s*(?<score>10|\d)${OF_TEN}${NUMBER_END})?`)
  if (answer === 'amount') {
    const behind = `(?:\\s*${escapeText(unit ?? '')}s?(?![\\p{L}\\p{N}])|${NUMBER_END})`
    return words(
      String.raw`(?:(?<before>${NUMBER})${behind}\s*(?:of\s+)?)?${named}(?:\s*[:,=]?\s*(?<after>${NUMBER})${behind})?`,
    )
  }
  return words(
    String.raw`(?<denied>(?:no|not|without|never|didn['’]?t)\s+)?${named}(?:\s*[:,]?\s+(?<answer>yes|no|none))?`,
  )
}

const byLength = (factors: readonly OwnFactor[]) =>
  factors.filter(({ archived }) => !archived).toSorted((a, b) => b.name.length - a.name.length)

export interface FoundFactor {
  readonly factor: OwnFactor
  readonly span: Taken
}

/** Factor whose whole name is in the line; the longest one. */
export function findOwnFactor(line: Line, factors: readonly OwnFactor[]): FoundFactor | null {
  for (const factor of byLength(factors)) {
    const span = line.find(patternOf(factor))
    if (span) return { factor, span }
  }
  return null
}

const IS_DRINK = new RegExp(String.raw`^\s*(?:${ANY_DRINK})\s*$`, 'iu')

/** True of an amount that is named like a drink: its line is the drink's. */
export const isNamedLikeDrink = ({ factor }: FoundFactor): boolean =>
  factor.answer === 'amount' && IS_DRINK.test(factor.name)

/** True if the line holds an amount of the factor. */
export const holdsOwnAmount = ({ factor, span }: FoundFactor): boolean =>
  factor.answer === 'amount' && numberIn(span) !== undefined

const numberIn = ({ groups }: Taken): string | undefined => groups.before ?? groups.after

/** Factors of amounts, of which "no NAME" is a check-in. */
export function listDeniable(
  factors: readonly OwnFactor[],
): { readonly id: number; readonly pattern: string }[] {
  return byLength(factors)
    .filter(({ answer }) => answer === 'amount')
    .map(({ id, name }) => ({ id, pattern: escapeText(name) }))
}

interface Answered {
  readonly factorId: number
  readonly present: boolean | null
  readonly amount: number | null
  readonly score: number | null
}

export const readOwnFactor = defineReader('own-factor')({
  slots: {
    answered: slot(({ line, context }) => takeAnswer(line, context)),
  },
  when: (time, { answered }, asking): Filled<Moment> => {
    if (answered !== undefined && answered.amount !== null)
      return placeInstant(time, asking, () => askClock('At what time was it?', time, asking))
    const found = findInstant(time, asking)
    if (found.kind === 'asks') return asks(found.question)
    if (time.from !== null || time.agoMs !== null || found.kind === 'night')
      return asks(askToType('time', 'This is about a whole day. Write a date, without a time.'))
    const date: CalendarDate = found.kind === 'date' ? found.date : asking.context.today
    return fill(momentAt(date, DAY_CLOCK, asking.context.timeZone))
  },
  draft: ({ answered }, { at, offsetMinutes }, { line }) => ({
    kind: 'own-factor',
    at,
    offsetMinutes,
    note: line.note,
    ...kindsByName['own-factor'].unanswered,
    ...answered,
  }),
})

function takeAnswer(line: Line, context: QuickAddContext): Filled<Answered> {
  for (const factor of byLength(context.ownFactors)) {
    const found = line.take(patternOf(factor), 'detail')
    if (found !== null) return readAnswer(factor, found, line, context)
  }
  return asks(askWhich(line, context.ownFactors))
}

function readAnswer(factor: OwnFactor, found: Taken, line: Line, context: QuickAddContext): Filled<Answered> {
  const { id: factorId, name, unit } = factor
  const { denied, answer, score } = found.groups
  const nothing: Answered = { factorId, present: null, amount: null, score: null }
  if (factor.answer === 'scale')
    return score === undefined
      ? asks(askScore(factor, found, line))
      : fill({ ...nothing, score: Number(score) })
  if (factor.answer === 'amount') {
    const text = numberIn(found)
    if (text === undefined)
      return asks(askToType('amount', `How much, in ${unit}? Write it behind the name: “${name} 2”.`))
    const values = listNumbersWithin({ text, limits: [LEAST, MOST], isOfThousands: false }, context)
    const [amount] = values
    return amount === undefined || values.length > 1
      ? asks(
          askToType(
            'amount',
            `“${text}”: how much is that, in ${unit}? Write it without signs between thousands.`,
          ),
        )
      : fill({ ...nothing, amount })
  }
  const isNo = denied !== undefined || (answer !== undefined && answer.toLowerCase() !== 'yes')
  return fill({ ...nothing, present: !isNo })
}

const askScore = ({ name }: OwnFactor, found: Span & Pick<Taken, 'text'>, line: Line): Question =>
  askInPlace(
    line,
    found,
    'strength',
    `“${name}” from 0 to 10?`,
    Array.from({ length: 11 }, (_, score) => [String(score), `${found.text} ${score}`] as const),
  )

function askWhich(line: Line, factors: readonly OwnFactor[]): Question {
  const names = byLength(factors).map(({ name }) => name)
  return names.length === 0
    ? askToType('own', 'You follow nothing of your own yet. Add it in Settings first.')
    : askAtEnd(line, 'own', 'Which of your own things is it?', names.slice(0, OFFERED_FACTORS))
}
