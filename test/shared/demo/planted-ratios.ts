/** What the analysis should find in the demo: per step of its own scale, the ratio that was planted. */
import { type ExposureKey, exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { plantedEffects } from '../../../shared/demo/planted-truth.ts'

/** By exposure, without those that were planted to do nothing. */
export const plantedRatios: ReadonlyMap<ExposureKey, number> = new Map(
  plantedEffects
    .filter(({ riskRatio }) => riskRatio !== 1)
    .map(({ exposure, step, riskRatio }) => {
      const scale = exposures.find(({ key }) => key === exposure)?.scale
      return [exposure, riskRatio ** ((scale?.kind === 'amount' ? scale.step : 1) / step)]
    }),
)
