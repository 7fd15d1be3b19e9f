/** How much was drunk before cramps and on days without: by amount, and how the amounts are spread. */
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
  /** Cramp-days that are tracked, and those of them whose drinks of the 24 hours before are all known. */
  trackedDays: z.int(),
  days: z.int(),
  /** By the amount of the 24 hours before; empty when nothing is known. */
  doseResponse: z.array(doseBar),
  /** Days by amount in equal steps, from the smallest to the largest amount there was. */
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
/** A slip of the pen (50 litres) must not make a chart of two hundred steps: from here on all is one step. */
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
