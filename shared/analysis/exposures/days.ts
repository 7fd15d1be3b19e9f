/**
 * Exposures read from the answers for whole days. A day is known if the answer was given for it, or the day is complete
 * and it was not. Entries are at noon, so that each date falls into one 24 hours of a window.
 */
import type { EntryOf } from '../../kinds/entry.ts'
import type { DayNumber, DayValue } from '../diary/diary.ts'
import { defineExposures } from './exposure.ts'
import type { JournalFacts } from './journal-facts.ts'
import { atOnce, getLoggedAt, ofTheDate, overHours, type TimedSeries } from './series.ts'

type Day = EntryOf<'day'>

/** Days with a temperature from here on count as hot where the person did not say. */
const HOT_DAY_C = 30

const trackAnswer = ({ ofKind, daysOf, trackDates }: JournalFacts, answer: (day: Day) => boolean | null) =>
  trackDates('day', { proved: daysOf(ofKind('day').filter(day => answer(day) !== null)) })

/** Series of the days with an answer, which is null where it was not given. */
export const askedOfDays =
  (answer: (day: Day) => boolean | null) =>
  (facts: JournalFacts): TimedSeries => ({
    entries: facts
      .ofKind('day')
      .filter(day => answer(day) === true)
      .map(day => atOnce(day, null)),
    tracked: trackAnswer(facts, answer),
  })

/** The person's word before the thermometer; null where there is neither. */
function judgeHeat({ heat, maxTemperatureC }: Day): boolean | null {
  if (heat !== null) return heat === 'hot'
  return maxTemperatureC === null ? null : maxTemperatureC >= HOT_DAY_C
}

export const days = defineExposures([
  {
    key: 'heat-day',
    name: 'Hot days',
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
    scale: { kind: 'yes-no', present: 'vomiting, diarrhoea or fever' },
    toLog: 'days of vomiting, diarrhoea or fever, and the days without',
    ...overHours(
      48,
      { kind: 'any' },
      askedOfDays(({ illnessWithFluidLoss }) => illnessWithFluidLoss),
    ),
  },
])
