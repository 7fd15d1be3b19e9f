/**
 * Diary of the simulated life, with missing data: whole days are missing, some in a row (a holiday without the computer),
 * more at weekends than on working days, and fewer after a cramp. Because of that last dependence, an analysis that reads
 * "not logged" as "nothing" is biased.
 */

import { activity as activityKind } from '../kinds/activity.ts'
import type { CheckIn } from '../kinds/check-in.ts'
import { type CrampDraft, type ReliefAction, untoldCramp } from '../kinds/cramp.ts'
import type { DraftOf, EntryKind } from '../kinds/entry.ts'
import { createRandom, type Random } from '../statistics/random.ts'
import { dateOfDayNumber } from '../time/calendar-date.ts'
import type { SimulatedCramp } from './cramps.ts'
import { between, chance, pick, pickWeighted } from './draws.ts'
import type { PostureTime, Session, SimulatedDay, SimulatedDrink, SimulatedWearing } from './life.ts'
import { crampNotes, drinkNotes, sessionNotes } from './notes.ts'
import { dayOf, MINUTES_PER_DAY, type WallMinute } from './wall-time.ts'

/** Day start of the demo's profile, minutes after midnight: the simulated days are calendar dates. */
export const DEMO_DAY_START_MINUTES = 0

/** Granularity of drinks: an entry per drink or, for benchmarks, per sip: many more entries of the same total volume. */
export type Detail = 'everyday' | 'every-sip'

/** Entry in wall-clock time, before it has an id and a time zone. */
export type DemoEntry = { [Kind in EntryKind]: DemoEntryOf<Kind> }[EntryKind]
export interface DemoEntryOf<Kind extends EntryKind> {
  readonly kind: Kind
  readonly at: WallMinute
  readonly loggedAt: WallMinute
  /** End of a wearing or a night; null for other kinds. */
  readonly endsAt: WallMinute | null
  readonly fields: Omit<DraftOf<Kind>, 'kind' | 'at' | 'offsetMinutes' | 'takenOffAt' | 'wakeAt' | 'reliefOf'>
  /** The cramp that a drink was meant to relieve. */
  readonly reliefOf: DemoEntry | null
}

export interface DemoDiary {
  readonly written: readonly DemoEntry[]
  readonly checkIns: readonly CheckIn[]
  /** Day numbers with a diary: neither on holiday nor missing. */
  readonly loggedDays: ReadonlySet<number>
}

/** Writes the diary of `days`, of which `onsets` are all cramps. */
export function writeDiary(
  chanceOfAll: Random,
  days: readonly SimulatedDay[],
  onsets: readonly SimulatedCramp[],
  detail: Detail,
): DemoDiary {
  const written: DemoEntry[] = []
  const checkIns: CheckIn[] = []
  const loggedDays = new Set<number>()
  const byCrampDay = Map.groupBy(onsets, onset => onset.crampDay)
  const holidays = planHolidays(chanceOfAll, days)
  for (const simulatedDay of days) {
    const random = createRandom(chanceOfAll.nextUint32())
    if (holidays.has(simulatedDay.day)) continue
    const date = dateOfDayNumber(simulatedDay.day)
    const cramps = byCrampDay.get(simulatedDay.day) ?? []
    // A separate random stream for drinks, because their number depends on the detail and other values must not.
    const drinkRandom = createRandom(random.nextUint32())
    const missing = chance(random, (simulatedDay.weekend ? 0.16 : 0.06) / (cramps.length > 0 ? 2 : 1))
    if (missing) {
      // A missing day can still have one to three drinks: a drink alone does not imply a complete day.
      if (chance(random, 0.5))
        written.push(
          ...simulatedDay.drinks.slice(0, between(random, 1, 3)).map(drunk => writeDrink(drinkRandom, drunk)),
        )
      continue
    }
    loggedDays.add(simulatedDay.day)
    for (const onset of cramps) {
      const cramp = writeCramp(random, onset)
      written.push(cramp)
      if (chance(random, 0.08)) written.push(writeReliefDrink(random, cramp))
    }
    if (cramps.length === 0 || chance(random, 0.7))
      checkIns.push({ date, kind: 'cramp', dayStartMinutes: DEMO_DAY_START_MINUTES })
    const drinks = detail === 'every-sip' ? simulatedDay.drinks.flatMap(splitIntoSips) : simulatedDay.drinks
    written.push(...drinks.map(drunk => writeDrink(drinkRandom, drunk)))
    if (chance(random, 0.93)) checkIns.push({ date, kind: 'fluid', dayStartMinutes: DEMO_DAY_START_MINUTES })
    written.push(...simulatedDay.worn.map(wearing => writeShoe(random, wearing)))
    if (chance(random, 0.85))
      checkIns.push({ date, kind: 'footwear', dayStartMinutes: DEMO_DAY_START_MINUTES })
    written.push(...simulatedDay.sessions.map(session => writeSession(random, session)))
    if (chance(random, 0.8))
      written.push(writePostureTime(random, simulatedDay.day, 'sitting-or-travel', simulatedDay.sitting))
    if (chance(random, 0.6))
      written.push(writePostureTime(random, simulatedDay.day, 'standing', simulatedDay.standing))
    if (chance(random, 0.85))
      checkIns.push({ date, kind: 'activity', dayStartMinutes: DEMO_DAY_START_MINUTES })
  }
  return { written, checkIns, loggedDays }
}

