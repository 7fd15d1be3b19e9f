/** The person's decision about a suggestion. Changed findings never change it; only a new decision does. */
import { z } from 'zod'
import { MAX_REASON_LENGTH, MAX_SUGGESTION_ID_LENGTH } from '../../kinds/limits.ts'
import { freeText, instantField, trimmedText } from '../../kinds/schemas.ts'

/** Decisions: trying it; not for me; done, or tried long enough. */
export const decisions = ['accepted', 'dismissed', 'done'] as const
export type Decision = (typeof decisions)[number]

export const suggestionDecision = z.strictObject({
  /** Id of the suggestion; a later version of the catalogue may no longer have it. */
  suggestion: freeText(MAX_SUGGESTION_ID_LENGTH).min(1),
  decision: z.enum(decisions),
  /** Reason for a dismissal, in the person's words; empty where there is none. */
  reason: trimmedText(MAX_REASON_LENGTH),
  /** UTC milliseconds. */
  decidedAt: instantField,
})
export type SuggestionDecision = z.infer<typeof suggestionDecision>
