/** Something done with the body, from a run to a day at a desk. */
import type { z } from 'zod'
import { calendarDate, MS_PER_MINUTE, wallClockMs } from '../time/moment.ts'
import { activities, isInWater, isStandingOrSitting, sweatLevels } from './activities.ts'
import { splitByDay, startOfDateMs, stillTimeOfDay } from './day-amount.ts'
import { defineKind } from './define-kind.ts'
import { addedLater, choice, flag, link, quantity, score, wholeNumber, yesNo } from './fields.ts'
import { ask, sum, type Unlikely } from './question.ts'

const STILL_MINUTES_PER_DAY = 16 * 60

export const activity = defineKind(
  'activity',
  {
    activity: choice(activities, 'what you did').startingWith('walk'),
    durationMinutes: wholeNumber(1, 1440, 'minutes'),
    /**
     * "Stood about 5 h today": only the date is known, and `at` is noon of it. Kept apart because such a length must not
     * be spread over hours that were not entered.
     */
    wholeDay: flag(),
    /** Longest bout without a break, of standing and sitting. */
    longestBoutMinutes: wholeNumber(1, 1440, 'minutes').optional(),
    /** Session RPE: exertion of the session as a whole; times minutes it is the load. */
    exertion: score(),
    newOrHarder: yesNo(),
    sweat: choice(sweatLevels, 'how much you sweated').optional(),
    /** Cold water or cold weather. */
    cold: yesNo(),
    warmUpMinutes: wholeNumber(0, 240, 'minutes').optional(),
    coolDownMinutes: wholeNumber(0, 240, 'minutes').optional(),
    distanceKm: quantity(0, 500, 'km').optional(),
    climbM: wholeNumber(0, 10_000, 'm').optional(),
    waterTemperatureC: quantity(0, 45, '°C').optional(),
    /** Shoe worn for it: its wearing of the same span is written with the activity. */
    shoeId: addedLater(link()),
  },
  {
    words: 'Activity',
    inTitle: 'activity',
    typed: ['activity', 'sport', 'exercise'],
    tracked: 'calendar-date',
    rules: [
      {
        field: 'longestBoutMinutes',
        error: 'The longest stretch cannot be longer than the whole activity.',
        holds: draft => (draft.longestBoutMinutes ?? 0) <= draft.durationMinutes,
      },
      {
        field: 'wholeDay',
        error: 'Only standing and sitting can be entered for a whole day.',
        holds: draft => !draft.wholeDay || isStandingOrSitting(draft.activity),
      },
      {
        field: 'shoeId',
        error: 'A shoe is picked for an activity with a time. Log the wearing by itself.',
        holds: draft => draft.shoeId === null || !draft.wholeDay,
      },
      {
        field: 'waterTemperatureC',
        error: 'Only a swim has a water temperature.',
        holds: draft => draft.waterTemperatureC === null || isInWater(draft.activity),
      },
    ],
    isWholeDay: draft => draft.wholeDay,
    ask({ activity, durationMinutes, waterTemperatureC }, { sameDay }) {
      const found: Unlikely[] = []
      if (isStandingOrSitting(activity)) {
        const alike = sameDay.filter(other => other.activity === activity)
        const what = activity === 'standing' ? 'standing' : 'sitting'
        if (durationMinutes + sum(alike, other => other.durationMinutes) > STILL_MINUTES_PER_DAY)
          found.push(
            ask('durationMinutes', `That makes more than 16 hours of ${what} in one day. Is that right?`),
          )
        return found
      }
      if (durationMinutes > 480)
        found.push(ask('durationMinutes', 'More than 8 hours without a stop. Is that right?'))
      if (waterTemperatureC !== null && waterTemperatureC < 10)
        found.push(ask('waterTemperatureC', 'That is very cold water to swim in. Is that right?'))
      return found
    },
    dayAmounts: [
      {
        limit: stillTimeOfDay,
        field: 'durationMinutes',
        amountsOf(draft) {
          if (!isStandingOrSitting(draft.activity)) return []
          // Entered for the whole day, it lies anywhere on that date, and only there.
          const from = draft.wholeDay ? startOfDateMs(calendarDate(draft)) : wallClockMs(draft)
          return splitByDay(from, from + draft.durationMinutes * MS_PER_MINUTE)
        },
      },
    ],
    form: {
      clock: draft => (draft.wholeDay && isStandingOrSitting(draft.activity) ? '12:00' : null),
      settle: draft => ({
        ...draft,
        wholeDay: draft.wholeDay && isStandingOrSitting(draft.activity),
        shoeId: draft.wholeDay && isStandingOrSitting(draft.activity) ? null : draft.shoeId,
        waterTemperatureC: isInWater(draft.activity) ? draft.waterTemperatureC : null,
      }),
    },
  },
)

const activityDraft = activity.draft
export type ActivityDraft = z.output<typeof activityDraft>
