import {
  type CoinChoice,
  type CoinExperiment,
  throwCoins,
} from '../../../shared/experiments/coin-experiment.ts'
import { createRandom } from '../../../shared/statistics/random.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

/** Experiment of eight weeks with one action, its coins thrown from its seed as in the program. */
export function makeCoins({
  actions = ['loose-bedding'],
  weeks = 8,
  ...fields
}: Partial<Omit<CoinExperiment, 'actions'> & CoinChoice> = {}): CoinExperiment {
  const seed = fields.seed ?? 7
  return {
    id: 1,
    actions: throwCoins({ actions, weeks }, createRandom(seed)),
    firstDate: '2026-11-21',
    seed,
    createdAt: momentAt('2026-11-20', '14:00', 'Europe/Berlin').at,
    stoppedOn: null,
    ...fields,
  }
}
