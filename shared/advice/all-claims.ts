/**
 * List of every claim the program shows, with its sources. It is generated from the data of the screens, so that it is
 * complete and cannot differ from them. A claim without a source is marked as our own judgement.
 */

import { conditions } from '../kinds/conditions.ts'
import { medicineClasses } from '../kinds/medicines.ts'
import { lowerFirst } from '../locale/lower-first.ts'
import { comparisonLimits, tellAboutStatins } from './knowledge/before-and-after.ts'
import type { ClaimId } from './knowledge/claim-id.ts'
import { conditionGroups } from './knowledge/conditions.ts'
import { explanations } from './knowledge/explanations.ts'
import { type Grade, gradeWords } from './knowledge/grades.ts'
import { medicinesWithCramps } from './knowledge/medicines.ts'
import type { ReferenceId } from './knowledge/references.ts'
import { type SafetyNoteId, safetyNotes } from './knowledge/safety-notes.ts'
import { namedReliefs } from './relief/named-reliefs.ts'
import { protocols } from './relief/protocols.ts'
import { closing, milestones, opening } from './relief/relief.ts'
import { suggestions } from './suggestions/suggestions.ts'
import type { WarningLevel } from './warning-signs/rule.ts'
import { warningRules } from './warning-signs/warning-rules.ts'

export const claimGroups = [
  'explanations',
  'advice',
  'relief',
  'signs',
  'medicines',
  'conditions',
  'care',
] as const
export type ClaimGroup = (typeof claimGroups)[number]

export const claimGroupWords: Record<ClaimGroup, string> = {
  explanations: 'About cramps',
  advice: 'Suggestions',
  relief: 'Relief',
  signs: 'Warning signs',
  medicines: 'Medicines',
  conditions: 'Conditions',
  care: 'Take care: safety notes',
}

export interface ListedClaim {
  readonly group: ClaimGroup
  /** Unique within its group: the id of the suggestion, step, rule or medicine. */
  readonly key: string
  readonly title: string
  readonly text: string
  /** Null where the text describes or warns, and no grade applies. */
  readonly grade: Grade | null
  readonly sources: readonly ReferenceId[]
  /** True if one of the five general articles makes the claim. They are no studies. */
  readonly isInArticles: boolean
  /** The part without a source; null where there is none. */
  readonly ownJudgement: string | null
}

/** Lists every claim. @param mayTellStatinTrials false leaves the trials of statins out */
export function listAllClaims(mayTellStatinTrials: boolean): ListedClaim[] {
  return [
    ...listExplanations(),
    ...listAdvice(),
    ...listRelief(),
    ...listWarningSigns(),
    ...listMedicines(mayTellStatinTrials),
    ...listConditions(),
    ...listCare(),
  ]
}

/** Strength of the evidence, in the words of the screens. */
export function nameStrength({ grade, sources, isInArticles, group }: ListedClaim): string {
  if (grade !== null) return gradeWords[grade].label
  if (sources.length > 0)
    return group === 'signs' ? 'Public guidance' : 'Published reviews, studies or guidance'
  return isInArticles ? 'General articles; no study' : 'Our own judgement'
}

const inArticles = ({ claims }: { claims: readonly ClaimId[] }) => claims.length > 0

const listExplanations = (): ListedClaim[] =>
  explanations.map(one => ({
    group: 'explanations',
    key: one.id,
    title: one.question,
    text: one.text,
    grade: one.grade,
    sources: one.sources,
    isInArticles: inArticles(one),
    ownJudgement: null,
  }))

const listAdvice = (): ListedClaim[] =>
  suggestions.flatMap(suggestion =>
    suggestion.evidence.map(({ about, grade, finding, sources }, index) => ({
      group: 'advice' as const,
      key: `${suggestion.id}/${index}`,
      title: about === null ? suggestion.title : `${suggestion.title} (${about})`,
      text: finding,
      grade,
      sources,
      isInArticles: inArticles(suggestion),
      ownJudgement: suggestion.ownJudgement,
    })),
  )

