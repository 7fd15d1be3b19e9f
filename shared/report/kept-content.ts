/**
 * Migration of kept reports to the current version, one version at a time. Only the shape changes: facts and wording stay
 * as they were when the report was made.
 */
import { z } from 'zod'
import { addDays } from '../time/calendar-date.ts'
import { REPORT_VERSION, type Report, report } from './report.ts'

type Content = Record<string, unknown>

/** Version 1, only the parts that its step changes; the whole report is validated after the last step. */
const first = z.looseObject({
  warnings: z.looseObject({ content: z.array(z.looseObject({ title: z.string() })).optional() }).nullable(),
  weeks: z.array(z.looseObject({ monday: z.string() })),
})

/** Migration steps by the version that each reads. */
const steps: Readonly<Record<number, (content: Content) => Content>> = {
  // Warning cards had a title, and weeks began on a Monday.
  1: content => {
    const { warnings, weeks, ...rest } = first.parse(content)
    return {
      ...rest,
      version: 2,
      warnings: warnings && {
        ...warnings,
        ...(warnings.content && {
          content: warnings.content.map(({ title, ...warning }) => ({ ...warning, recorded: [title] })),
        }),
      },
      weeks: weeks.map(({ monday, ...week }) => ({ ...week, fromDate: monday, toDate: addDays(monday, 6) })),
    }
  },
}

const anyContent = z.looseObject({ version: z.int().default(1) })

/**
 * Reads a kept report of any known version.
 *
 * @param content parsed JSON
 * @throws ZodError if it is not a report of a known version
 */
export function readKeptReport(content: unknown): Report {
  let known: Content & { version: number } = anyContent.parse(content)
  while (known.version < REPORT_VERSION) {
    const step = steps[known.version]
    if (step === undefined) break
    known = anyContent.parse(step(known))
  }
  return report.parse(known)
}
