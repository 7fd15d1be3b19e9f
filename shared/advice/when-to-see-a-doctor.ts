/**
 * When a cramp is no longer something to handle alone, in a few lines for everyone to read. Information only. What the
 * rules that watch the journal know stands with them; this page shows the same lines.
 */
import type { WarningLevel, WarningRuleId } from './warning-signs/rule.ts'
import { warningRules } from './warning-signs/warning-rules.ts'

export const urgencies = ['emergency', 'same-day', 'routine'] as const satisfies readonly WarningLevel[]
export type Urgency = (typeof urgencies)[number]

export interface WarningLine {
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
}

/** One line for each rule of a level, in the rule's own words. */
function listLines(level: WarningLevel): WarningLine[] {
  return warningRules
    .filter(rule => rule.level === level)
    .map(({ id, inShort }) => ({ text: inShort, rules: [id] }))
}

export const warningBlocks: readonly WarningBlock[] = [
  {
    urgency: 'emergency',
    title: 'Emergency: now',
    whom: 'Call your local emergency number (112, 999 or 911, for example).',
    lines: listLines('emergency'),
  },
  {
    urgency: 'same-day',
    title: 'Today',
    whom: 'Your doctor, an out-of-hours service or a medical helpline.',
    lines: listLines('same-day'),
  },
  {
    urgency: 'routine',
    title: 'At your next opportunity',
    whom: 'An ordinary appointment. The report of this journal can go with you.',
    lines: listLines('routine'),
  },
]
