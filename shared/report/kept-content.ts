/**
 * Reports that were kept, read by a program that may be newer than they are. What they say stays as it was; only its
 * shape is brought up to that of today, one version after the other.
 */
import { z } from 'zod'
import { addDays } from '../time/calendar-date.ts'
import { REPORT_VERSION, type Report, report } from './report.ts'

type Content = Record<string, unknown>

/** Only what a step changes is looked at here: the whole is judged at the end. */
const first = z.looseObject({
  warnings: z.looseObject({ content: z.array(z.looseObject({ title: z.string() })).optional() }).nullable(),
  weeks: z.array(z.looseObject({ monday: z.string() })),
})

/** By the version that each of them reads. */
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
 * @param content parsed JSON
 * @throws when it is none of a version that is known
 */
export function readKept(content: unknown): Report {
  let known: Content & { version: number } = anyContent.parse(content)
  while (known.version < REPORT_VERSION) {
    const step = steps[known.version]
    if (step === undefined) break
    known = anyContent.parse(step(known))
  }
  return report.parse(known)
}
