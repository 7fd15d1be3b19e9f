/**
 * Warning cards from facts. Rules are independent: none is cancelled by another rule or by an improvement.
 */
import { z } from 'zod'
import type { Region } from '../../kinds/profile.ts'
import { instantField } from '../../kinds/schemas.ts'
import { lowerFirst } from '../../locale/lower-first.ts'
import { referenceIds } from '../knowledge/references.ts'
import type { WarningFacts } from './facts.ts'
import { contactToday } from './phrases.ts'
import { type WarningLevel, type WarningRule, warningLevels } from './rule.ts'
import { warningRules } from './warning-rules.ts'
import { getWhomToCall } from './whom-to-call.ts'

/** Text of a card, in whole sentences except for the title. */
export const warningCard = z.strictObject({
  title: z.string(),
  /** Entered facts, and that this is no diagnosis. */
  recorded: z.string(),
  why: z.string(),
  /** Results of studies and their limits. */
  known: z.array(
    z.strictObject({ text: z.string(), sources: z.array(z.enum(referenceIds)), isFolded: z.boolean() }),
  ),
  /** Action: how soon, and whom to call. */
  whatToDo: z.string(),
  /** Signs that would make it an emergency in the meantime; null for emergencies. */
  watchFor: z.string().nullable(),
})
export type WarningCard = z.infer<typeof warningCard>

/** A raised card as stored in the journal. */
export const warning = z.strictObject({
  id: z.int().positive(),
  /** `E1`, `S10`. */
  rule: z.string(),
  level: z.enum(warningLevels),
  /** Entry id of the subject, a cramp or a day. */
  entryId: z.int().positive(),
  /** Time of the subject: UTC milliseconds, and minutes ahead of UTC. */
  at: instantField,
  offsetMinutes: z.int(),
  /** UTC milliseconds. */
  raisedAt: instantField,
  acknowledgedAt: instantField.nullable(),
  /** End of the snooze, UTC milliseconds; null without one. */
  snoozedUntil: instantField.nullable(),
  /** Time at which a rate was found to have ended, and the closing line; null for an open card. */
  closing: z.strictObject({ at: instantField, text: z.string() }).nullable(),
  card: warningCard,
})
export type Warning = z.infer<typeof warning>

/** Length of a snooze, in days. Only routine and information cards have one. */
export const SNOOZE_DAYS = 28
export const canSnooze = (level: WarningLevel): boolean => level === 'routine' || level === 'information'

/** Days for which the closing line of a card is shown, unless dismissed. */
export const CLOSING_DAYS = 7

/** Rules that hold, most urgent first. */
export function findWarnings(facts: WarningFacts): WarningRule[] {
  return warningRules.filter(rule => rule.holds(facts))
}

export function writeCard(rule: WarningRule, facts: WarningFacts, region: Region | null): WarningCard {
  const call = getWhomToCall(region)
  const whatToDo = rule.whatToDo(call, facts)
  const recorded = rule.recorded(facts)
  return {
    title: rule.title(facts),
    recorded: [
      ...(recorded.length > 0 ? [`You recorded: ${recorded.join('; ')}.`] : []),
      'This is not a diagnosis.',
    ].join(' '),
    why: rule.why(facts),
    known: (rule.known?.(facts) ?? []).map(one => ({ ...one, sources: [...one.sources] })),
    whatToDo: facts.isPast ? adviseLater(rule, whatToDo, contactToday(call)) : whatToDo,
    watchFor: rule.watchFor?.(call) ?? null,
  }
}

/** Action for a subject of more than a day ago: the sign may have passed without being examined. */
function adviseLater({ level }: WarningRule, whatToDo: string, today: string): string {
  if (canSnooze(level)) return whatToDo
  if (level === 'emergency')
    return `If it is still there, or comes back: ${lowerFirst(whatToDo)} If it has passed and nobody has looked at it: ${lowerFirst(today)}`
  return `If nobody has looked at it since: ${lowerFirst(whatToDo)}`
}
