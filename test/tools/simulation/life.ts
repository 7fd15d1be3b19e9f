/**
 * Simulated lives: span of days, drift of habits and risk over it, and onsets of cramps.
 *
 * Weekends and seasons confound: they change both habits and risk, so an analysis that does not match for them finds false
 * links. This file shares no code with the program's windows, matched sets or tests.
 */
import { chance, drawAutoregressiveNormals } from '../../../shared/demo/draws.ts'
import { computeNormalTails } from '../../../shared/statistics/distributions.ts'
import { drawPoisson, type Random } from '../../../shared/statistics/random.ts'
import { MINUTES_PER_DAY, type WallMinute } from './written-journal.ts'

/** Day number of 2023-12-25, a Monday and first day of a block of four weeks. */
export const BLOCK_START = 19716
const DAYS_PER_WEEK = 7
const WEEKS_PER_BLOCK = 4
/** Days by which habits extend beyond both ends of a diary, because windows reach there. */
const MARGIN_DAYS = 2

export const isWeekend = (day: number): boolean => (day - BLOCK_START) % DAYS_PER_WEEK >= 5

/** Days of a diary, as day numbers. */
export interface Span {
  readonly first: number
  readonly days: number
}

/** Span that begins on a random Monday within a block: real diaries are not aligned with blocks. */
export function startOnAnyMonday(random: Random, days: number): Span {
  return { first: BLOCK_START + DAYS_PER_WEEK * random.nextInteger(WEEKS_PER_BLOCK), days }
}

export const daysOf = ({ first, days }: Span): number[] => Array.from({ length: days }, (_, d) => first + d)

/** Value by day number, for the span and its margins. */
export type ByDay = (day: number) => number

/** Sine of one year with amplitude 1 and random phase. */
export function drawSeason(random: Random, { first }: Span): ByDay {
  const phase = 2 * Math.PI * random.nextUniform()
  return day => Math.sin((2 * Math.PI * (day - first)) / 365 + phase)
}

/** AR(1) series of standard normal values with coefficient `memory`, in steps of `every` days. */
export function drawDrift(random: Random, { first, days }: Span, memory: number, every = 1): ByDay {
  const start = first - MARGIN_DAYS
  const values = drawAutoregressiveNormals(random, Math.ceil((days + 2 * MARGIN_DAYS) / every), memory)
  return day => values[Math.floor((day - start) / every)] ?? Number.NaN
}

/** Probability of the yes/no habit on a day, by weekend and season. */
export function getHabitShare(day: number, season: number): number {
  const share = (isWeekend(day) ? 0.6 : 0.25) * (1 + 0.3 * season)
  return Math.min(0.95, Math.max(0.02, share))
}

/** True on a share of the days: normal drift below the quantile of `share`. */
export const isBelow = (drift: number, share: number): boolean => computeNormalTails(drift).lower < share

/** Onset within a cramp-day, in minutes after noon: mostly at night. */
export function drawOffset(random: Random): number {
  return chance(random, 0.7) ? 13 * 60 + random.nextInteger(4 * 60) : drawAnyOffset(random)
}

/** Onset uniform over the 24 hours, in minutes after noon. */
export const drawAnyOffset = (random: Random): number => random.nextInteger(MINUTES_PER_DAY)

export const MOST_LIKELY = 0.95

/** Risk multiplier of a cramp-day by weekend and season, without the exposure. */
export function getRiskFactor(day: number, season: number): number {
  return (isWeekend(day) ? 1.5 : 0.85) * (1 + 0.3 * season)
}

/** Onsets by cramp-day, one or several each. */
export type Cramps = ReadonlyMap<number, readonly WallMinute[]>

/**
 * Draws the cramps of a span. The time is drawn first, then whether a cramp occurs, with the risk at that time: so the
 * true effect is that of the exposure in the hours before the onset.
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
 * Cramps of a person who has them on most days: a Poisson count per cramp-day around that day's mean, thinned so that each
 * onset has the rate of its own time. `getShare` is that rate as a share of the mean.
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

/** Days without any entry: more at weekends, fewer with a cramp, as in real diaries. */
export function drawUntracked(random: Random, span: Span, cramps: Cramps): ReadonlySet<number> {
  return new Set(
    daysOf(span).filter(day => chance(random, (isWeekend(day) ? 0.35 : 0.15) / (cramps.has(day) ? 2 : 1))),
  )
}

/** Days missing completely at random. */
export function drawMissing(random: Random, span: Span, share: number): ReadonlySet<number> {
  return new Set(daysOf(span).filter(() => chance(random, share)))
}