/** Holidays: nine days without an entry in each half year, from a Saturday to the Sunday of the next week. */
function planHolidays(random: Random, days: readonly SimulatedDay[]): Set<number> {
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

function writeCramp(random: Random, onset: SimulatedCramp): DemoEntryOf<'cramp'> {
  const night = onset.setting === 'night'
  const precision = pickWeighted(random, [
    ['exact', 72],
    ['about', 16],
    ['night', night ? 14 : 0],
  ])
  // An "about" time is rounded to 15 minutes; "in the night" is stored as 03:00.
  const at =
    precision === 'exact'
      ? onset.at
      : precision === 'about'
        ? Math.round(onset.at / 15) * 15
        : (onset.crampDay + 1) * MINUTES_PER_DAY + 180
  // At most 9.5 minutes: more than ten would raise the warning to see a doctor the same day.
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

function drawSites(random: Random, { setting }: SimulatedCramp): CrampDraft['sites'] {
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

function drawState(random: Random, { setting }: SimulatedCramp): CrampDraft['stateAtOnset'] {
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

/** Glass of water after a cramp, marked as relief so that it does not count as an exposure before it. */
function writeReliefDrink(random: Random, cramp: DemoEntryOf<'cramp'>): DemoEntryOf<'fluid'> {
  const drunk = {
    at: cramp.at + between(random, 4, 15),
    drink: 'water',
    volumeMl: 200,
    alcoholPercent: null,
    caffeineMg: null,
  } as const
  return { ...writeDrink(random, drunk), reliefOf: cramp }
}

function writeDrink(random: Random, { at, ...drunk }: SimulatedDrink): DemoEntryOf<'fluid'> {
  // Logged at once with 85%, otherwise in the evening.
  const evening = dayOf(at) * MINUTES_PER_DAY + 1350
  const loggedAt = chance(random, 0.85) ? at + between(random, 0, 20) : Math.max(evening, at)
  const note = chance(random, 0.01) ? pick(random, drinkNotes) : ''
  return { kind: 'fluid', at, loggedAt, endsAt: null, reliefOf: null, fields: { ...drunk, note } }
}

/** Splits a drink into sips of about 65 ml, three minutes apart. */
function splitIntoSips({ at, volumeMl, ...drunk }: SimulatedDrink): SimulatedDrink[] {
  const sips = Math.max(1, Math.round(volumeMl / 65))
  const whole = Math.floor(volumeMl / sips)
  return Array.from({ length: sips }, (_, index) => ({
    ...drunk,
    at: at + index * 3,
    volumeMl: index === 0 ? volumeMl - whole * (sips - 1) : whole,
    // Alcohol is a concentration, caffeine an amount: the first sip gets it all, so that the day's sum stays the same.
    caffeineMg: index === 0 ? drunk.caffeineMg : null,
  }))
}

function writeShoe(random: Random, { shoeId, from, to }: SimulatedWearing): DemoEntryOf<'footwear'> {
  return {
    kind: 'footwear',
    at: from,
    loggedAt: chance(random, 0.7) ? from + between(random, 0, 15) : to + between(random, 0, 60),
    endsAt: to,
    reliefOf: null,
    fields: { note: '', shoeId },
  }
}

function writeSession(random: Random, session: Session): DemoEntryOf<'activity'> {
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

/** Whole-day entry, written in the evening; its time is noon of its date. */
function writePostureTime(
  random: Random,
  day: number,
  activity: 'sitting-or-travel' | 'standing',
  { minutes, longestBoutMinutes }: PostureTime,
): DemoEntryOf<'activity'> {
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
