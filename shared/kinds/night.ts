/** The sleep between two days. `at` is when the person went to bed. */
import type { z } from 'zod'
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, wallClockMs } from '../time/moment.ts'
import { splitByDay, stillTimeOfDay } from './day-amount.ts'
import { defineKind } from './define-kind.ts'
import { choice, end, quantity, score, yesNo } from './fields.ts'
import { type IdOf, listOf } from './list.ts'
import { ask, type Unlikely } from './question.ts'

export const beddings = listOf()({
  tight: { words: 'Tight over the feet' },
  loose: { words: 'Loose' },
  cradle: { words: 'Held off the feet' },
})
export type Bedding = IdOf<typeof beddings>
export const sleepPositions = listOf()({
  back: { words: 'On the back' },
  side: { words: 'On the side' },
  front: { words: 'On the front' },
  'front-toes-pointed': { words: 'On the front, toes pointed' },
})
export type SleepPosition = IdOf<typeof sleepPositions>
export const roomFeels = listOf()({
  cold: { words: 'Cold' },
  ok: { words: 'Fine' },
  warm: { words: 'Warm' },
})
export type RoomFeel = IdOf<typeof roomFeels>

export const night = defineKind(
  'night',
  {
    /** Time of getting up; null while still in bed. */
    wakeAt: end('This is in the future. Leave it empty until you get up.'),
    coldLegs: yesNo(),
    bedding: choice(beddings, 'how the bedding was').optional(),
    position: choice(sleepPositions, 'how you lay').optional(),
    roomFeel: choice(roomFeels, 'how the room felt').optional(),
    roomTemperatureC: quantity(-10, 45, '°C').optional(),
    sleepDisturbance: score(),
  },
  {
    words: 'The night',
    inTitle: 'night',
    typed: ['night', String.raw`the\s+night`],
    tracked: 'cramp-day',
    rules: [
      {
        field: 'wakeAt',
        error: 'Getting up must be after going to bed.',
        holds: draft => draft.wakeAt === null || draft.wakeAt - draft.at >= MS_PER_MINUTE,
      },
      {
        field: 'wakeAt',
        error: 'A night can last at most 24 hours.',
        holds: draft => draft.wakeAt === null || draft.wakeAt - draft.at <= MS_PER_DAY,
      },
    ],
    ask({ at, wakeAt, roomTemperatureC }) {
      const found: Unlikely[] = []
      if (wakeAt !== null && wakeAt - at > 14 * MS_PER_HOUR)
        found.push(ask('wakeAt', 'More than 14 hours in bed. Is that right?'))
      if (wakeAt !== null && wakeAt - at < 2 * MS_PER_HOUR)
        found.push(ask('wakeAt', 'Less than 2 hours in bed. Is that right?'))
      if (roomTemperatureC !== null && (roomTemperatureC < 8 || roomTemperatureC > 35))
        found.push(ask('roomTemperatureC', 'That is an unusual temperature for a bedroom. Is that right?'))
      return found
    },
    dayAmounts: [
      {
        limit: stillTimeOfDay,
        field: 'wakeAt',
        amountsOf(draft) {
          const from = wallClockMs(draft)
          return draft.wakeAt === null ? [] : splitByDay(from, from + draft.wakeAt - draft.at)
        },
      },
    ],
    form: { beginsTheDayBefore: true },
  },
)

const nightDraft = night.draft
export type NightDraft = z.output<typeof nightDraft>
