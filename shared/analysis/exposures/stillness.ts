/**
 * Standing and sitting: entered by the clock, or as hours of a whole day. As soon as one entry is for a whole day,
 * every date is read as its total: hours without a clock time must not be spread over the day.
 *
 * A day is tracked if it has an entry of this kind, or if its activities are complete: a run alone does not imply that
 * the person did not stand.
 */

import type { Activity } from '../../kinds/activities.ts'
import type { EntryOf } from '../../kinds/entry.ts'
import { type DayNumber, type DayValue, MINUTES_PER_HOUR } from '../diary/diary.ts'
import { defineExposures } from './exposure.ts'
import type { JournalFacts } from './journal-facts.ts'
import { getLoggedAt, lasting, overHours, type TimedSeries } from './series.ts'

type StillTime = EntryOf<'activity'>

/** Minimum length of long unbroken sitting, in minutes. */
const LONG_SITTING_MINUTES = 120

interface StillRules {
  readonly activity: Activity
  /** Minutes of an entry that count; null if unknown, which makes its date untracked. */
  readonly minutesOf: (entry: StillTime) => number | null
  /** Minutes of a date with two entries. */
  readonly combine: (minutes: number, more: number) => number
  /** Value of a date from its minutes. */
  readonly toDateValue: (minutes: number) => number
}

function buildStillTime(
  { activity, minutesOf, combine, toDateValue }: StillRules,
  facts: JournalFacts,
): TimedSeries {
  const own = facts.ofKind('activity').filter(entry => entry.activity === activity)
  const tracked = facts.trackDates('activity', {
    proved: facts.daysOf(own),
    unknown: facts.daysOf(own.filter(entry => minutesOf(entry) === null)),
  })
  if (!own.some(({ wholeDay }) => wholeDay))
    return {
      entries: own.map(entry => lasting(entry, minutesOf(entry) ?? 0, null)),
      byDate: new Map(),
      tracked,
    }
  const minutesOfDate = new Map(
    Array.from(tracked.dates, (date): [DayNumber, DayValue] => [date, { value: 0 }]),
  )
  for (const entry of own)
    for (const day of facts.listDays(entry)) {
      const before = minutesOfDate.get(day)
      if (before === undefined) continue
      const loggedAt = Math.max(before.loggedAt ?? Number.NEGATIVE_INFINITY, getLoggedAt(entry))
      minutesOfDate.set(day, { value: combine(before.value, minutesOf(entry) ?? 0), loggedAt })
    }
  const byDate = Array.from(minutesOfDate, ([date, { value, ...rest }]): [DayNumber, DayValue] => [
    date,
    { value: toDateValue(value), ...rest },
  ])
  return { entries: [], byDate: new Map(byDate), tracked }
}

const standing: StillRules = {
  activity: 'standing',
  minutesOf: ({ durationMinutes }) => durationMinutes,
  combine: (minutes, more) => minutes + more,
  toDateValue: minutes => minutes,
}

const sitting: StillRules = {
  activity: 'sitting-or-travel',
  // The longest bout; an entry by the clock without one is a single bout.
  minutesOf: ({ longestBoutMinutes, wholeDay, durationMinutes }) =>
    longestBoutMinutes ?? (wholeDay ? null : durationMinutes),
  combine: Math.max,
  toDateValue: minutes => Number(minutes >= LONG_SITTING_MINUTES),
}

export const stillness = defineExposures([
  {
    key: 'standing',
    name: 'How long you stood',
    suspected: 'Standing for long',
    needs: ['activity'],
    direction: 'more',
    scale: {
      kind: 'amount',
      step: MINUTES_PER_HOUR,
      stepWords: () => 'hour of standing',
      format: (minutes, { number }) => `${number(minutes / MINUTES_PER_HOUR, 1)} h`,
      cuts: [2, 4, 6, 8].map(hours => hours * MINUTES_PER_HOUR),
    },
    toLog: 'how long you stood',
    ...overHours(24, { kind: 'sum-of-minutes' }, facts => buildStillTime(standing, facts)),
  },
  {
    key: 'sitting',
    name: 'Sitting for long without a break',
    suspected: 'Sitting for long',
    needs: ['activity'],
    direction: 'more',
    scale: { kind: 'yes-no', present: 'two hours or more of sitting without a break' },
    toLog: 'how long you sat, and the longest stretch without a break',
    ...overHours(24, { kind: 'bout-at-least', minutes: LONG_SITTING_MINUTES }, facts =>
      buildStillTime(sitting, facts),
    ),
  },
])
