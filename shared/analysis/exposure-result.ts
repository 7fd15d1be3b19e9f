/** Evaluation of exposures at the looks of a diary. */
import { type AnalysisContext, createAnalysisContext, type DayRange } from './analysis-context.ts'
import { type Association, associate, getContrastRatio } from './association.ts'
import type { DayNumber, Diary } from './diary/diary.ts'
import { testAssociation } from './exposure-test.ts'
import type { Exposure } from './exposures/exposure.ts'
import { estimateByWeekday } from './sensitivity-analyses.ts'
import type { ExposureResult, ResultStore } from './stored-checkpoints.ts'

/** P above which no level makes an exposure "likely", so that the fit by weekday is not needed. */
const LARGEST_CANDIDATE_P = 0.05

function evaluate(context: AnalysisContext, association: Association, lastDay: DayNumber): ExposureResult {
  const { isConstant, missing, pValue } = association
  const test = missing.length === 0 ? testAssociation(association, context, lastDay) : null
  const isCandidate = test !== null && test.pValue <= LARGEST_CANDIDATE_P
  return {
    isConstant,
    missing: [...missing],
    contrast: getContrastRatio(association),
    weekdayRatio: isCandidate ? estimateByWeekday(context, association) : null,
    likelihoodP: pValue,
    test,
  }
}

interface Look extends DayRange {
  readonly lastDay: DayNumber
}

export interface EvaluatorDeps {
  readonly diary: Diary
  /** Association over the whole diary, whose rows every look filters. */
  readonly associateWhole: (exposure: Exposure) => Association
  readonly store: ResultStore | null
  readonly getInputs: (exposure: Exposure, look: Look) => string
}

export type Evaluator = (exposure: Exposure, look: Look) => ExposureResult

/** Creates the evaluator of a diary: each result is taken from the store if its inputs are the same, or made and stored. */
export function createEvaluator({ diary, associateWhole, store, getInputs }: EvaluatorDeps): Evaluator {
  const contexts = new Map<string, AnalysisContext>()
  const getContext = (look: Look) => {
    const name = nameRange(look)
    const context = contexts.get(name) ?? createAnalysisContext(diary, look)
    contexts.set(name, context)
    return context
  }
  return (exposure, look) => {
    const name = `${exposure.key} ${nameRange(look)}`
    const inputs = store === null ? '' : getInputs(exposure, look)
    const stored = store?.get(name, inputs)
    if (stored != null) return stored
    const context = getContext(look)
    const result = evaluate(context, associate(context, exposure, associateWhole(exposure)), look.lastDay)
    store?.set({ name, inputs, result })
    return result
  }
}

const nameRange = ({ firstDay, lastDay }: Look) => `${firstDay ?? ''}..${lastDay}`
