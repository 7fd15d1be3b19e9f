/** Planted risk ratios, per step of the analysis' own scale. */
import { type ExposureKey, exposures } from '../../../shared/analysis/exposures/exposures.ts'
import { plantedEffects } from '../../../shared/demo/planted-truth.ts'

/** Planted ratio by exposure, without exposures that have no effect. */
export const plantedRatios: ReadonlyMap<ExposureKey, number> = new Map(
  plantedEffects
    .filter(({ riskRatio }) => riskRatio !== 1)
    .map(({ exposure, step, riskRatio }) => {
      const scale = exposures.find(({ key }) => key === exposure)?.scale
      return [exposure, riskRatio ** ((scale?.kind === 'amount' ? scale.step : 1) / step)]
    }),
)
