/** What somebody asks of a report: which days, on which paper, what stands on it, and what stays private. */
import { z } from 'zod'
import { MAX_QUESTION_CHARACTERS, MAX_REPORT_YEARS } from '../kinds/limits.ts'
import { period, yearsBetween } from '../kinds/period.ts'
import { choicesSchema, trimmedText } from '../kinds/schemas.ts'
import { papers } from '../locale/conventions.ts'
import { privateThings } from '../privacy/private-things.ts'

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

export const reportOrder = period.safeExtend({
  paper: z.enum(papers),
  sections: choicesSchema(pageOneSections, 'what stands on page one'),
  pages: choicesSchema(followingPages, 'what follows page one'),
  /** The private things that may stand on it. */
  reveal: choicesSchema(privateThings, 'what may stand on it'),
  /** What the person wants to ask; empty leaves room to write. */
  questions: trimmedText(MAX_QUESTION_CHARACTERS),
})
export type ReportOrder = z.infer<typeof reportOrder>

/** A report that is asked for now. One that was kept may be of a longer period, which was allowed before. */
export const reportRequest = reportOrder.refine(
  ({ fromDate, toDate }) => yearsBetween(fromDate, toDate) <= MAX_REPORT_YEARS,
  {
    path: ['fromDate'],
    error: `Enter a first day that is at most ${MAX_REPORT_YEARS} years before the last.`,
  },
)

/** Page one with everything on it, and nothing private. */
export const plainOrder: Pick<ReportOrder, 'sections' | 'pages' | 'reveal' | 'questions'> = {
  sections: [...pageOneSections],
  pages: [],
  reveal: [],
  questions: '',
}
