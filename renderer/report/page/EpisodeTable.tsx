import type { EntryOf } from '../../../shared/kinds/entry.ts'
import type { DateStyle } from '../../../shared/locale/formats.ts'
import type { Report } from '../../../shared/report/report.ts'
import { calendarDate } from '../../../shared/time/moment.ts'
import { formatDate } from '../../data/format.ts'
import classes from './Report.module.css'
import {
  formatCircumstances,
  formatCrampSites,
  formatLength,
  formatOnset,
  formatSymptoms,
  formatWoke,
  NOT_RECORDED,
} from './report-words.ts'

const columns = ['Date', 'Time', 'Where', '0–10', 'Length', 'Woke', 'Circumstances', 'Symptoms']

/** Table with a row per cramp. The header repeats on each page, and rows do not break across pages. */
export function EpisodeTable({
  cramps,
  ownNames,
  dateStyle,
  withNotes,
}: {
  cramps: readonly EntryOf<'cramp'>[]
  ownNames: Report['ownNames']
  dateStyle: DateStyle
  withNotes: boolean
}) {
  return (
    <table className={`${classes.table} ${classes.rows}`}>
      <thead>
        <tr>
          {[...columns, ...(withNotes ? ['Note'] : [])].map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cramps.map(cramp => (
          <tr key={cramp.id}>
            <th scope="row">{formatDate(calendarDate(cramp), dateStyle)}</th>
            <td>{formatOnset(cramp)}</td>
            <td>{formatCrampSites(cramp)}</td>
            <td className={classes.number}>{cramp.intensity ?? NOT_RECORDED}</td>
            <td className={classes.number}>{formatLength(cramp)}</td>
            <td>{formatWoke(cramp)}</td>
            <td>{formatCircumstances(cramp)}</td>
            <td>{formatSymptoms(cramp, ownNames)}</td>
            {withNotes && <td dir="auto">{cramp.note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
