/** Command-line arguments of a report without a window: `--report out.pdf --from 2026-08-01`. */
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
  /** True when `--paper` was given; otherwise the profile's paper takes precedence over the system's. */
  readonly isPaperNamed: boolean
}

/** Days of the report when `--from` is absent: twelve weeks, as on the report's screen. */
const DAYS_UNLESS_SAID = 84

const options = {
  report: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  paper: { type: 'string' },
  /** Includes the pages after page one. */
  'all-pages': { type: 'boolean' },
} as const

export const asksForReport = (words: readonly string[]): boolean =>
  words.some(word => word === '--report' || word.startsWith('--report='))

/** Flags read by Electron, Chromium or the choice of the journal, which are not errors here. */
const FOREIGN_FLAGS =
  /^(demo|now|zone|lang|v|headless|no-sandbox|(user-data|ozone|inspect|remote-debugging|disable|enable|force|use|log|js|gpu|proxy|password)(-.+)?)$/

/** First unknown flag. Refused, since a typo such as `--form` would yield a report of other days. */
function findUnknown(words: readonly string[]): string | undefined {
  return words
    .filter(word => word.startsWith('--') && word !== '--')
    .map(word => word.slice(2).split('=')[0] ?? '')
    .find(flag => !Object.hasOwn(options, flag) && !FOREIGN_FLAGS.test(flag))
}

/**
 * Parses the arguments; flags of Electron and Chromium are ignored.
 *
 * @param today last day of the report unless `--to` names another
 * @returns the task, or the sentence that says what is wrong with the arguments
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

/** Matches the longest ending first, since a health record ends in `.json`, too. */
function findFormat(file: string): ReportFormat | undefined {
  return reportFormats
    .toSorted((a, b) => b.length - a.length)
    .find(format => file.toLowerCase().endsWith(`.${format}`))
}

const flagOf = (field: string) =>
  ({ fromDate: '--from', toDate: '--to', paper: '--paper (A4 or Letter)' })[field] ?? field
