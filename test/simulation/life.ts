/**
 * The lives that simulated diaries are written from: which days there are, how habits and risk move over them, and when
 * a cramp comes.
 *
 * Weekends and seasons move both the habits and the risk of a cramp: whoever does not match for them finds links that
 * are not there. Nothing in this file knows of the program's own windows, sets or tests.
 */
import { chance, driftingNormals } from '../../shared/demo/draws.ts'
import { getNormalTails } from '../../shared/statistics/distributions.ts'
import { drawPoisson, type Random } from '../../shared/statistics/random.ts'
import { MINUTES_PER_DAY, type WallMinute } from './written-journal.ts'

/** 2023-12-25, a Monday on which a block of four weeks begins. */
export const BLOCK_START = 19716
const DAYS_PER_WEEK = 7
const WEEKS_PER_BLOCK = 4
/** Habits go on before the first and after the last day of a diary: windows reach there. */
const MARGIN_DAYS = 2

export const isWeekend = (day: number): boolean => (day - BLOCK_START) % DAYS_PER_WEEK >= 5

/** Days of a diary, as day numbers. */
export interface Span {
  readonly first: number
  readonly days: number
}

/** Begins on a Monday, anywhere in a block: nobody starts a diary at a block's first day. */
export function startOnAnyMonday(random: Random, days: number): Span {
  return { first: BLOCK_START + DAYS_PER_WEEK * random.nextInteger(WEEKS_PER_BLOCK), days }
}

export const daysOf = ({ first, days }: Span): number[] => Array.from({ length: days }, (_, d) => first + d)

/** One value per day of the span and its margins. */
export type ByDay = (day: number) => number

/** A year's wave of height 1, at a random place of the year. */
export function drawSeason(random: Random, { first }: Span): ByDay {
  const phase = 2 * Math.PI * random.nextUniform()
  return day => Math.sin((2 * Math.PI * (day - first)) / 365 + phase)
}

/** Standard normal values that remember the day before (or, with `every`, the week before). */
export function drawDrift(random: Random, { first, days }: Span, memory: number, every = 1): ByDay {
  const start = first - MARGIN_DAYS
  const values = driftingNormals(random, Math.ceil((days + 2 * MARGIN_DAYS) / every), memory)
  return day => values[Math.floor((day - start) / every)] ?? Number.NaN
}

/** How common the yes/no habit of most studies is on a day: a matter of the weekend and of the season. */
export function getHabitShare(day: number, season: number): number {
  const share = (isWeekend(day) ? 0.6 : 0.25) * (1 + 0.3 * season)
  return Math.min(0.95, Math.max(0.02, share))
}

/** Yes on a share of the days, with the drift deciding which. */
export const isBelow = (drift: number, share: number): boolean => getNormalTails(drift).lower < share

/** Minutes after noon at which a cramp of this cramp-day would come: mostly in the night. */
export function drawOffset(random: Random): number {
  return chance(random, 0.7) ? 13 * 60 + random.nextInteger(4 * 60) : drawAnyOffset(random)
}

/** The same for a person who cramps at all hours. */
export const drawAnyOffset = (random: Random): number => random.nextInteger(MINUTES_PER_DAY)

export const MOST_LIKELY = 0.95

/** What makes the risk of a cramp-day differ from its base, the exposure apart. */
export function getRiskFactor(day: number, season: number): number {
  return (isWeekend(day) ? 1.5 : 0.85) * (1 + 0.3 * season)
}

/** Cramp-days and the onsets on them, one or several. */
export type Cramps = ReadonlyMap<number, readonly WallMinute[]>

/**
 * Draws the cramps of a span. When a cramp would come is drawn first, whether it comes second, at the risk of that very
 * time: so the true effect is that of the exposure in the hours before the onset.
 */
export function drawCramps(
  random: Random,
  span: Span,
  drawTime: (random: Random) => number,
  getRisk: (day: number, onset: WallMinute) => number,
): Cramps {
  const cramps = new Map<number, WallMinute[]>()
  for (const day of daysOf(span)) {
    const onset = (day + 0.5) * MINUTES_PER_DAY + drawTime(random)
    if (chance(random, Math.min(MOST_LIKELY, getRisk(day, onset)))) cramps.set(day, [onset])
  }
  return cramps
}

/**
 * Cramps of a person who has them on most days: a number for each cramp-day, Poisson around a mean of its own, and thinned
 * so that each comes at the rate of its very time. `getShare` says what
 * share of the mean that is.
 */
export function drawManyCramps(
  random: Random,
  span: Span,
  drawTime: (random: Random) => number,
  getMean: (day: number) => number,
  getShare: (onset: WallMinute) => number,
): Cramps {
  const cramps = new Map<number, WallMinute[]>()
  for (const day of daysOf(span)) {
    const onsets = Array.from(
      { length: drawPoisson(random, getMean(day)) },
      () => (day + 0.5) * MINUTES_PER_DAY + drawTime(random),
    ).filter(onset => chance(random, getShare(onset)))
    if (onsets.length > 0) cramps.set(day, onsets)
  }
  return cramps
}

/** Days on which nothing was written down: more at weekends, fewer with a cramp, as people do. */
export function drawUntracked(random: Random, span: Span, cramps: Cramps): ReadonlySet<number> {
  return new Set(
    daysOf(span).filter(day => chance(random, (isWeekend(day) ? 0.35 : 0.15) / (cramps.has(day) ? 2 : 1))),
  )
}

/** Days missing for no reason. */
export function drawMissing(random: Random, span: Span, share: number): ReadonlySet<number> {
  return new Set(daysOf(span).filter(() => chance(random, share)))
}
