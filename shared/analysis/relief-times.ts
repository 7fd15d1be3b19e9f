/**
 * What ended the cramps, and how soon. Techniques are chosen by how bad a cramp is, so they are told side by side and
 * never ranked or tested against each other.
 */
import { z } from 'zod'
import { reliefTechniques } from '../kinds/reliefs.ts'
import { computeSurvivalCurve, computeSurvivalQuantile } from '../statistics/kaplan-meier.ts'
import { computeQuantile } from '../statistics/quantile.ts'
import type { Cramp } from './tracked-cramps.ts'

/** Minutes by which a quarter, half and three quarters of the cramps were gone; null where that was not reached. */
const minutesToRelief = z.strictObject({
  quarter: z.number().nullable(),
  half: z.number().nullable(),
  threeQuarters: z.number().nullable(),
  /** The longest time that was seen, gone by then or not. */
  last: z.number(),
})

export const reliefTimes = z.strictObject({
  cramps: z.int(),
  /** Cramps for which at least one technique is written down. */
  crampsWithRelief: z.int(),
  /** Techniques that were tried, by name. */
  techniques: z.array(
    z.strictObject({
      technique: z.enum(reliefTechniques.ids),
      /** How often it was tried, and how often it is known for how long. */
      uses: z.int(),
      timedUses: z.int(),
      helped: z.strictObject({ yes: z.int(), aLittle: z.int(), no: z.int(), untold: z.int() }),
      /** Null with too few uses of a known time. */
      minutes: minutesToRelief.nullable(),
      /** Median intensity, 0 to 10, of the cramps in which it was tried; null where none is written down. */
      medianIntensity: z.number().nullable(),
    }),
  ),
})
export type ReliefTimes = z.infer<typeof reliefTimes>
export type TechniqueTimes = ReliefTimes['techniques'][number]

/** Fewer uses of a known time say nothing about how soon. */
export const MIN_TIMED_USES = 5

interface Use {
  readonly technique: TechniqueTimes['technique']
  readonly helped: Cramp['relief'][number]['helped']
  readonly intensity: number | null
  /** Until the cramp was gone by it, or as long as it was seen to last; null where neither is known. */
  readonly minutes: number | null
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
 * A cramp that something else ended, or of which nobody wrote down when it let go, counts for as long as it was seen to
 * last from the start of what was tried; from its onset where that start is not known.
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

/** Null when nobody knows, or when it was tried only after the cramp had gone. */
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
