/** Ranking of the suggestions for one person. */
import type { Finding } from '../../analysis/finding.ts'
import type { Condition } from '../../kinds/conditions.ts'
import type { MedicineClass } from '../../kinds/medicines.ts'
import { isFluidForTheClinician } from '../knowledge/fluid-limits.ts'
import { type Grade, grades, lowerGrade } from '../knowledge/grades.ts'
import { medicinesWithCramps } from '../knowledge/medicines.ts'
import { suggestFromFinding } from './own-suggestion.ts'
import { type Change, eases, type Suggestion } from './suggestion.ts'
import { suggestions } from './suggestions.ts'

/** Input of the ranking. An unanswered question is treated as a no: it excludes no suggestion. */
export interface Facts {
  /** Conditions of the profile. */
  readonly conditions: readonly Condition[]
  /** Classes of medicine taken now; null when no medicine was ever entered. */
  readonly medicines: ReadonlySet<MedicineClass> | null
  /** Findings; empty before the first analysis. */
  readonly findings: readonly Finding[]
}

/**
 * Verdicts on the person's own pattern, from the best for the suggestion to the worst. Suggestions are ranked in this
 * order first, then by published grade.
 */
export const patternKinds = [
  'likely',
  'possible',
  'not-enough-yet',
  'not-sure-yet',
  'no-clear-link',
  'other-way-round',
] as const
export type PatternKind = (typeof patternKinds)[number]

interface YourPattern {
  readonly kind: PatternKind
  /** The finding behind the verdict; null while there is none. */
  readonly finding: Finding | null
}

export const yourPatternWords: Record<PatternKind, string> = {
  likely: 'Likely link',
  possible: 'Possible link',
  'not-enough-yet': 'Not enough yet',
  'not-sure-yet': 'Not sure yet',
  'no-clear-link': 'No clear link',
  'other-way-round': 'Points the other way',
}

/** Label of the verdict. A suggestion without exposures can never be compared, so its label does not ask to wait. */
export function nameYourPattern({ suggestion, yourPattern }: RankedSuggestion): string {
  return suggestion.changes.length === 0 ? 'Cannot be compared' : yourPatternWords[yourPattern.kind]
}

export interface RankedSuggestion {
  readonly suggestion: Suggestion
  readonly yourPattern: YourPattern
  /** The most cautious grade of its evidence. */
  readonly publishedGrade: Grade
}

/** Grade for the ranking: where groups differ, the most cautious one. */
export function publishedGrade({ evidence }: Suggestion): Grade {
  return evidence.map(line => line.grade).reduce(lowerGrade)
}

/**
 * Suggestions for a person, ranked by the verdict about their own pattern, then by the size of its effect, then by
 * published grade, then by ease, then in catalogue order.
 *
 * A possible or likely link of an own factor is a suggestion of its own.
 *
 * Contraindicated suggestions are left out whatever the findings: for example those about fluids, where a clinician
 * decides how much the person drinks.
 */
export function suggest(facts: Facts): RankedSuggestion[] {
  return [...suggestions, ...facts.findings.flatMap(suggestFromFinding)]
    .filter(suggestion => isSafe(suggestion, facts) && isOfUse(suggestion, facts))
    .map(suggestion => ({
      suggestion: addSteps(suggestion, facts),
      yourPattern: judgePattern(suggestion, facts.findings),
      publishedGrade: publishedGrade(suggestion),
    }))
    .sort(
      (one, other) =>
        comparePatterns(one.yourPattern, other.yourPattern) ||
        grades.indexOf(one.publishedGrade) - grades.indexOf(other.publishedGrade) ||
        getEffort(one.suggestion) - getEffort(other.suggestion),
    )
}

/** Place among the eases; last where it is unknown. */
const getEffort = ({ ease }: Suggestion): number => (ease === null ? eases.length : eases.indexOf(ease))

/** Adds the conditional steps unless they are contraindicated. */
function addSteps(suggestion: Suggestion, { conditions }: Facts): Suggestion {
  const { steps, stepsUnless } = suggestion
  if (stepsUnless === undefined || stepsUnless.conditions.some(one => conditions.includes(one)))
    return suggestion
  return { ...suggestion, steps: [...steps, ...stepsUnless.steps] }
}

function isSafe({ aboutFluids, notWith }: Suggestion, { conditions }: Facts): boolean {
  return (
    !(aboutFluids && isFluidForTheClinician(conditions)) && !notWith.some(one => conditions.includes(one))
  )
}

/** False if the person already does what is suggested, or takes no medicine to review. */
function isOfUse(suggestion: Suggestion, { findings, medicines }: Facts): boolean {
  if (suggestion.id === 'medication-review')
    return medicines === null || [...medicines].some(one => one in medicinesWithCramps)
  return suggestion.changes.length === 0 || !suggestion.changes.every(change => isSoAlready(change, findings))
}

/** Minimum tracked days to conclude that an exposure is always or never present. */
const ALWAYS_DAYS = 28

/** True if the journal has no day with an exposure that should be less, or without one that should be more. */
function isSoAlready({ exposure, helps }: Change, findings: readonly Finding[]): boolean {
  const measured = findings.find(({ key }) => key === exposure)?.measurement
  // Yes/no exposures only: an amount can always be more or less.
  if (measured === undefined || measured.withIt === null || measured.trackedDays < ALWAYS_DAYS) return false
  const unwanted = measured.doseResponse.find(({ from }) => from === (helps === 'less' ? 1 : 0))
  return unwanted?.days === 0
}

/** The best verdict among the findings about a suggestion: one that supports it outweighs the others. */
function judgePattern({ changes }: Suggestion, findings: readonly Finding[]): YourPattern {
  const judged = changes.flatMap(change => {
    const finding = findings.find(({ key }) => key === change.exposure)
    return finding === undefined ? [] : [{ kind: judgeFinding(finding, change), finding }]
  })
  return judged.sort(comparePatterns)[0] ?? { kind: 'not-enough-yet', finding: null }
}

function judgeFinding({ verdict, measurement: { contrast } }: Finding, { helps }: Change): PatternKind {
  if (verdict === 'need-more-data' || verdict === 'does-not-vary') return 'not-enough-yet'
  if (verdict !== 'likely' && verdict !== 'possible') return verdict
  if (contrast === null) return 'not-enough-yet'
  const speaksForIt = helps === 'less' ? contrast.ratio > 1 : contrast.ratio < 1
  return speaksForIt ? verdict : 'other-way-round'
}

function comparePatterns(one: YourPattern, other: YourPattern): number {
  return (
    patternKinds.indexOf(one.kind) - patternKinds.indexOf(other.kind) || getEffect(other) - getEffect(one)
  )
}

/** Absolute log ratio, so that a halving counts as much as a doubling; 0 without a link. */
function getEffect({ kind, finding }: YourPattern): number {
  const ratio = finding?.measurement.contrast?.ratio
  if (ratio === undefined || (kind !== 'likely' && kind !== 'possible')) return 0
  return Math.abs(Math.log(Math.max(ratio, Number.MIN_VALUE)))
}
