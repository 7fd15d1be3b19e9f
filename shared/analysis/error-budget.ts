/**
 * Error budget: how the chance of a false "likely" is divided among the exposures of one look, and among the looks.
 *
 *   look's level a     |----------- suspects 80 % -----------|- others 20 % -|     each group by a step-down procedure
 *
 * Counts of days have few possible values: of twelve exposures with 20 cramps each, most cannot have a P near Holm's 0.05 / 12
 * at all, and Holm's procedure then spends less than half of the level. Here each exposure is charged what it can spend, the
 * chance that it reaches the score of the one at hand (`statistics/holm.ts`). By simulation a threefold risk is found in 50
 * instead of 41 % of diaries, and something false in 4 instead of 2 % (README of the simulation).
 *
 * A share of a group without a judged exposure goes to the other group. Suspects (`suspects.ts`) are few and named before
 * their own data were seen, so they need no more evidence than a study of six questions would.
 */
import { DRAWS_OF_DISTRIBUTION } from '../statistics/event-dealing.ts'
import { adjustStepDown, type FamilyTest as ScoredTest } from '../statistics/holm.ts'
import type { FamilyGroup } from './finding.ts'
import type { FamilyTest, NullScores } from './stored-checkpoints.ts'

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
const EARLY_LEVEL = 0.022
const LATER_LEVEL = 0.013

/** Level of the first, second, third ... checkpoint shown to the person. */
export const getLevel = (look: number): number => (look <= EARLY_LOOKS ? EARLY_LEVEL : LATER_LEVEL)

/** Member of the family of one look: an exposure that passes its gate. */
interface Member extends Pick<FamilyTest, 'pValue'> {
  readonly group: FamilyGroup
  /** None by default: the p value can be nearly any number. */
  readonly nullScores?: NullScores | null
}

/** Adjusted P of each member: "likely" at a look of level a is at most a. Results are in the order of `family`. */
export function adjustFamily(family: readonly Member[]): number[] {
  const adjusted = new Array<number>(family.length).fill(1)
  const groups = Map.groupBy(family.keys(), index => family[index]?.group ?? 'other')
  for (const [group, indexes] of groups) {
    const share = groups.size > 1 ? SHARES[group] : 1
    const ofGroup = adjustStepDown(indexes.flatMap(index => family[index] ?? []).map(toScoredTest))
    indexes.forEach((index, i) => {
      adjusted[index] = Math.min(1, (ofGroup[i] ?? 1) / share)
    })
  }
  return adjusted
}

function toScoredTest({ pValue, nullScores = null }: Member): ScoredTest {
  if (nullScores === null) return { pValue, score: pValue, chanceOf: score => score }
  return { pValue, score: nullScores.observed, chanceOf: score => getChance(nullScores, score) }
}

/** Relative distance within which two scores are equal. */
const SCORE_TOLERANCE = 1e-9
/** Chance of a score that no draw of the null distribution reached. */
const UNSEEN_CHANCE = 1 / DRAWS_OF_DISTRIBUTION

/** Chance that a test reaches a score under the null hypothesis. */
function getChance({ scores, chances }: NullScores, score: number): number {
  const reached = scores.findLastIndex(possible => possible <= score * (1 + SCORE_TOLERANCE))
  return Math.max(chances[reached] ?? 0, Math.min(score, UNSEEN_CHANCE))
}
