/**
 * From facts to cards. Every rule stands alone: none is cancelled by another, nor by how well things are going.
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

/** A card as it is shown. Whole sentences, except for the title. */
export const warningCard = z.strictObject({
  title: z.string(),
  /** What the person wrote down, and that this is no diagnosis. */
  recorded: z.string(),
  why: z.string(),
  /** What studies say about it and what the numbers cannot say. */
  known: z.array(
    z.strictObject({ text: z.string(), sources: z.array(z.enum(referenceIds)), isFolded: z.boolean() }),
  ),
  /** How soon, and whom to call. */
  whatToDo: z.string(),
  /** What would make it an emergency in the meantime; null where it is one already. */
  watchFor: z.string().nullable(),
})
export type WarningCard = z.infer<typeof warningCard>

/** A card that was raised, as the journal keeps it. */
export const warning = z.strictObject({
  id: z.int().positive(),
  /** `E1`, `S10`. */
  rule: z.string(),
  level: z.enum(warningLevels),
  /** The cramp or the day that it is about. */
  entryId: z.int().positive(),
  /** When that was: UTC milliseconds, and minutes ahead of UTC. */
  at: instantField,
  offsetMinutes: z.int(),
  /** UTC milliseconds. */
  raisedAt: instantField,
  acknowledgedAt: instantField.nullable(),
  /** Put off until then, UTC milliseconds; null when it was not. */
  snoozedUntil: instantField.nullable(),
  /** For a card about a rate: when it was found to hold no longer, and the closing line; null while it stands. */
  closing: z.strictObject({ at: instantField, text: z.string() }).nullable(),
  card: warningCard,
})
export type Warning = z.infer<typeof warning>

/** So long a card can be put off that is about an appointment or for information; no other can. */
export const SNOOZE_DAYS = 28
export const canSnooze = (level: WarningLevel): boolean => level === 'routine' || level === 'information'

/** How long the closing line of a card is shown, unless it is put away sooner. */
export const CLOSING_DAYS = 7

/** The rules that hold, most urgent first. */
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

/** For what is found out about a day or more later: it may have passed, and still nobody has looked at it. */
function adviseLater({ level }: WarningRule, whatToDo: string, today: string): string {
  if (canSnooze(level)) return whatToDo
  if (level === 'emergency')
    return `If it is still there, or comes back: ${lowerFirst(whatToDo)} If it has passed and nobody has looked at it: ${lowerFirst(today)}`
  return `If nobody has looked at it since: ${lowerFirst(whatToDo)}`
}
