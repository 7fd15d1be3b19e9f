/** What somebody asks of a report: which days, on which paper, what stands on it, and what stays private. */
import { z } from 'zod'
import { period } from '../journal/period.ts'

export const papers = ['A4', 'Letter'] as const
export type Paper = (typeof papers)[number]

/** What page one can show, in its order. Each can be left out. */
export const pageOneSections = [
  'warnings',
  'numbers',
  'trend',
  'hours',
  'places',
  'onset',
  'symptoms',
  'relief',
  'medicines',
  'findings',
  'experiments',
  'questions',
] as const
export type PageOneSection = (typeof pageOneSections)[number]

/** What can follow page one, in its order. */
export const followingPages = ['charts', 'days', 'episodes', 'method'] as const
export type FollowingPage = (typeof followingPages)[number]

/** What stays out of a report, and of every file made with it, unless somebody asks for it. */
export const privateThings = ['notes', 'alcohol', 'pregnancy'] as const
export type PrivateThing = (typeof privateThings)[number]

/** As long as fits on a page beside everything else. */
export const MAX_QUESTION_CHARACTERS = 1_000

const listOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z
    .array(z.enum(words))
    .refine(list => new Set(list).size === list.length, 'Something is in this list twice.')

export const reportOrder = period.safeExtend({
  paper: z.enum(papers),
  sections: listOf(pageOneSections),
  pages: listOf(followingPages),
  /** The private things that may stand on it. */
  reveal: listOf(privateThings),
  /** What the person wants to ask; empty leaves room to write. */
  questions: z
    .string()
    .trim()
    .max(MAX_QUESTION_CHARACTERS, `Shorten this to ${MAX_QUESTION_CHARACTERS} characters.`),
})
export type ReportOrder = z.infer<typeof reportOrder>

/** Page one with everything on it, and nothing private. */
export const plainOrder: Pick<ReportOrder, 'sections' | 'pages' | 'reveal' | 'questions'> = {
  sections: [...pageOneSections],
  pages: [],
  reveal: [],
  questions: '',
}
