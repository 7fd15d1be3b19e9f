/** A section of the report: what it shows, or the sentence that stands in its place while there is too little to show. */
import { z } from 'zod'

const withheld = z.strictObject({
  kind: z.literal('withheld'),
  /** What is missing, in a whole sentence. */
  why: z.string(),
})

export type Section<Content> = { kind: 'shown'; content: Content } | { kind: 'withheld'; why: string }

/** The schema of a section; null when it was not asked for. */
export const section = <Content extends z.ZodType>(content: Content) =>
  z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('shown'), content }), withheld]).nullable()

export const show = <Content>(content: Content): Section<Content> => ({ kind: 'shown', content })

export const withhold = (why: string): { kind: 'withheld'; why: string } => ({ kind: 'withheld', why })

/** `1 cramp`, `23 cramps`, for the sentences of withheld sections. */
export const countOf = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`
