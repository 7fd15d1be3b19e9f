import { Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { MAX_REPORT_YEARS } from '../../shared/kinds/limits.ts'
import { type Period, period, yearsBetween } from '../../shared/kinds/period.ts'
import type { KeptReport } from '../../shared/report/kept.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import { formatDate } from '../data/format.ts'
import { DateInput } from '../ui/fields/DateInput.tsx'
import { getReadable } from '../ui/fields/unread.ts'
import classes from './ReportScreen.module.css'

const weeksBack = [4, 12, 26] as const

/** Choice of a period: a number of weeks up to today, the days since the last report, or two dates. */
export type PeriodChoice =
  | { readonly kind: 'since-last' }
  | { readonly kind: 'weeks'; readonly weeks: (typeof weeksBack)[number] }
  | { readonly kind: 'custom'; readonly fromDate: CalendarDate; readonly toDate: CalendarDate }

/** Period of a choice as of today; null while its dates are invalid. */
export function periodOfChoice(
  choice: PeriodChoice,
  today: CalendarDate,
  reports: readonly KeptReport[],
): Period | null {
  if (choice.kind === 'since-last') return getPeriodSinceLast(reports, today)
  if (choice.kind === 'weeks') return { fromDate: addDays(today, 1 - 7 * choice.weeks), toDate: today }
  return findDateProblem('toDate', choice, today) || findDateProblem('fromDate', choice, today)
    ? null
    : (parseDates(choice).data ?? null)
}

/** Starts the day after the newest report's last day; null without a report, and when that day is today. */
function getPeriodSinceLast([last]: readonly KeptReport[], today: CalendarDate): Period | null {
  if (last === undefined || last.toDate >= today) return null
  return { fromDate: addDays(last.toDate, 1), toDate: today }
}

const parseDates = ({ fromDate, toDate }: Period) => period.safeParse({ fromDate, toDate })

/** Error message of one date of a custom period. */
function findDateProblem(field: keyof Period, dates: Period, today: CalendarDate): string | undefined {
  if (dates[field] > today && getReadable(dates[field]) !== '') return 'Enter a day that has come.'
  const { data, error } = parseDates(dates)
  if (field === 'fromDate' && data && yearsBetween(data.fromDate, data.toDate) > MAX_REPORT_YEARS)
    return `Enter a first day that is at most ${MAX_REPORT_YEARS} years before the last.`
  return error?.issues.find(({ path }) => path[0] === field)?.message
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
    // Keeps the dates shown before, so that only one of them needs changing.
    const shown = periodOfChoice(choice, today, reports)
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
          <PeriodDate
            label="First day"
            value={choice.fromDate}
            maxDate={today}
            onChange={fromDate => onChange({ ...choice, fromDate })}
            error={findDateProblem('fromDate', choice, today)}
          />
          <PeriodDate
            label="Last day"
            value={choice.toDate}
            maxDate={today}
            onChange={toDate => onChange({ ...choice, toDate })}
            error={findDateProblem('toDate', choice, today)}
          />
        </div>
      )}
    </Stack>
  )
}

interface PeriodDateProps {
  label: string
  value: CalendarDate
  maxDate: CalendarDate
  onChange: (date: string) => void
  error: string | undefined
}

/** Required date: applied when the field is left; an emptied field goes back to the previous date. */
function PeriodDate({ value, onChange, ...props }: PeriodDateProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <DateInput
      {...props}
      value={typed ?? value}
      onChange={setTyped}
      onLeave={left => {
        setTyped(null)
        if (left !== '') onChange(left)
      }}
    />
  )
}
