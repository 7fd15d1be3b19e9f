import { Button, Progress, Title } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'react-router'
import type { Findings } from '../../shared/analysis/finding.ts'
import { listOwnAnswers } from '../../shared/analysis/in-short.ts'
import { formatNumber } from '../data/format.ts'
import { useFormats } from '../data/sentence-formats.ts'
import classes from './InShort.module.css'

/** Known days that the first comparisons need. */
export const DAYS_TO_COMPARE = 28

/** Content of Insights by the known days from which it is shown. */
const ahead: readonly { readonly from: number; readonly words: string }[] = [
  { from: 1, words: 'When your cramps come, and where.' },
  { from: 7, words: 'How often you have them.' },
  { from: DAYS_TO_COMPARE, words: 'What goes with them, once there are 8 cramps to compare.' },
  { from: 56, words: 'If they are becoming more or fewer.' },
]

export interface FirstWeeksProps {
  findings: Findings
}

/** The first four weeks: what will be shown, and when. It replaces charts that have nothing to draw. */
export function FirstWeeks({ findings }: FirstWeeksProps) {
  const titleId = useId()
  const own = listOwnAnswers(findings, useFormats())
  // Days with an answer about cramps.
  const knownDays = findings.trackedDays
  const days = Math.min(knownDays, DAYS_TO_COMPARE)
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <Title order={2} id={titleId}>
        {formatNumber(days)} of {DAYS_TO_COMPARE} days known
      </Title>
      <Progress
        value={(100 * days) / DAYS_TO_COMPARE}
        size="lg"
        mt="sm"
        aria-label={`${formatNumber(days)} of ${DAYS_TO_COMPARE} days known`}
      />
      <p className={classes.lead}>
        A day is known when you wrote down a cramp, or said that there was none. This is what you will see
        here:
      </p>
      <ul className={classes.ahead}>
        {ahead.map(({ from, words }) => (
          <li key={from} data-reached={knownDays >= from || undefined}>
            <b>{knownDays >= from ? 'Now' : `After ${formatNumber(from)} ${from === 1 ? 'day' : 'days'}`}</b>
            <span>{words}</span>
          </li>
        ))}
      </ul>
      {own.length > 0 && (
        <>
          <p className={classes.lead}>Of your own things:</p>
          <ul className={classes.own}>
            {own.map(sentence => (
              <li key={sentence}>
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button component={Link} to="/today" mt="sm">
        Go to Today
      </Button>
    </section>
  )
}
