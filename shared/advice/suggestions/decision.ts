/** What somebody decided about a suggestion. It stays whatever the findings become, until they decide otherwise. */
import { z } from 'zod'
import { MAX_REASON_LENGTH, MAX_SUGGESTION_ID_LENGTH } from '../../kinds/limits.ts'
import { freeText, instantField, trimmedText } from '../../kinds/schemas.ts'

/** Trying it; not for me; done, or tried long enough. */
export const decisions = ['accepted', 'dismissed', 'done'] as const
export type Decision = (typeof decisions)[number]

export const suggestionDecision = z.strictObject({
  /** Its id in the catalogue; one of an earlier version may be gone from there. */
  suggestion: freeText(MAX_SUGGESTION_ID_LENGTH).min(1),
  decision: z.enum(decisions),
  /** Why it was dismissed, in the person's words; empty where they gave none. */
  reason: trimmedText(MAX_REASON_LENGTH),
  /** UTC milliseconds. */
  decidedAt: instantField,
})
export type SuggestionDecision = z.infer<typeof suggestionDecision>
