/**
 * When a cramp is no longer something to handle alone, in a few lines for everyone to read. Information only. The lines
 * are those of the rules that watch the journal, so that the two never differ.
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
  /** The rules this line speaks for. */
  readonly rules: readonly WarningRuleId[]
}

export interface WarningBlock {
  readonly urgency: Urgency
  readonly title: string
  /** Whom to turn to. */
  readonly whom: string
  readonly lines: readonly WarningLine[]
  /** The published guidance behind the lines. */
  readonly sources: readonly GuidanceId[]
  /** Whether some of the lines rest on no published guidance. */
  readonly hasOwnJudgement: boolean
}

/** What is for information only is for the next appointment as well. */
const urgencyOf = ({ level }: WarningRule): Urgency => (level === 'information' ? 'routine' : level)

/** The signs by urgency, the most urgent first, with whom to call in that region; without a number where it is unknown. */
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
