/** Answers of an own factor's question, by the way it is asked. */
import { describeAnswer, type OwnFactor, ownFactorEntry } from '../../../shared/kinds/own-factor.ts'
import { isolate } from '../../../shared/locale/bidi.ts'
import { capitalize } from '../../../shared/locale/capitalize.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import type { Clock } from '../../../shared/time/clock.ts'
import type { Moment } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'
import { getNow } from '../../data/clock.ts'
import { formatNumber } from '../../data/format.ts'
import { blankForm, type FormOf, NOON_CLOCK } from '../../log/kind-form.ts'
import { whenOf } from '../../log/when.ts'
import type { Answer } from './QuestionRow.tsx'
import { type Finish, idOfFactor } from './use-finish.ts'

interface AnswerContext {
  readonly date: CalendarDate
  readonly today: CalendarDate
  /** The last amount of the factor; null before the first. */
  readonly usual: number | null
  readonly finish: Finish
  readonly clock: Clock
  readonly dayStartMinutes: number
  /** Opens the form with these values. */
  readonly write: (values: FormOf<typeof ownFactorEntry>) => void
}

/** Key of each score: its digit, and T for 10. */
const scoreKeys = [...'0123456789t']

export function listFactorAnswers(factor: OwnFactor, context: AnswerContext): Answer[] {
  const { id: factorId, name, unit } = factor
  const { date, today, usual, finish, clock, dayStartMinutes, write } = context
  const id = idOfFactor(factorId)

  function storing(
    key: string,
    given: { present: boolean } | { amount: number } | { score: number },
    at: () => Moment,
  ) {
    const answered = { ...ownFactorEntry.unanswered, ...given }
    const words = describeAnswer(answered, unit, amount => formatNumber(amount, 2))
    const text = 'score' in given ? String(given.score) : capitalize(words)
    const add = () =>
      finish.addEntry(
        id,
        { kind: 'own-factor', ...at(), note: '', factorId, ...answered },
        'score' in given ? words : text,
        `${isolate(name)}: ${words}`,
      )
    return { key, text, run: add }
  }

  const noon = () => momentAt(date, NOON_CLOCK, clock.timeZone())
  if (factor.answer === 'yes-no')
    return [storing('n', { present: false }, noon), storing('y', { present: true }, noon)]
  if (factor.answer === 'scale') return scoreKeys.map((key, score) => storing(key, { score }, noon))
  const none: Answer = {
    key: 'n',
    text: 'None',
    run: () => finish.giveNone(id, { factorId, date, dayStartMinutes }, 'None', `${isolate(name)}: none.`),
  }
  const written: Answer = {
    key: 'w',
    text: 'Write it down',
    run: () => {
      const when = date === today ? whenOf(getNow(clock)) : { date, clock: '' }
      write({ ...blankForm(ownFactorEntry, when), factorId, amount: usual ?? '' })
    },
  }
  // The hour of an amount on a past day cannot be guessed.
  const asUsual = usual !== null && date === today && storing('u', { amount: usual }, () => getNow(clock))
  return [none, ...(asUsual ? [asUsual] : []), written]
}
