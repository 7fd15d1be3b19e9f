import type { DayRow } from '../../../shared/report/report.ts'
import { formatDate, formatDuration, formatNumber, formatVolume } from '../../data/format.ts'
import classes from './Report.module.css'
import { NOT_RECORDED } from './report-words.ts'

const orDash = (value: number | null, format: (value: number) => string = formatNumber) =>
  value === null ? NOT_RECORDED : format(value)
const minutes = (value: number) => (value === 0 ? '0' : formatDuration(value * 60))

/** True if the fluid total is a lower bound, because the day was not marked complete for drinks. */
const isPart = ({ complete, fluidMl }: DayRow) => fluidMl !== null && !complete.includes('fluid')
const atLeast = (day: DayRow, text: string) => (isPart(day) && text !== NOT_RECORDED ? `${text} +` : text)

const columns: readonly { name: string; say: (day: DayRow) => string }[] = [
  { name: 'Cramps', say: day => orDash(day.cramps) },
  { name: 'Worst', say: day => orDash(day.worstIntensity) },
  { name: 'Drinks', say: day => atLeast(day, orDash(day.fluidMl, formatVolume)) },
  { name: 'Shoes on', say: day => orDash(day.footwearMinutes, minutes) },
  { name: 'Active', say: day => orDash(day.activeMinutes, minutes) },
  { name: 'Standing', say: day => orDash(day.standingMinutes, minutes) },
  { name: 'Sitting', say: day => orDash(day.sittingMinutes, minutes) },
  { name: 'Sleep disturbed', say: day => orDash(day.sleepDisturbance) },
]
const alcohol = {
  name: 'Alcohol, units',
  say: (day: DayRow) =>
    atLeast(
      day,
      orDash(day.alcoholUnits, v => formatNumber(v, 1)),
    ),
}

/** Table with a row per date. Cramps are counted by cramp-day, from noon to noon. */
export function DayTable({ days, withAlcohol }: { days: readonly DayRow[]; withAlcohol: boolean }) {
  const shown = withAlcohol ? [...columns, alcohol] : columns
  return (
    <>
      {days.some(isPart) && (
        <p className={classes.note}>+ At least this much: the day was not marked as complete for drinks.</p>
      )}
      <table className={`${classes.table} ${classes.rows}`}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            {shown.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map(day => (
            <tr key={day.date}>
              <th scope="row">{formatDate(day.date)}</th>
              {shown.map(({ name, say }) => (
                <td key={name} className={classes.number}>
                  {say(day)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
