import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ExposureKey } from '../../../shared/analysis/exposures.ts'
import type { Verdict } from '../../../shared/analysis/finding.ts'
import { formatLimits, formatRatio } from '../../../shared/analysis/finding-sentences.ts'
import type { Forest } from '../../../shared/analysis/forest-plot.ts'
import chartClasses from '../../charts/charts.module.css'
import { formatNumber } from '../../format.ts'
import classes from './Forest.module.css'
import { describeNeed, verdictMeanings } from './finding-words.ts'
import { VerdictSign } from './VerdictShape.tsx'

interface FindingListsProps {
  forest: Forest
  onChoose: (key: ExposureKey) => void
}

/** What does not go with the cramps, and what cannot be told yet: as much of an answer as the links. */
export function FindingLists({ forest: { rows, constant, lacking }, onChoose }: FindingListsProps) {
  const cleared = rows.filter(({ finding }) => finding.verdict === 'no-clear-link')
  const nameOf = ({ exposure }: { exposure: { key: ExposureKey; name: string } }) => (
    <button type="button" className={classes.link} onClick={() => onChoose(exposure.key)}>
      {exposure.name}
    </button>
  )
  return (
    <div className={`${chartClasses.palette} ${classes.lists}`}>
      <List title="No clear link" verdict="no-clear-link" count={cleared.length}>
        {cleared.map(row => (
          <li key={row.finding.key}>
            {nameOf(row)}
            <span>
              {formatRatio(row.effect.ratio)} times as likely (95% CI {formatLimits(row.effect)}),{' '}
              {row.comparison}
            </span>
          </li>
        ))}
      </List>
      <List title="Does not vary" verdict="does-not-vary" count={constant.length}>
        {constant.map(row => (
          <li key={row.finding.key}>
            {nameOf(row)}
            <span>{row.finding.sentence}</span>
          </li>
        ))}
      </List>
      <List
        title="Need more data"
        verdict="need-more-data"
        count={lacking.length}
        action={
          <Anchor component={Link} to="/today" size="sm" underline="always">
            Log or check in on Today
          </Anchor>
        }
      >
        {lacking.map(row => (
          <li key={row.finding.key}>
            {nameOf(row)}
            <span>{describeNeed(row)}</span>
          </li>
        ))}
      </List>
    </div>
  )
}

interface ListProps {
  title: string
  verdict: Verdict
  count: number
  action?: ReactNode
  children: ReactNode
}

function List({ title, verdict, count, action, children }: ListProps) {
  if (count === 0) return null
  return (
    <section className={classes.list} aria-label={title}>
      <h3>
        <VerdictSign verdict={verdict} />
        {title} ({formatNumber(count)})
      </h3>
      <p>
        {verdictMeanings[verdict]} {action}
      </p>
      <ul className={classes.items}>{children}</ul>
    </section>
  )
}
