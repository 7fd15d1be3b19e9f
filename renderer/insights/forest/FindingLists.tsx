import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ExposureKey } from '../../../shared/analysis/exposures/exposures.ts'
import type { Findings, Verdict } from '../../../shared/analysis/finding.ts'
import { formatLimits, formatRatio, verdictMeanings } from '../../../shared/analysis/finding-sentences.ts'
import type { Forest } from '../../../shared/analysis/forest-plot.ts'
import { formatNumber } from '../../data/format.ts'
import { useFormats } from '../../data/sentence-formats.ts'
import chartClasses from '../../ui/charts/charts.module.css'
import classes from './Forest.module.css'
import { describeNeed, outcomeWords, tellFinding } from './finding-words.ts'
import { VerdictSign } from './VerdictShape.tsx'

interface FindingListsProps {
  forest: Forest
  outcome: Findings['outcome']
  openKey: ExposureKey | null
  onClose: () => void
  onChoose: (key: ExposureKey) => void
}

/** Exposures without a link, and those not settled yet: as much of an answer as the links. */
export function FindingLists({
  forest: { rows, constant, lacking },
  outcome,
  openKey,
  onChoose,
  onClose,
}: FindingListsProps) {
  const formats = useFormats()
  const cleared = rows.filter(({ finding }) => finding.verdict === 'no-clear-link')
  const nameOf = ({ exposure }: { exposure: { key: ExposureKey; name: string } }) => (
    <button
      type="button"
      className={classes.link}
      aria-expanded={openKey === exposure.key}
      onClick={() => onChoose(exposure.key)}
      onKeyDown={event => event.key === 'Escape' && openKey === exposure.key && onClose()}
    >
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
              {formatRatio(row.effect.ratio, formats)} {outcomeWords[outcome].times} (95% CI{' '}
              {formatLimits(row.effect, formats)}), {row.comparison}
            </span>
          </li>
        ))}
      </List>
      <List title="Does not vary" verdict="does-not-vary" count={constant.length}>
        {constant.map(row => (
          <li key={row.finding.key}>
            {nameOf(row)}
            <span>{tellFinding(row.finding, outcome, formats)}</span>
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
            <span>{describeNeed(row, outcome, formats)}</span>
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
