/**
 * Exposures read from the answers for whole days. A day is tracked if the answer was given, or if the day is complete
 * without it. Entries are at noon, so that each date falls into one 24-hour part of a window.
 */
import type { EntryOf } from '../../kinds/entry.ts'
import type { DayNumber, DayValue } from '../diary/diary.ts'
import { defineExposures } from './exposure.ts'
import type { JournalFacts } from './journal-facts.ts'
import { atOnce, getLoggedAt, ofTheDate, overHours, type TimedSeries } from './series.ts'

type Day = EntryOf<'day'>

/** Daily maximum, in °C, from which a day counts as hot if the person did not say. */
const HOT_DAY_C = 30

const trackAnswer = ({ ofKind, daysOf, trackDates }: JournalFacts, answer: (day: Day) => boolean | null) =>
  trackDates('day', { proved: daysOf(ofKind('day').filter(day => answer(day) !== null)) })

/** Series of the days on which the answer is yes. @param answer null where it was not given */
export const askedOfDays =
  (answer: (day: Day) => boolean | null) =>
  (facts: JournalFacts): TimedSeries => ({
    entries: facts
      .ofKind('day')
      .filter(day => answer(day) === true)
      .map(day => atOnce(day, null)),
    tracked: trackAnswer(facts, answer),
  })

/** The person's answer takes precedence over the temperature; null where there is neither. */
function judgeHeat({ heat, maxTemperatureC }: Day): boolean | null {
  if (heat !== null) return heat === 'hot'
  return maxTemperatureC === null ? null : maxTemperatureC >= HOT_DAY_C
}

export const days = defineExposures([
  {
    key: 'heat-day',
    name: 'Hot days',
    suspected: 'Hot days',
    needs: ['day'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'a hot day' },
    toLog: 'whether a day was hot',
    ...ofTheDate(facts => {
      const tracked = trackAnswer(facts, judgeHeat)
      const byDate = new Map(Array.from(tracked.dates, (date): [DayNumber, DayValue] => [date, { value: 0 }]))
      for (const day of facts.ofKind('day')) {
        const isHot = judgeHeat(day)
        if (isHot === null) continue
        for (const number of facts.listDays(day))
          byDate.set(number, { value: Number(isHot), loggedAt: getLoggedAt(day) })
      }
      return { byDate, tracked }
    }),
  },
  {
    key: 'illness-loss',
    name: 'Illness with loss of fluid',
    suspected: 'Vomiting, diarrhoea or fever',
    needs: ['day'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'vomiting, diarrhoea or fever' },
    toLog: 'days of vomiting, diarrhoea or fever, and the days without',
    ...overHours(
      48,
      { kind: 'any' },
      askedOfDays(({ illnessWithFluidLoss }) => illnessWithFluidLoss),
    ),
  },
])
