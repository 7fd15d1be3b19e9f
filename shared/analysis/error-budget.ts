/**
 * Error budget: how the chance of a false "likely" is divided among the exposures of one look, and among the looks.
 *
 *   look's level a     |----------- suspects 80 % -----------|- others 20 % -|     each group by Holm's procedure
 *
 * A share of a group without a judged exposure goes to the other group. Suspects (`suspects.ts`) are few and named before
 * their own data were seen, so they need no more evidence than a study of six questions would.
 */
import { adjustByHolm } from '../statistics/holm.ts'
import type { FamilyGroup } from './finding.ts'

/** Share of a look's level that each group has. */
export const SHARES: Record<FamilyGroup, number> = { suspect: 0.8, other: 0.2 }

/** Looks of the first half year: one every four weeks. */
const EARLY_LOOKS = 6

/**
 * Levels of the early and of the later looks: largest adjusted P of "likely". Fixed by simulation (`levels.ts` in
 * `test/tools/simulation`, table in its README): of diaries with 25 exposures that do nothing, at most 5 % are ever told
 * "likely" within half a year and at most 9 % within a year. Early looks get more of the budget: most people stop or act
 * within half a year, and a new diary spends less than its level, because it can judge few exposures.
 */
const EARLY_LEVEL = 0.025
const LATER_LEVEL = 0.015

/** Level of the first, second, third ... checkpoint shown to the person. */
export const getLevel = (look: number): number => (look <= EARLY_LOOKS ? EARLY_LEVEL : LATER_LEVEL)

/** Member of the family of one look: an exposure that passes its gate. */
interface Member {
  readonly group: FamilyGroup
  readonly pValue: number
}

/** Adjusted P of each member: "likely" at a look of level a is at most a. Results are in the order of `family`. */
export function adjustFamily(family: readonly Member[]): number[] {
  const adjusted = new Array<number>(family.length).fill(1)
  const groups = Map.groupBy(family.keys(), index => family[index]?.group ?? 'other')
  for (const [group, indexes] of groups) {
    const share = groups.size > 1 ? SHARES[group] : 1
    const ofGroup = adjustByHolm(indexes.map(index => family[index]?.pValue ?? 1))
    indexes.forEach((index, i) => {
      adjusted[index] = Math.min(1, (ofGroup[i] ?? 1) / share)
    })
  }
  return adjusted
}
