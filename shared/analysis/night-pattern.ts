/** Share of nights with a cramp by condition. A night counts for each condition that it has an answer for. */
import { z } from 'zod'
import { getNightDayNumber } from '../kinds/day-hours.ts'
import type { EntryOf } from '../kinds/entry.ts'
import { beddings, roomFeels, sleepPositions } from '../kinds/night.ts'
import { listPossibleCrampDays } from '../kinds/onset.ts'
import { momentOfEnd } from '../time/time-zone.ts'
import { getLocalMinutes, getPossibleOnsets } from './diary/cramp-days.ts'
import type { DayNumber, Interval } from './diary/diary.ts'
import { getShareOfDays, shareOfDays } from './share-of-days.ts'
import type { Cramp, TrackedCramps } from './tracked-cramps.ts'

const nightConditions = ['legs', 'bedding', 'position', 'room'] as const
export type NightCondition = (typeof nightConditions)[number]

const legAnswers = ['cold', 'not-cold'] as const

export const nightPattern = z.strictObject({
  /** Nights with both times and a known outcome. A "day" of the shares is such a night. */
  all: shareOfDays,
  conditions: z.array(
    z.discriminatedUnion('condition', [
      shareOfDays.extend({ condition: z.literal('legs'), answer: z.enum(legAnswers) }),
      shareOfDays.extend({ condition: z.literal('bedding'), answer: z.enum(beddings.ids) }),
      shareOfDays.extend({ condition: z.literal('position'), answer: z.enum(sleepPositions.ids) }),
      shareOfDays.extend({ condition: z.literal('room'), answer: z.enum(roomFeels.ids) }),
    ]),
  ),
  leftOut: z.strictObject({
    /** Nights without the time of getting up. */
    withoutEnd: z.int(),
    /** Nights without an answer about cramps, or with one that may have been before or after it. */
    withoutWord: z.int(),
  }),
})
export type NightPattern = z.infer<typeof nightPattern>
export type ConditionShare = NightPattern['conditions'][number]

type Night = EntryOf<'night'>

interface JudgedNight {
  readonly night: Night
  readonly hasCramp: boolean
}

/**
 * @param nights nights of the period, in any order
 * @param timeZone IANA name of the person's zone, in which the ends of nights are read
 */
export function computeNightPattern(
  nights: readonly Night[],
  tracked: TrackedCramps,
  timeZone: string,
): NightPattern {
  const isTracked = new Set(tracked.trackedDays)
  const crampsOfDay = groupByPossibleDay(tracked)
  const ended = nights.filter(({ wakeAt }) => wakeAt !== null)
  const judged = ended
    .filter(night => isTracked.has(dayOf(night)))
    .flatMap((night): JudgedNight | [] => {
      const from = getLocalMinutes(night)
      const until = getLocalMinutes(momentOfEnd(night.wakeAt ?? night.at, night, timeZone))
      const answers = (crampsOfDay.get(dayOf(night)) ?? []).map(cramp => isWithin(cramp, { from, until }))
      const hasCramp = answers.includes(true)
      return !hasCramp && answers.includes(null) ? [] : { night, hasCramp }
    })
  const shareOf = (isMeant: (night: Night) => boolean) => {
    const meant = judged.filter(({ night }) => isMeant(night))
    return getShareOfDays(meant.filter(({ hasCramp }) => hasCramp).length, meant.length)
  }
  return {
    all: shareOf(() => true),
    conditions: [
      ...legAnswers.map(answer => ({
        condition: 'legs' as const,
        answer,
        ...shareOf(({ coldLegs }) => coldLegs === (answer === 'cold')),
      })),
      ...beddings.ids.map(answer => ({
        condition: 'bedding' as const,
        answer,
        ...shareOf(({ bedding }) => bedding === answer),
      })),
      ...sleepPositions.ids.map(answer => ({
        condition: 'position' as const,
        answer,
        ...shareOf(({ position }) => position === answer),
      })),
      ...roomFeels.ids.map(answer => ({
        condition: 'room' as const,
        answer,
        ...shareOf(({ roomFeel }) => roomFeel === answer),
      })),
    ].filter(({ days }) => days > 0),
    leftOut: { withoutEnd: nights.length - ended.length, withoutWord: ended.length - judged.length },
  }
}

const dayOf = (night: Night): DayNumber => getNightDayNumber(night)

/** Cramps by each cramp-day that they may belong to. */
function groupByPossibleDay({ cramps }: TrackedCramps): Map<DayNumber, Cramp[]> {
  const byDay = new Map<DayNumber, Cramp[]>()
  for (const { cramp } of cramps)
    for (const day of listPossibleCrampDays(cramp)) byDay.set(day, [...(byDay.get(day) ?? []), cramp])
  return byDay
}

/** True for a cramp that began in bed; null where only a part of its possible onsets did. */
function isWithin(cramp: Cramp, { from, until }: Interval): boolean | null {
  const { onsetPrecision: precision } = cramp
  if (precision === 'night') return true
  const { first, last } = getPossibleOnsets({ onset: getLocalMinutes(cramp), precision })
  if (last < from || first >= until) return false
  return first >= from && last < until ? true : null
}
