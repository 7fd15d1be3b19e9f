/**
 * The one list of built-in exposures, in the order of the study design. A new one is a record in one of these groups.
 *
 * The catalogue of a journal is this list and one exposure per own factor: together they are the family in which false
 * discoveries are controlled.
 */
import { z } from 'zod'
import { type TrackedKind, trackedKinds } from '../../kinds/check-in.ts'
import { days } from './days.ts'
import { diet } from './diet.ts'
import { amountsDrunk, stimulants } from './drinking.ts'
import { exercises } from './exercises.ts'
import type { Exposure } from './exposure.ts'
import { shoes } from './footwear.ts'
import { isOwnKey, makeOwnExposure, type OwnKey, ownKeySchema } from './own-exposure.ts'
import { sleep } from './sleep.ts'
import { stillness } from './stillness.ts'
import type { StudiedFactor } from './studied-factor.ts'
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

export type BuiltInKey = (typeof groups)[number]['key']
export type BuiltInExposure = Exposure<BuiltInKey>

/** Key of any exposure of a catalogue. */
export type ExposureKey = BuiltInKey | OwnKey
export type CataloguedExposure = Exposure<ExposureKey>

export const exposures: readonly BuiltInExposure[] = groups
export const builtInKeys: readonly BuiltInKey[] = exposures.map(({ key }) => key)

/** Schema of a key, built in or own: the one parser of both. */
export const exposureKey = z.union([z.enum(builtInKeys), ownKeySchema])

/** Exposures of a journal: the built-in ones, then one for each of its own factors. */
export const makeCatalogue = (factors: readonly StudiedFactor[]): readonly CataloguedExposure[] => [
  ...exposures,
  ...factors.map(makeOwnExposure),
]

const exposureOfKey: ReadonlyMap<string, BuiltInExposure> = new Map(
  exposures.map(exposure => [exposure.key, exposure]),
)

/** @throws RangeError for a key that is not in the list */
export function getExposure(key: BuiltInKey): BuiltInExposure {
  const exposure = exposureOfKey.get(key)
  if (exposure === undefined) throw new RangeError(`key: no exposure "${key}"`)
  return exposure
}

/**
 * The exposure of a finding: from the list, or made from the own factor that the finding holds.
 *
 * @throws RangeError for an own key without its factor
 */
export function getExposureOf({
  key,
  factor,
}: {
  readonly key: ExposureKey
  readonly factor: StudiedFactor | null
}): CataloguedExposure {
  if (factor !== null) return makeOwnExposure(factor)
  if (isOwnKey(key)) throw new RangeError(`factor: missing for "${key}"`)
  return getExposure(key)
}

/** Kinds followed by a journal that begins with these suspects: cramps, and what its suspects need. */
export const listFollowedAtFirst = (suspects: readonly string[]): TrackedKind[] => {
  const needed = new Set(exposures.filter(({ key }) => suspects.includes(key)).flatMap(({ needs }) => needs))
  return trackedKinds.filter(kind => kind === 'cramp' || needed.has(kind))
}
