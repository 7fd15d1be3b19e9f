/** Section of the report: its content, or a sentence in its place while there are too few data. */
import { z } from 'zod'

const withheld = z.strictObject({
  kind: z.literal('withheld'),
  /** Sentence about the missing data. */
  why: z.string(),
})

export type ReportSection<Content> = { kind: 'shown'; content: Content } | { kind: 'withheld'; why: string }

/** Schema of a section; null if the order does not include it. */
export const section = <Content extends z.ZodType>(content: Content) =>
  z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('shown'), content }), withheld]).nullable()

export const show = <Content>(content: Content): ReportSection<Content> => ({ kind: 'shown', content })

export const withhold = (why: string): { kind: 'withheld'; why: string } => ({ kind: 'withheld', why })

/** Count with its noun for the sentences of withheld sections: `1 cramp`, `23 cramps`. */
export const countOf = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`
