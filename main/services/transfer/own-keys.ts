/** Keys of own factors in the records of a file, by the ids that the factors have in the journal. */
import { getFactorId, getOwnKey } from '../../../shared/analysis/exposures/own-exposure.ts'
import type { CoinActionKey } from '../../../shared/experiments/coin-actions.ts'
import type { ArchivedCoinExperiment } from '../../../shared/experiments/coin-experiment.ts'

/** Ids of the journal by those of the file. */
export type Ids = ReadonlyMap<number, number>

/** Key with the journal's id of the own factor; null if the file holds none of its id, because it was erased. */
export function renameKey(key: string, factorIds: Ids): string | null {
  const factorId = getFactorId(key)
  if (factorId === null) return key
  const known = factorIds.get(factorId)
  return known === undefined ? null : getOwnKey(known)
}

/** The same experiment with the journal's ids. An erased factor keeps its key: its name is stored with the action. */
export function renameActions(experiment: ArchivedCoinExperiment, factorIds: Ids): ArchivedCoinExperiment {
  const rename = <Named extends { readonly action: CoinActionKey }>(named: Named): Named => {
    const factorId = getFactorId(named.action)
    const known = factorId === null ? undefined : factorIds.get(factorId)
    return known === undefined ? named : { ...named, action: getOwnKey(known) }
  }
  const { actions, answers } = experiment
  return { ...experiment, actions: actions.map(rename), answers: answers.map(rename) }
}
