/** Change of the rule by which verdicts are reached: the words stored under the earlier rule, beside those of now. */
import { z } from 'zod'
import { calendarDateField } from '../kinds/schemas.ts'
import { getExposureOf } from './exposures/exposures.ts'
import { type Finding, type Verdict, verdicts } from './finding.ts'

export const ruleChange = z.strictObject({
  /** True until the person has put the notice away; false in a journal that was never analysed by the earlier rule. */
  isPending: z.boolean(),
  /** Findings of the newest report kept under the earlier rule; null without one. Other words were never stored. */
  earlier: z
    .strictObject({
      /** Last date that was analysed. */
      lastDate: calendarDateField,
      verdicts: z.array(z.strictObject({ name: z.string(), verdict: z.enum(verdicts) })),
    })
    .nullable(),
})
export type RuleChange = z.infer<typeof ruleChange>

export interface ChangedVerdict {
  readonly name: string
  readonly before: Verdict
  readonly finding: Finding
}

/** Findings whose word differs from the stored one, in the order of the report. */
export function listChangedVerdicts(
  earlier: NonNullable<RuleChange['earlier']>,
  findings: readonly Finding[],
): ChangedVerdict[] {
  const findingOf = new Map(findings.map(finding => [getExposureOf(finding).name, finding]))
  return earlier.verdicts.flatMap(({ name, verdict }) => {
    const finding = findingOf.get(name)
    return finding === undefined || finding.verdict === verdict ? [] : [{ name, before: verdict, finding }]
  })
}
