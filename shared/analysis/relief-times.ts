/**
 * Time to relief by technique (Kaplan-Meier). Techniques are chosen by how bad a cramp is (confounding by indication),
 * so they are never ranked or tested against each other.
 */
import { z } from 'zod'
import { cramp } from '../kinds/cramp.ts'
import { computeSurvivalCurve, computeSurvivalQuantile } from '../statistics/kaplan-meier.ts'
import { computeQuantile } from '../statistics/quantile.ts'
import type { Cramp } from './tracked-cramps.ts'

const reliefSchema = cramp.fields.relief.fields.technique.schema

/** Quartiles of the time to relief, in minutes; null where the curve does not reach them. */
const minutesToRelief = z.strictObject({
  quarter: z.number().nullable(),
  half: z.number().nullable(),
  threeQuarters: z.number().nullable(),
  /** Longest observed time in minutes, censored or not. */
  last: z.number(),
})

export const reliefTimes = z.strictObject({
  cramps: z.int(),
  /** Cramps for which at least one technique is written down. */
  crampsWithRelief: z.int(),
  /** Techniques that were tried, in order of their id. */
  techniques: z.array(
    z.strictObject({
      technique: reliefSchema,
      uses: z.int(),
      /** Uses with a known time. */
      timedUses: z.int(),
      helped: z.strictObject({ yes: z.int(), aLittle: z.int(), no: z.int(), untold: z.int() }),
      /** Null with fewer than `MIN_TIMED_USES`. */
      minutes: minutesToRelief.nullable(),
      /** Median intensity, 0 to 10, of the cramps in which it was tried; null where none is known. */
      medianIntensity: z.number().nullable(),
    }),
  ),
})
export type ReliefTimes = z.infer<typeof reliefTimes>
export type TechniqueTimes = ReliefTimes['techniques'][number]

/** Minimum timed uses of a technique for its curve. */
export const MIN_TIMED_USES = 5

interface Use {
  readonly technique: TechniqueTimes['technique']
  readonly helped: Cramp['relief'][number]['helped']
  readonly intensity: number | null
  /** Time from the start of the technique to relief, or to censoring; null where neither is known. */
  readonly minutes: number | null
  /** Relief was observed; otherwise the time is censored. */
  readonly isGone: boolean
}

export function computeReliefPattern(cramps: readonly Cramp[]): ReliefTimes {
  const uses = cramps.flatMap(listUses)
  return {
    cramps: cramps.length,
    crampsWithRelief: cramps.filter(({ relief }) => relief.length > 0).length,
    techniques: [...Map.groupBy(uses, ({ technique }) => technique)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([technique, ofTechnique]) => describeTechnique(technique, ofTechnique)),
  }
}

/**
 * Uses of one cramp. A cramp that something else ended, or without a time of relief, is censored at its observed end,
 * counted from the start of the technique, or from the onset where that start is unknown.
 */
function listUses({ relief, durationSeconds, intensity }: Cramp): Use[] {
  return relief.map(({ technique, helped, startedAfterMinutes, minutesToRelief: minutes }) => ({
    technique,
    helped,
    intensity,
    minutes: minutes ?? getSeenMinutes(durationSeconds, startedAfterMinutes),
    isGone: minutes !== null && helped !== 'no',
  }))
}

/** Censoring time in minutes; null where the duration is unknown, or the technique began after the cramp had ended. */
function getSeenMinutes(durationSeconds: number | null, startedAfterMinutes: number | null): number | null {
  if (durationSeconds === null) return null
  const minutes = durationSeconds / 60 - (startedAfterMinutes ?? 0)
  return minutes > 0 ? minutes : null
}

function describeTechnique(technique: TechniqueTimes['technique'], uses: readonly Use[]): TechniqueTimes {
  const timed = uses.flatMap(({ minutes, isGone }) => (minutes === null ? [] : [{ minutes, isGone }]))
  const intensities = uses.flatMap(({ intensity }) => intensity ?? [])
  const answered = (answer: Use['helped']) => uses.filter(({ helped }) => helped === answer).length
  return {
    technique,
    uses: uses.length,
    timedUses: timed.length,
    helped: {
      yes: answered('yes'),
      aLittle: answered('a-little'),
      no: answered('no'),
      untold: answered(null),
    },
    minutes: timed.length < MIN_TIMED_USES ? null : measureMinutes(timed),
    medianIntensity: intensities.length === 0 ? null : computeQuantile(intensities, 0.5),
  }
}

function measureMinutes(timed: readonly { readonly minutes: number; readonly isGone: boolean }[]) {
  const curve = computeSurvivalCurve(
    timed.map(({ minutes }) => minutes),
    timed.map(({ isGone }) => Number(isGone)),
  )
  return {
    quarter: computeSurvivalQuantile(curve, 0.25),
    half: computeSurvivalQuantile(curve, 0.5),
    threeQuarters: computeSurvivalQuantile(curve, 0.75),
    last: curve.lastTime,
  }
}
