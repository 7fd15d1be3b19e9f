/** The words of a command line that ask for a report without a window: `--report out.pdf --from 2026-08-01`. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Paper } from '../../shared/locale/conventions.ts'
import { type ReportFormat, reportFormats } from '../../shared/report/kept.ts'
import {
  followingPages,
  plainOrder,
  type ReportOrder,
  reportOrder,
  reportRequest,
} from '../../shared/report/order.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'

export interface HeadlessTask {
  /** Absolute. */
  readonly path: string
  readonly format: ReportFormat
  readonly order: ReportOrder
  /** Whether the words name the paper of the order; else the journal may know a better one than the system. */
  readonly isPaperNamed: boolean
}

/** As the report's screen begins: twelve weeks. */
const DAYS_UNLESS_SAID = 84

const options = {
  report: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  paper: { type: 'string' },
  /** The pages that follow page one, too. */
  'all-pages': { type: 'boolean' },
} as const

export const asksForReport = (words: readonly string[]): boolean =>
  words.some(word => word === '--report' || word.startsWith('--report='))

/** What Electron and Chromium take from the same line, and what tells which journal is meant. */
const forOthers =
  /^(demo|now|zone|lang|v|headless|no-sandbox|(user-data|ozone|inspect|remote-debugging|disable|enable|force|use|log|js|gpu|proxy|password)(-.+)?)$/

/** The first word that nobody knows: a slip such as `--form` would else be answered with a report of other days. */
function findUnknown(words: readonly string[]): string | undefined {
  return words
    .filter(word => word.startsWith('--') && word !== '--')
    .map(word => word.slice(2).split('=')[0] ?? '')
    .find(flag => !Object.hasOwn(options, flag) && !forOthers.test(flag))
}

/**
 * What is asked for; words that are for others are passed over.
 *
 * @param today the last day, unless another is named
 * @returns the task, or the sentence that says what is wrong with the words
 */
export function readHeadlessTask(
  words: readonly string[],
  today: CalendarDate,
  usualPaper: Paper,
): HeadlessTask | string {
  const unknown = findUnknown(words)
  if (unknown !== undefined)
    return `--${unknown} is not a known option. The options are ${Object.keys(options)
      .map(flag => `--${flag}`)
      .join(', ')}.`
  const { values } = parseArgs({ args: [...words], options, strict: false })
  const { report: file, from, to = today, paper = usualPaper } = values
  if (typeof file !== 'string' || file === '') return 'Name a file after --report, such as out.pdf.'
  const format = findFormat(file)
  if (format === undefined)
    return `The name of the file must end in one of ${reportFormats.map(ending => `.${ending}`).join(', ')}.`
  const order = reportRequest.safeParse({
    ...plainOrder,
    fromDate: from ?? addDays(isDate(to) ? to : today, 1 - DAYS_UNLESS_SAID),
    toDate: to,
    paper,
    pages: values['all-pages'] === true ? [...followingPages] : [],
  })
  if (order.success)
    return { path: resolve(file), format, order: order.data, isPaperNamed: values.paper !== undefined }
  const [issue] = order.error.issues
  return `${flagOf(String(issue?.path[0]))}: ${issue?.message}`
}

const isDate = (value: unknown): value is CalendarDate =>
  typeof value === 'string' && reportOrder.shape.toDate.safeParse(value).success

/** The longest ending first: a health record is JSON, too. */
function findFormat(file: string): ReportFormat | undefined {
  return reportFormats
    .toSorted((a, b) => b.length - a.length)
    .find(format => file.toLowerCase().endsWith(`.${format}`))
}

const flagOf = (field: string) =>
  ({ fromDate: '--from', toDate: '--to', paper: '--paper (A4 or Letter)' })[field] ?? field
