/** Fluids before cramps and on days without: dose-response bars, distribution and medians. */
import { z } from 'zod'
import { computeQuantile } from '../statistics/quantile.ts'
import { type DayWithValue, readDays } from './day-values.ts'
import type { Diary } from './diary/diary.ts'
import { createWindowReader } from './diary/windows.ts'
import { makeDoseBars } from './dose-response.ts'
import { getWindow } from './exposures/exposure.ts'
import { getExposure } from './exposures/exposures.ts'
import { doseBar } from './finding.ts'
import { createCrampCalendar } from './matched-sets.ts'

export const fluidPattern = z.strictObject({
  /** Tracked cramp-days. */
  trackedDays: z.int(),
  /** Tracked cramp-days for which all drinks of the 24 hours before are known. */
  days: z.int(),
  /** Bars by the amount in the 24 hours before; empty when nothing is known. */
  doseResponse: z.array(doseBar),
  /** Histogram of the days in bins of `FLUID_STEP_ML`, from the smallest to the largest amount. */
  distribution: z.array(
    z.strictObject({
      fromMl: z.number(),
      toMl: z.number(),
      days: z.int(),
      crampDays: z.int(),
    }),
  ),
  /** Median amounts; null without such a day. */
  medianMl: z.strictObject({ withCramp: z.number().nullable(), without: z.number().nullable() }),
})
export type FluidPattern = z.infer<typeof fluidPattern>

export const FLUID_STEP_ML = 250
/** Start of the last, open bin: a typing error (50 litres) must not add two hundred empty bins. */
const LAST_STEP_ML = 6000

export function computeFluidPattern(diary: Diary): FluidPattern {
  const fluids = getExposure('fluids-low')
  const calendar = createCrampCalendar(diary)
  const days = readDays(calendar, createWindowReader(diary, getWindow(fluids, diary)))
  const medianOf = (hasEvent: boolean) => {
    const amounts = days.filter(day => day.hasEvent === hasEvent).map(({ value }) => value)
    return amounts.length === 0 ? null : computeQuantile(amounts, 0.5)
  }
  return {
    trackedDays: [...calendar.daysOfStratum.values()].flat().length + calendar.travelDays.size,
    days: days.length,
    doseResponse: makeDoseBars(fluids, days),
    distribution: spreadAmounts(days),
    medianMl: { withCramp: medianOf(true), without: medianOf(false) },
  }
}

function spreadAmounts(days: readonly DayWithValue[]): FluidPattern['distribution'] {
  const stepOf = ({ value }: DayWithValue) => Math.floor(Math.min(value, LAST_STEP_ML) / FLUID_STEP_ML)
  const steps = Map.groupBy(days, stepOf)
  if (steps.size === 0) return []
  const first = Math.min(...steps.keys())
  const last = Math.max(...steps.keys())
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const ofStep = steps.get(first + index) ?? []
    const fromMl = (first + index) * FLUID_STEP_ML
    return {
      fromMl,
      toMl: fromMl + FLUID_STEP_ML,
      days: ofStep.length,
      crampDays: ofStep.filter(({ hasEvent }) => hasEvent).length,
    }
  })
}
