/** Small blocks of page one: state at onset, symptoms, and relief attempts. */

import { statesAtOnset } from '../../../shared/kinds/cramp.ts'
import { reliefTechniques } from '../../../shared/kinds/reliefs.ts'
import { symptoms } from '../../../shared/kinds/symptoms.ts'
import { cutList } from '../../../shared/report/cuts.ts'
import type { OnsetSummary, ReliefTried, SymptomCounts } from '../../../shared/report/report.ts'
import { formatDate, formatNumber } from '../../data/format.ts'
import { AndMore } from './Block.tsx'
import classes from './Report.module.css'
import { formatCount } from './report-words.ts'

/** Row with a count, and a bar whose length is its share. */
function CountRow({ name, count, of, aside }: { name: string; count: number; of: number; aside?: string }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes.barCell} aria-hidden>
        <div className={classes.shareBar} style={{ width: `${of === 0 ? 0 : (100 * count) / of}%` }} />
      </td>
      <td>
        {formatNumber(count)}
        {aside && <span className={classes.aside}>{aside}</span>}
      </td>
    </tr>
  )
}

export function OnsetTable({ onset: { states, unknown, rest } }: { onset: OnsetSummary }) {
  const most = Math.max(...states.map(({ count }) => count), 1)
  const answered = rest.yes + rest.no
  return (
    <>
      <table className={`${classes.table} ${classes.counts}`}>
        <tbody>
          {states.map(({ state, count }) => (
            <CountRow key={state} name={statesAtOnset.words[state]} count={count} of={most} />
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        {unknown > 0 && `Not recorded for ${formatCount(unknown, 'cramp')}. `}
        {answered === 0
          ? 'Whether it went with rest was not recorded.'
          : `Gone within 10 minutes of rest: ${rest.yes} of ${answered} answered.`}
      </p>
    </>
  )
}

export function SymptomList({
  symptoms: { counts, crampCount },
  cap,
}: {
  symptoms: SymptomCounts
  cap: number
}) {
  const { shown, more } = cutList(counts, cap)
  if (counts.length === 0)
    return (
      <p className={classes.note}>
        None was written down for {formatCount(crampCount, 'cramp')}; whether there was any was not asked each
        time.
      </p>
    )
  return (
    <>
      <table className={`${classes.table} ${classes.counts}`}>
        <tbody>
          {shown.map(({ symptom, count, lastDate }) => (
            <CountRow
              key={symptom}
              name={symptoms.words[symptom]}
              count={count}
              of={crampCount}
              aside={`last ${formatDate(lastDate, 'day')}`}
            />
          ))}
        </tbody>
      </table>
      <AndMore count={more} />
    </>
  )
}

export function ReliefTable({ relief, cap }: { relief: ReliefTried; cap: number }) {
  const { shown, more } = cutList(relief, cap)
  return (
    <>
      <ul className={classes.lines}>
        {shown.map(({ technique, n, helped, medianMinutes }) => (
          <li key={technique}>
            {reliefTechniques.words[technique]}: {helped} of {n}
            {medianMinutes !== null && `, half by ${formatNumber(medianMinutes, 1)} min`}
          </li>
        ))}
      </ul>
      <AndMore count={more} />
    </>
  )
}
