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

/**
 * Level of every look: the largest adjusted P of "likely". Fixed by simulation (`test/tools/simulation/README.md`): of diaries
 * with 25 exposures that do nothing, the share that is ever told "likely" stays within the promise of the guide.
 */
const LEVEL_PER_LOOK = 0.017

/** Level of the first, second, third ... checkpoint shown to the person. */
export const getLevel = (_look: number): number => LEVEL_PER_LOOK

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
