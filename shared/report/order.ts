/** Report order: period, paper, sections, pages, and the private topics to reveal. */
import { z } from 'zod'
import { MAX_QUESTION_CHARACTERS, MAX_REPORT_YEARS } from '../kinds/limits.ts'
import { period, yearsBetween } from '../kinds/period.ts'
import { choicesSchema, trimmedText } from '../kinds/schemas.ts'
import { papers } from '../locale/conventions.ts'
import { privateThings } from '../privacy/private-things.ts'

/** Sections of page one, in printed order. Each is optional. */
export const pageOneSections = [
  'warnings',
  'numbers',
  'places',
  'hours',
  'trend',
  'onset',
  'symptoms',
  'medicines',
  'relief',
  'experiments',
  'findings',
  'questions',
] as const
export type PageOneSection = (typeof pageOneSections)[number]

/** Optional pages after page one, in printed order. */
export const followingPages = ['charts', 'days', 'episodes', 'own-things', 'method'] as const
export type FollowingPage = (typeof followingPages)[number]

export const reportOrder = period.safeExtend({
  paper: z.enum(papers),
  sections: choicesSchema(pageOneSections, 'what stands on page one'),
  pages: choicesSchema(followingPages, 'what follows page one'),
  /** Private topics to include; all others are redacted. */
  reveal: choicesSchema(privateThings, 'what may stand on it'),
  /** Questions for the doctor; empty prints blank lines. */
  questions: trimmedText(MAX_QUESTION_CHARACTERS),
})
export type ReportOrder = z.infer<typeof reportOrder>

/** Order of a new report. The limit of years is not in `reportOrder`, because older kept reports may exceed it. */
export const reportRequest = reportOrder.refine(
  ({ fromDate, toDate }) => yearsBetween(fromDate, toDate) <= MAX_REPORT_YEARS,
  {
    path: ['fromDate'],
    error: `Enter a first day that is at most ${MAX_REPORT_YEARS} years before the last.`,
  },
)

/** Default order: all sections of page one, nothing private revealed. */
export const plainOrder: Pick<ReportOrder, 'sections' | 'pages' | 'reveal' | 'questions'> = {
  sections: [...pageOneSections],
  pages: [],
  reveal: [],
  questions: '',
}
