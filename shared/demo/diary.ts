/**
 * What of the person's life gets written down, and when. Days go missing: some in a row (a holiday without the
 * computer), more at weekends than on working days, and fewer when there was a cramp to write down. That last habit is
 * what makes reading "not logged" as "nothing" go wrong.
 */

import { activity as activityKind } from '../kinds/activity.ts'
import type { CheckIn } from '../kinds/check-in.ts'
import { type CrampDraft, type ReliefAction, untoldCramp } from '../kinds/cramp.ts'
import type { DraftOf, EntryKind } from '../kinds/entry.ts'
import { createRandom, type Random } from '../statistics/random.ts'
import { dateOfDayNumber } from '../time/calendar-date.ts'
import type { Onset } from './cramps.ts'
import { between, chance, pick, pickWeighted } from './draws.ts'
import type { Drunk, LivedDay, Session, StillTime, Worn } from './life.ts'
import { crampNotes, drinkNotes, sessionNotes } from './notes.ts'
import { dayOf, MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/** The person's days are calendar dates, as the life that is drawn for them is. */
export const DEMO_DAY_START_MINUTES = 0

/** Drinks one by one as they are finished, or sip by sip: the same volume in many more entries, for speed tests. */
export type Detail = 'everyday' | 'every-sip'

/** An entry by the clock on the wall, before it has an id and a time zone. */
export type Written = { [Kind in EntryKind]: WrittenAs<Kind> }[EntryKind]
export interface WrittenAs<Kind extends EntryKind> {
  readonly kind: Kind
  readonly at: WallMinute
  readonly loggedAt: WallMinute
  /** For footwear, when it was taken off; for a night, when the person got up. */
  readonly endsAt: WallMinute | null
  readonly fields: Omit<DraftOf<Kind>, 'kind' | 'at' | 'offsetMinutes' | 'takenOffAt' | 'wakeAt' | 'reliefOf'>
  /** The cramp a drink was drunk against. */
  readonly reliefOf: Written | null
}

export interface DemoDiary {
  readonly written: readonly Written[]
  readonly checkIns: readonly CheckIn[]
  /** The days on which it was kept, by their number: neither away nor missing. */
  readonly keptDays: ReadonlySet<number>
}

/** Writes the diary of `days`; `onsets` are all their cramps. */
export function keepDiary(
  chanceOfAll: Random,
  days: readonly LivedDay[],
  onsets: readonly Onset[],
  detail: Detail,
): DemoDiary {
  const written: Written[] = []
  const checkIns: CheckIn[] = []
  const keptDays = new Set<number>()
  const byCrampDay = Map.groupBy(onsets, onset => onset.crampDay)
  const holidays = planHolidays(chanceOfAll, days)
  for (const lived of days) {
    const random = createRandom(chanceOfAll.nextUint32())
    if (holidays.has(lived.day)) continue
    const date = dateOfDayNumber(lived.day)
    const cramps = byCrampDay.get(lived.day) ?? []
    // Drinks draw from a stream of their own: their number depends on the detail, and nothing else may.
    const drinkRandom = createRandom(random.nextUint32())
    const missing = chance(random, (lived.weekend ? 0.16 : 0.06) / (cramps.length > 0 ? 2 : 1))
    if (missing) {
      // A drink or two may be there all the same: that is why a drink alone proves nothing.
      if (chance(random, 0.5))
        written.push(
          ...lived.drinks.slice(0, between(random, 1, 3)).map(drunk => writeDrink(drinkRandom, drunk)),
        )
      continue
    }
    keptDays.add(lived.day)
    for (const onset of cramps) {
      const cramp = writeCramp(random, onset)
      written.push(cramp)
      if (chance(random, 0.08)) written.push(writeReliefDrink(random, cramp))
    }
    if (cramps.length === 0 || chance(random, 0.7))
      checkIns.push({ date, kind: 'cramp', dayStartMinutes: DEMO_DAY_START_MINUTES })
    const drinks = detail === 'every-sip' ? lived.drinks.flatMap(splitIntoSips) : lived.drinks
    written.push(...drinks.map(drunk => writeDrink(drinkRandom, drunk)))
    if (chance(random, 0.93)) checkIns.push({ date, kind: 'fluid', dayStartMinutes: DEMO_DAY_START_MINUTES })
    written.push(...lived.worn.map(wearing => writeShoe(random, wearing)))
    if (chance(random, 0.85))
      checkIns.push({ date, kind: 'footwear', dayStartMinutes: DEMO_DAY_START_MINUTES })
    written.push(...lived.sessions.map(session => writeSession(random, session)))
    if (chance(random, 0.8))
      written.push(writeStillTime(random, lived.day, 'sitting-or-travel', lived.sitting))
    if (chance(random, 0.6)) written.push(writeStillTime(random, lived.day, 'standing', lived.standing))
    if (chance(random, 0.85))
      checkIns.push({ date, kind: 'activity', dayStartMinutes: DEMO_DAY_START_MINUTES })
  }
  return { written, checkIns, keptDays }
}

/** Nine days without an entry in each half year, from a Saturday to the Sunday of the next week. */
function planHolidays(random: Random, days: readonly LivedDay[]): Set<number> {
  const away = new Set<number>()
  const halfYear = 182
  for (let start = 0; start + halfYear <= days.length; start += halfYear) {
    const near = start + between(random, 60, 110)
    const saturday = days
      .slice(near)
      .find(
        ({ day, weekend }, index, list) =>
          weekend && list[index + 1]?.day === day + 1 && list[index + 1]?.weekend,
      )
    if (saturday !== undefined) for (let day = saturday.day; day < saturday.day + 9; day++) away.add(day)
  }
  return away
}

function writeCramp(random: Random, onset: Onset): WrittenAs<'cramp'> {
  const night = onset.setting === 'night'
  const precision = pickWeighted(random, [
    ['exact', 72],
    ['about', 16],
    ['night', night ? 14 : 0],
  ])
  // Nobody knows "about" to the minute, and "in the night" is written down as three o'clock.
  const at =
    precision === 'exact'
      ? onset.at
      : precision === 'about'
        ? Math.round(onset.at / 15) * 15
        : (onset.crampDay + 1) * MINUTES_PER_DAY + 180
  // None of more than ten minutes, which would raise a card to see a doctor the same day.
  const durationSeconds = Math.round(Math.min(570, Math.max(15, 100 * Math.exp(0.8 * random.nextNormal()))))
  const inTheMorning = (onset.crampDay + 1) * MINUTES_PER_DAY + between(random, 420, 480)
  const soon = at + Math.ceil(durationSeconds / 60) + between(random, 1, 12)
  const loggedAt = night && precision !== 'exact' ? Math.max(inTheMorning, soon) : soon
  const intensity = Math.min(10, Math.max(2, Math.round(6 + 1.6 * random.nextNormal())))
  return {
    kind: 'cramp',
    at,
    loggedAt,
    endsAt: null,
    reliefOf: null,
    fields: {
      ...untoldCramp,
      note: chance(random, 0.22) ? pick(random, crampNotes) : '',
      onsetPrecision: precision,
      durationSeconds: precision === 'night' && chance(random, 0.5) ? null : durationSeconds,
      sites: drawSites(random, onset),
      intensity: chance(random, 0.95) ? intensity : null,
      stateAtOnset: drawState(random, onset),
      wokeMe: night ? (chance(random, 0.93) ? true : null) : false,
      relief: drawRelief(random, durationSeconds),
      symptoms: chance(random, 0.06) ? [pick(random, ['tingling', 'numb', 'burning', 'twitching'])] : [],
      sorenessHours: chance(random, 0.3) ? between(random, 1, intensity * 3) : null,
    },
  }
}

function drawSites(random: Random, { setting }: Onset): CrampDraft['sites'] {
  const muscle =
    setting === 'night'
      ? pickWeighted(random, [
          ['calf', 60],
          ['arch', 22],
          ['toes', 14],
          ['hamstring', 4],
        ])
      : setting === 'after-sport'
        ? pickWeighted(random, [
            ['calf', 40],
            ['arch', 20],
            ['inner-thigh', 22],
            ['hamstring', 18],
          ])
        : pickWeighted(random, [
            ['arch', 50],
            ['toes', 30],
            ['calf', 20],
          ])
  const side = pickWeighted(random, [
    ['left', 55],
    ['right', 38],
    ['both', 7],
  ])
  return [{ muscle, side }]
}

function drawState(random: Random, { setting }: Onset): CrampDraft['stateAtOnset'] {
  if (setting === 'night')
    return pickWeighted(random, [
      ['asleep', 85],
      ['in-bed-awake', 15],
    ])
  if (setting === 'after-sport') return 'after-exercise'
  return pick(random, ['sitting', 'sitting', 'standing', 'walking', 'in-bed-awake'])
}

function drawRelief(random: Random, durationSeconds: number): ReliefAction[] {
  const tried = new Set<ReliefAction['technique']>()
  for (const [technique, share] of [
    ['stretch', 0.75],
    ['stand-or-walk', 0.4],
    ['massage', 0.35],
    ['ball-roll', 0.08],
    ['heat', 0.07],
  ] as const)
    if (chance(random, share)) tried.add(technique)
  return [...tried].map(technique => {
    const helped = pickWeighted(random, [
      ['yes', 5],
      ['a-little', 3],
      ['no', 1],
    ])
    const minutes = Math.max(1, Math.ceil(durationSeconds / 60))
    return {
      technique,
      helped,
      startedAfterMinutes: null,
      minutesToRelief: helped === 'yes' ? minutes : null,
    }
  })
}

/** A glass of water after it, which is relief and must never count as what led to the cramp. */
function writeReliefDrink(random: Random, cramp: WrittenAs<'cramp'>): WrittenAs<'fluid'> {
  const drunk = {
    at: cramp.at + between(random, 4, 15),
    drink: 'water',
    volumeMl: 200,
    alcoholPercent: null,
    caffeineMg: null,
  } as const
  return { ...writeDrink(random, drunk), reliefOf: cramp }
}

function writeDrink(random: Random, { at, ...drunk }: Drunk): WrittenAs<'fluid'> {
  // Mostly at once; now and then all together in the evening.
  const evening = dayOf(at) * MINUTES_PER_DAY + 1350
  const loggedAt = chance(random, 0.85) ? at + between(random, 0, 20) : Math.max(evening, at)
  const note = chance(random, 0.01) ? pick(random, drinkNotes) : ''
  return { kind: 'fluid', at, loggedAt, endsAt: null, reliefOf: null, fields: { ...drunk, note } }
}

/** The same volume, a mouthful every few minutes. */
function splitIntoSips({ at, volumeMl, ...drunk }: Drunk): Drunk[] {
  const sips = Math.max(1, Math.round(volumeMl / 65))
  const whole = Math.floor(volumeMl / sips)
  return Array.from({ length: sips }, (_, index) => ({
    ...drunk,
    at: at + index * 3,
    volumeMl: index === 0 ? volumeMl - whole * (sips - 1) : whole,
    // Strength is per volume, caffeine per entry: it goes with the first sip, so that the day's sum stays the same.
    caffeineMg: index === 0 ? drunk.caffeineMg : null,
  }))
}

function writeShoe(random: Random, { shoeId, from, to }: Worn): WrittenAs<'footwear'> {
  return {
    kind: 'footwear',
    at: from,
    loggedAt: chance(random, 0.7) ? from + between(random, 0, 15) : to + between(random, 0, 60),
    endsAt: to,
    reliefOf: null,
    fields: { note: '', shoeId },
  }
}

function writeSession(random: Random, session: Session): WrittenAs<'activity'> {
  const {
    activity,
    from,
    minutes,
    exertion,
    newOrHarder,
    cold,
    sweat,
    warmUpMinutes,
    coolDownMinutes,
    distanceKm,
  } = session
  return {
    kind: 'activity',
    at: from,
    loggedAt: from + minutes + between(random, 2, 90),
    endsAt: null,
    reliefOf: null,
    fields: {
      ...activityKind.unanswered,
      note: activity !== 'walk' && chance(random, 0.15) ? pick(random, sessionNotes) : '',
      activity,
      durationMinutes: minutes,
      exertion: chance(random, 0.97) ? exertion : null,
      newOrHarder,
      sweat,
      cold,
      warmUpMinutes,
      coolDownMinutes,
      distanceKm,
    },
  }
}

/** Written in the evening for the whole day; such an entry stands at noon of its date. */
function writeStillTime(
  random: Random,
  day: number,
  activity: 'sitting-or-travel' | 'standing',
  { minutes, longestBoutMinutes }: StillTime,
): WrittenAs<'activity'> {
  return {
    kind: 'activity',
    at: day * MINUTES_PER_DAY + 720,
    loggedAt: day * MINUTES_PER_DAY + between(random, 1230, 1380),
    endsAt: null,
    reliefOf: null,
    fields: {
      ...activityKind.unanswered,
      note: '',
      activity,
      durationMinutes: minutes,
      wholeDay: true,
      longestBoutMinutes,
    },
  }
}
