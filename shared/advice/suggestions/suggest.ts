/** From what is known about a person to the suggestions they see, best first. */
import type { Finding } from '../../analysis/finding.ts'
import type { Condition } from '../../kinds/conditions.ts'
import type { MedicineClass } from '../../kinds/medicines.ts'
import { isFluidForTheClinician } from '../knowledge/fluid-limits.ts'
import { type Grade, grades, lowerGrade } from '../knowledge/grades.ts'
import { medicinesWithCramps } from '../knowledge/medicines.ts'
import { type Change, eases, type Suggestion } from './suggestion.ts'
import { suggestions } from './suggestions.ts'

/** What the rules may use. What nobody has said is not in it, and opens no door that a yes would close. */
export interface Facts {
  /** As told in the profile. */
  readonly conditions: readonly Condition[]
  /** Kinds of medicine taken now, as far as they were written down; null when none ever was. */
  readonly medicines: ReadonlySet<MedicineClass> | null
  /** Empty while nothing has been worked out. */
  readonly findings: readonly Finding[]
}

/**
 * How strong the person's own pattern is: the first of the two grades. Best for the suggestion first, which is the order
 * in which suggestions are ranked.
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
  /** What it goes by, in the person's numbers; null while there is no finding about it. */
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

/** Of what no day can be told with and without, there is nothing to wait for: its label says so. */
export function nameYourPattern({ suggestion, yourPattern }: RankedSuggestion): string {
  return suggestion.changes.length === 0 ? 'Cannot be compared' : yourPatternWords[yourPattern.kind]
}

export interface RankedSuggestion {
  readonly suggestion: Suggestion
  readonly yourPattern: YourPattern
  /** The lowest grade of its lines of evidence. */
  readonly publishedGrade: Grade
}

/** The grade a suggestion is ranked by: where groups differ, the most cautious one. */
export function publishedGrade({ evidence }: Suggestion): Grade {
  return evidence.map(line => line.grade).reduce(lowerGrade)
}

/**
 * The suggestions for a person, ranked by the verdict about their own pattern, then by the size of its effect, then by
 * published grade, then by ease, then in the order they are written down.
 *
 * What could do harm is left out, whatever the findings say: nothing about fluids is suggested to somebody for whom a
 * clinician says how much to drink.
 */
export function suggest(facts: Facts): RankedSuggestion[] {
  return suggestions
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
        eases.indexOf(one.suggestion.ease) - eases.indexOf(other.suggestion.ease),
    )
}

/** With the steps that do no harm to this person. */
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

/** Whether there is anything left to do about it. */
function isOfUse(suggestion: Suggestion, { findings, medicines }: Facts): boolean {
  if (suggestion.id === 'medication-review')
    return medicines === null || [...medicines].some(one => one in medicinesWithCramps)
  return suggestion.changes.length === 0 || !suggestion.changes.every(change => isSoAlready(change, findings))
}

/** Fewer tracked days than this do not show that something is always so. */
const ALWAYS_DAYS = 28

/** Whether the journal shows that there is never any of what should be less, or always what should be more. */
function isSoAlready({ exposure, helps }: Change, findings: readonly Finding[]): boolean {
  const measured = findings.find(({ key }) => key === exposure)?.measurement
  // Only for a yes or no: of an amount there is always more or less to be had.
  if (measured === undefined || measured.withIt === null || measured.trackedDays < ALWAYS_DAYS) return false
  const unwanted = measured.doseResponse.find(({ from }) => from === (helps === 'less' ? 1 : 0))
  return unwanted?.days === 0
}

/** The best that the findings about a suggestion say for it; where one speaks for it, the others do not count. */
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

/** How much of a difference it makes: a halving counts as much as a doubling. Zero where no link is told. */
function getEffect({ kind, finding }: YourPattern): number {
  const ratio = finding?.measurement.contrast?.ratio
  if (ratio === undefined || (kind !== 'likely' && kind !== 'possible')) return 0
  return Math.abs(Math.log(Math.max(ratio, Number.MIN_VALUE)))
}
