/** All studies of the full simulation. */
import { coinStudies } from './coins.ts'
import { controlStudies } from './controls.ts'
import { errorRateStudies } from './error-rate.ts'
import { experimentStudies } from './experiments.ts'
import { manyCrampsStudies } from './many-cramps.ts'
import { oneExposureStudies } from './one-exposure.ts'
import { ownFactorStudies } from './own-factors.ts'
import { powerStudies } from './power.ts'
import { roughOnsetStudies } from './rough-onsets.ts'
import { separatedStudies } from './separated.ts'
import type { Study } from './study.ts'

export const studies: readonly Study[] = [
  ...oneExposureStudies,
  ...manyCrampsStudies,
  ...controlStudies,
  ...errorRateStudies,
  ...powerStudies,
  ...ownFactorStudies,
  ...experimentStudies,
  ...coinStudies,
  ...roughOnsetStudies,
  ...separatedStudies,
]

export function findStudy(name: string): Study {
  const study = studies.find(one => one.name === name)
  if (study === undefined) throw new RangeError(`there is no scenario "${name}"`)
  return study
}
