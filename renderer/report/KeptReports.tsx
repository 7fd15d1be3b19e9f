import type { KeptReport } from '../../shared/report/kept.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { useClock } from '../data/clock.ts'
import { formatDate, formatDateRange, formatTime } from '../data/format.ts'
import classes from './ReportScreen.module.css'

export interface KeptReportsProps {
  reports: readonly KeptReport[]
  /** The open one; null for a report of the present journal. */
  openId: number | null
  onOpen: (id: number | null) => void
}

/** Reports that were saved as PDF or printed. Each opens again with its original content. */
export function KeptReports({ reports, openId, onOpen }: KeptReportsProps) {
  const { timeZone } = useClock()
  if (reports.length === 0) return null
  return (
    <section aria-labelledby="kept-reports">
      <h2 id="kept-reports" className={classes.keptTitle}>
        Reports made
      </h2>
      <ul className={classes.keptList}>
        {reports.map(({ id, madeAt, fromDate, toDate, paper, hash }) => {
          const made = momentOfInstant(madeAt, timeZone())
          return (
            <li key={id}>
              <button
                type="button"
                className={classes.keptButton}
                aria-pressed={id === openId}
                onClick={() => onOpen(id === openId ? null : id)}
              >
                <span>{formatDateRange(fromDate, toDate)}</span>
                <span className={classes.hint}>
                  made {formatDate(calendarDate(made))}, {formatTime(made)}, {paper}, data {hash.slice(0, 12)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
