/** Report page on the person's own factors: how often each was answered in the period, and with what. */

import type { EntryOf } from '../kinds/entry.ts'
import { type FactorCheckIn, factorAnswers, type OwnFactor } from '../kinds/own-factor.ts'
import type { Period } from '../kinds/period.ts'
import { type NumberFormats, plainNumbers } from '../locale/number-formats.ts'
import { computeQuantile } from '../statistics/quantile.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { journalDay } from '../time/moment.ts'
import { isWithin } from './facts.ts'
import type { OwnThing } from './report.ts'
import { type ReportSection, show, withhold } from './section.ts'

interface OwnThingFacts {
  readonly factors: readonly OwnFactor[]
  readonly entries: readonly EntryOf<'own-factor'>[]
  readonly checkIns: readonly FactorCheckIn[]
  /** Minutes after midnight at which the person's day starts. */
  readonly dayStartMinutes: number
}

/** Factors with an answer in the period, in the order of their list. */
export function summarizeOwnThings(facts: OwnThingFacts, period: Period): ReportSection<OwnThing[]> {
  const things = facts.factors.flatMap(factor => summarize(factor, facts, period) ?? [])
  return things.length === 0 ? withhold('Nothing of this kind was answered in this period.') : show(things)
}

function summarize(
  { id, name, answer, unit }: OwnFactor,
  { entries, checkIns, dayStartMinutes }: OwnThingFacts,
  period: Period,
): OwnThing | null {
  /** Value of each answered day: 1 or 0, the amounts added up, or the score. */
  const values = new Map<CalendarDate, number>()
  for (const { factorId, date } of checkIns)
    if (factorId === id && isWithin(date, period)) values.set(date, 0)
  for (const entry of entries) {
    const date = journalDay(entry, dayStartMinutes)
    if (entry.factorId !== id || !isWithin(date, period)) continue
    values.set(date, (values.get(date) ?? 0) + (entry.amount ?? entry.score ?? Number(entry.present)))
  }
  if (values.size === 0) return null
  const all = [...values.values()]
  const positive = all.filter(value => value > 0)
  const summarized = answer === 'scale' ? all : positive
  return {
    name,
    answer,
    unit,
    answeredDays: all.length,
    daysWith: positive.length,
    median: summarized.length === 0 ? null : computeQuantile(summarized, 0.5),
    most: summarized.length === 0 ? null : Math.max(...summarized),
  }
}

/** "Yes on 12 of 40 answered days." */
export function writeOwnThing(
  thing: OwnThing,
  { number }: Pick<NumberFormats, 'number'> = plainNumbers,
): string {
  const { answer, unit, answeredDays, daysWith } = thing
  const days = `${number(answeredDays)} answered ${answeredDays === 1 ? 'day' : 'days'}`
  const format = (value: number | null) => number(value ?? 0, 2)
  if (answer === 'yes-no') return `Yes on ${number(daysWith)} of ${days}.`
  if (answer === 'scale')
    return `On ${days}: ${format(thing.median)} of 10 in the middle (median), ${format(thing.most)} at most.`
  if (daysWith === 0) return `None on ${days}.`
  return `On ${number(daysWith)} of ${days}: ${format(thing.median)} ${unit} a day in the middle (median), ${format(thing.most)} ${unit} at most.`
}

/** How a factor is answered: "From 0 to 10, once a day". */
export const nameAnswer = ({ answer, unit }: OwnThing): string =>
  unit === null ? factorAnswers.words[answer] : `${factorAnswers.words[answer]}, in ${unit}`
