/**
 * The one list of built-in exposures, in the order of the study design. They are the family in which false discoveries
 * are controlled. A new exposure is a record in one of these groups.
 */
import { type TrackedKind, trackedKinds } from '../../kinds/check-in.ts'
import { days } from './days.ts'
import { diet } from './diet.ts'
import { amountsDrunk, stimulants } from './drinking.ts'
import { exercises } from './exercises.ts'
import type { Exposure } from './exposure.ts'
import { shoes } from './footwear.ts'
import { sleep } from './sleep.ts'
import { stillness } from './stillness.ts'
import { cold, training } from './training.ts'

const groups = [
  ...amountsDrunk,
  ...training,
  ...shoes,
  ...stillness,
  ...cold,
  ...stimulants,
  ...exercises,
  ...diet,
  ...sleep,
  ...days,
]

export type ExposureKey = (typeof groups)[number]['key']
export type BuiltInExposure = Exposure<ExposureKey>

export const exposures: readonly BuiltInExposure[] = groups
export const exposureKeys: readonly ExposureKey[] = exposures.map(({ key }) => key)

const exposureOfKey = new Map(exposures.map(exposure => [exposure.key, exposure]))

/** @throws RangeError for a key that is not in the list */
export function getExposure(key: ExposureKey): BuiltInExposure {
  const exposure = exposureOfKey.get(key)
  if (exposure === undefined) throw new RangeError(`key: no exposure "${key}"`)
  return exposure
}

/** Kinds followed by a journal that begins with these suspects: cramps, and what its suspects need. */
export const listFollowedAtFirst = (suspects: readonly string[]): TrackedKind[] => {
  const needed = new Set(exposures.filter(({ key }) => suspects.includes(key)).flatMap(({ needs }) => needs))
  return trackedKinds.filter(kind => kind === 'cramp' || needed.has(kind))
}
