/** Findings of the demo when it is started at a given moment, as Insights shows them. */
import { getCrampDay } from '../../../shared/analysis/diary/cramp-days.ts'
import { createDiary } from '../../../shared/analysis/diary-of-journal.ts'
import { findFindings } from '../../../shared/analysis/findings.ts'
import { listJudged } from '../../../shared/analysis/suspects.ts'
import { makeShownDemo } from '../../../shared/demo/demo-journal.ts'
import type { CalendarDate } from '../../../shared/time/calendar-date.ts'
import { addDays } from '../../../shared/time/calendar-date.ts'
import { MS_PER_MINUTE, wallClockMs } from '../../../shared/time/moment.ts'
import { momentAt } from '../../../shared/time/time-zone.ts'

export interface DemoStart {
  readonly date: CalendarDate
  readonly clock: string
  readonly timeZone: string
}

const clocks = ['02:15', '09:30', '16:00', '23:45']
const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC']

/** 120 starts in twelve years: most days of a block, every month, four hours of the day, five zones. */
export const demoStarts: readonly DemoStart[] = Array.from({ length: 120 }, (_, index) => ({
  date: addDays('2024-01-01', index * 37),
  clock: clocks[index % clocks.length] ?? '',
  timeZone: zones[index % zones.length] ?? '',
}))

export function analyseDemo({ date, clock, timeZone }: DemoStart) {
  const now = momentAt(date, clock, timeZone)
  const demo = makeShownDemo({ now: now.at, timeZone })
  const diary = createDiary({ dayStartMinutes: 0, ...demo, offWeekdays: [5, 6], timeZone })
  const today = getCrampDay(wallClockMs(now) / MS_PER_MINUTE)
  return findFindings(diary, { today, suspects: listJudged(demo.suspects) }).findings
}
