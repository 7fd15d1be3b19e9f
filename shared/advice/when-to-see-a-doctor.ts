/**
 * Guide page "when to see a doctor", in one line per warning rule. Information only. The lines come from the rules that
 * judge the journal, so that the two never differ.
 */
import type { Region } from '../kinds/profile.ts'
import type { GuidanceId } from './knowledge/guidance.ts'
import type { WarningLevel, WarningRule, WarningRuleId } from './warning-signs/rule.ts'
import { warningRules } from './warning-signs/warning-rules.ts'
import { getWhomToCall } from './warning-signs/whom-to-call.ts'

export const urgencies = ['emergency', 'same-day', 'routine'] as const satisfies readonly WarningLevel[]
export type Urgency = (typeof urgencies)[number]

interface WarningLine {
  readonly text: string
  /** Rules behind this line. */
  readonly rules: readonly WarningRuleId[]
}

export interface WarningBlock {
  readonly urgency: Urgency
  readonly title: string
  /** The service to contact. */
  readonly whom: string
  readonly lines: readonly WarningLine[]
  /** Published guidance behind the lines. */
  readonly sources: readonly GuidanceId[]
  /** True if some lines are not based on published guidance. */
  readonly hasOwnJudgement: boolean
}

/** Urgency of a rule; information counts as routine. */
const urgencyOf = ({ level }: WarningRule): Urgency => (level === 'information' ? 'routine' : level)

/** Signs by urgency, most urgent first, with the service to contact; without a number where the region is unknown. */
export function listWarningBlocks(region: Region | null): WarningBlock[] {
  const call = getWhomToCall(region)
  const words: Record<Urgency, Pick<WarningBlock, 'title' | 'whom'>> = {
    emergency: { title: 'Emergency: now', whom: `Call ${call.emergency}.` },
    'same-day': { title: 'Today', whom: `Contact ${call.sameDay}.` },
    routine: {
      title: 'At your next appointment',
      whom: `Make an ordinary appointment with ${call.routine}. You can take the report of this journal with you.`,
    },
  }
  return urgencies.map(urgency => {
    const rules = warningRules.filter(rule => urgencyOf(rule) === urgency)
    return {
      urgency,
      ...words[urgency],
      lines: rules.map(({ id, inShort }) => ({ text: inShort, rules: [id] })),
      sources: [...new Set(rules.flatMap(rule => rule.sources))],
      hasOwnJudgement: rules.some(({ ownJudgement }) => ownJudgement !== null),
    }
  })
}