/** Relief steps, named reliefs and milestones. A step with the same text for several muscles is listed once. */
function listRelief(): ListedClaim[] {
  const steps = protocols.flatMap(({ id, name, steps }) =>
    steps.map(step => ({ ...step, key: `${id}/${step.id}`, protocol: name })),
  )
  const distinct = steps.filter(
    (step, index) => steps.findIndex(({ id, text }) => id === step.id && text === step.text) === index,
  )
  return [
    ...distinct.map(step => ({
      group: 'relief' as const,
      key: step.key,
      title: `${step.protocol}: ${lowerFirst(step.title)}`,
      text: step.text,
      grade: step.grade,
      sources: step.sources,
      isInArticles: inArticles(step),
      ownJudgement:
        step.ownJudgement ?? (step.sources.length + step.claims.length > 0 ? null : 'The whole step.'),
    })),
    ...namedReliefs.flatMap(({ technique, name, evidence }) =>
      evidence.map(({ about, grade, finding, sources }, index) => ({
        group: 'relief' as const,
        key: `${technique}/${index}`,
        title: about === null ? name : `${name} (${about})`,
        text: finding,
        grade,
        sources,
        isInArticles: false,
        ownJudgement: null,
      })),
    ),
    {
      group: 'relief',
      key: 'opening',
      title: opening.title,
      text: opening.text,
      grade: null,
      sources: ['hallegraeff-2017'],
      isInArticles: true,
      ownJudgement: 'Breathing out slowly.',
    },
    ...milestones.map(({ afterMinutes, title, text, rule }) => ({
      group: 'relief' as const,
      key: `after-${afterMinutes}-minutes`,
      title,
      text,
      grade: null,
      sources: warningRules.find(({ id }) => id === rule)?.sources ?? [],
      isInArticles: false,
      ownJudgement: rule === null ? `The ${afterMinutes} minutes.` : null,
    })),
    {
      group: 'relief',
      key: 'closing',
      title: closing.title,
      text: `${closing.text} ${closing.fluids}`,
      grade: null,
      sources: [],
      isInArticles: inArticles(closing),
      ownJudgement: null,
    },
  ]
}

const levelWords: Record<WarningLevel, string> = {
  emergency: 'Emergency',
  'same-day': 'See someone today',
  routine: 'Make an appointment',
  information: 'Good to know',
}

const listWarningSigns = (): ListedClaim[] =>
  warningRules.map(rule => ({
    group: 'signs',
    key: rule.id,
    title: `${levelWords[rule.level]} (sign ${rule.id})`,
    text: rule.inShort,
    grade: null,
    sources: rule.sources,
    isInArticles: inArticles(rule),
    ownJudgement: rule.ownJudgement,
  }))

function listMedicines(mayTellStatinTrials: boolean): ListedClaim[] {
  const known = medicineClasses.ids.flatMap(key => {
    const information = medicinesWithCramps[key]
    return information === undefined
      ? []
      : [
          {
            group: 'medicines' as const,
            key,
            title: medicineClasses.words[key],
            text: information.text,
            grade: null,
            sources: information.sources,
            isInArticles: inArticles(information),
            ownJudgement: null,
          },
        ]
  })
  const statins = tellAboutStatins(true)
  const comparison: ListedClaim = {
    group: 'medicines',
    key: 'comparison',
    title: 'Before and after a change of medicine',
    text: comparisonLimits.text,
    grade: null,
    sources: [],
    isInArticles: false,
    ownJudgement: 'The 12 weeks on either side, and the 28 answered days in each.',
  }
  const trials: ListedClaim = {
    group: 'medicines',
    key: 'statin-trials',
    title: 'Statins in trials',
    text: statins.text,
    grade: null,
    sources: statins.sources,
    isInArticles: false,
    ownJudgement: null,
  }
  return [...known, comparison, ...(mayTellStatinTrials ? [trials] : [])]
}

const listConditions = (): ListedClaim[] =>
  conditionGroups.flatMap(group =>
    conditions.ids.flatMap(key => {
      const information = group.conditions[key]
      return information === undefined
        ? []
        : [
            {
              group: 'conditions' as const,
              key,
              title: conditions.words[key],
              text: information.text,
              grade: null,
              sources: information.sources,
              isInArticles: inArticles(information),
              ownJudgement: null,
            },
          ]
    }),
  )

/** Sources of the safety notes; the rest of each note is our own judgement. */
const careSources: Partial<Record<SafetyNoteId, readonly ReferenceId[]>> = {
  'too-much-water': ['miller-2015', 'exertion-sodium'],
  heat: ['training-matters-heat'],
  cold: ['mpft-cold', 'training-matters-heat'],
  'not-on-a-swollen-leg': ['nhs-clots'],
}

function listCare(): ListedClaim[] {
  const ids = Object.keys(safetyNotes).filter((id): id is SafetyNoteId => Object.hasOwn(safetyNotes, id))
  return [
    ...ids.map(id => ({
      group: 'care' as const,
      key: id,
      title: safetyNotes[id].title,
      text: safetyNotes[id].text,
      grade: null,
      sources: careSources[id] ?? [],
      isInArticles: false,
      ownJudgement: careSources[id] === undefined ? 'The whole note.' : 'The amounts and times in it.',
    })),
    {
      group: 'care',
      key: 'report-line',
      title: 'The report: got in the way of my day, 0 to 10',
      text: 'People with cramps tell researchers that pain and number are not all: sleep and daily life count as well. So the report has a line for it.',
      grade: null,
      sources: ['katzberg-2019'],
      isInArticles: false,
      ownJudgement: 'The question and its scale; they are no validated questionnaire.',
    },
  ]
}
