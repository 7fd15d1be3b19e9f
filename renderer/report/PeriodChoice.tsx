import { Radio, Stack } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { type Period, period } from '../../shared/journal/period.ts'
import type { KeptReport } from '../../shared/report/kept.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { formatDate } from '../format.ts'
import classes from './ReportScreen.module.css'

const weeksBack = [4, 12, 26] as const

/** What is chosen: so many weeks up to today, the days since the last report, or two dates. */
export type PeriodChoice =
  | { readonly kind: 'since-last' }
  | { readonly kind: 'weeks'; readonly weeks: (typeof weeksBack)[number] }
  | { readonly kind: 'custom'; readonly fromDate: CalendarDate; readonly toDate: CalendarDate }

/** The period a choice means today; null while its dates make none. */
export function periodOf(
  choice: PeriodChoice,
  today: CalendarDate,
  reports: readonly KeptReport[],
): Period | null {
  if (choice.kind === 'since-last') return getPeriodSinceLast(reports, today)
  if (choice.kind === 'weeks') return { fromDate: addDays(today, 1 - 7 * choice.weeks), toDate: today }
  return parseDates(choice).data ?? null
}

/** From the day after the newest report's last one; null without a report, or when that was today's. */
function getPeriodSinceLast([last]: readonly KeptReport[], today: CalendarDate): Period | null {
  if (last === undefined || last.toDate >= today) return null
  return { fromDate: addDays(last.toDate, 1), toDate: today }
}

const parseDates = ({ fromDate, toDate }: Period) => period.safeParse({ fromDate, toDate })

/** What is wrong with a date of the period. */
function problemAt(field: keyof Period, dates: Period): string | undefined {
  return parseDates(dates).error?.issues.find(({ path }) => path[0] === field)?.message
}

export interface PeriodChoiceFieldsProps {
  choice: PeriodChoice
  onChange: (choice: PeriodChoice) => void
  today: CalendarDate
  /** Newest first. */
  reports: readonly KeptReport[]
}

export function PeriodChoiceFields({ choice, onChange, today, reports }: PeriodChoiceFieldsProps) {
  const sinceLast = getPeriodSinceLast(reports, today)
  function pick(value: string) {
    if (value === 'since-last') return onChange({ kind: 'since-last' })
    const weeks = weeksBack.find(candidate => String(candidate) === value)
    if (weeks !== undefined) return onChange({ kind: 'weeks', weeks })
    // Begins with the dates that were shown, so that only one of them needs changing.
    const shown = periodOf(choice, today, reports)
    if (shown) onChange({ kind: 'custom', ...shown })
  }
  return (
    <Stack gap="sm">
      <Radio.Group
        label="Period"
        value={choice.kind === 'weeks' ? String(choice.weeks) : choice.kind}
        onChange={pick}
      >
        <Stack gap={6} mt={6}>
          {weeksBack.map(weeks => (
            <Radio key={weeks} value={String(weeks)} label={`Last ${weeks} weeks`} />
          ))}
          <Radio
            value="since-last"
            label={
              sinceLast === null
                ? 'Since the last report'
                : `Since the last report (from ${formatDate(sinceLast.fromDate)})`
            }
            disabled={sinceLast === null}
          />
          <Radio value="custom" label="Other dates" />
        </Stack>
      </Radio.Group>
      {choice.kind === 'custom' && (
        <div className={classes.dates}>
          <DateInput
            label="First day"
            value={choice.fromDate}
            valueFormat={date => formatDate(date)}
            maxDate={today}
            onChange={fromDate => fromDate && onChange({ ...choice, fromDate })}
            error={problemAt('fromDate', choice)}
          />
          <DateInput
            label="Last day"
            value={choice.toDate}
            valueFormat={date => formatDate(date)}
            maxDate={today}
            onChange={toDate => toDate && onChange({ ...choice, toDate })}
            error={problemAt('toDate', choice)}
          />
        </div>
      )}
    </Stack>
  )
}
