import { Anchor, Badge, Title } from '@mantine/core'
import { useId } from 'react'
import { Link } from 'react-router'
import type { CrampRates } from '../../shared/analysis/cramp-rates.ts'
import type { Findings } from '../../shared/analysis/finding.ts'
import { verdictWords } from '../../shared/analysis/finding-sentences.ts'
import {
  makeInShort,
  type ShortAnswer,
  type ShortBars,
  writeRateInShort,
} from '../../shared/analysis/in-short.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import { formatDate } from '../data/format.ts'
import { useFormats } from '../data/sentence-formats.ts'
import { tellFinding } from './forest/finding-words.ts'
import classes from './InShort.module.css'

export interface InShortCardProps {
  findings: Findings
  /** Keys of the exposures that the person suspects. */
  suspects: ReadonlySet<string>
  /** Rates of the shown period. */
  rates: CrampRates
}

/** Three to five sentences that a tired person takes away, each with two bars and its numbers behind "How sure?". */
export function InShortCard({ findings, suspects, rates }: InShortCardProps) {
  const titleId = useId()
  const formats = useFormats()
  const { answers, more } = makeInShort({ findings, suspects, formats })
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <Title order={2} id={titleId}>
        In short
      </Title>
      <p className={classes.checked}>{describeChecks(findings)}</p>
      <ul className={classes.answers}>
        {answers.map(answer => (
          <Answer key={answer.finding.key} answer={answer} outcome={findings.outcome} />
        ))}
        {answers.length === 0 && <li>{describeNothing(findings)}</li>}
        <li>{writeRateInShort(rates, formats)}</li>
      </ul>
      <Footer findings={findings} more={more} suspects={suspects} hasLinks={answers.some(isLink)} />
    </section>
  )
}

const isLink = ({ finding: { verdict } }: ShortAnswer) => verdict === 'likely' || verdict === 'possible'

/** The answer of a journal in which nothing stands out and nothing was suspected. */
function describeNothing({ findings }: Findings): string {
  const judged = findings.filter(({ measurement }) => measurement.missing.length === 0).length
  return `Nothing stands out yet. ${judged} of ${findings.length} things have enough days to tell.`
}

function Answer({ answer, outcome }: { answer: ShortAnswer; outcome: Findings['outcome'] }) {
  const { finding, sentence, isSuspect, bars, caution } = answer
  const formats = useFormats()
  const isMeasured = finding.measurement.contrast !== null && finding.measurement.missing.length === 0
  return (
    <li>
      <p className={classes.sentence}>
        {sentence}{' '}
        {isMeasured && (
          <Badge component="span" variant="light" size="lg" className={classes.verdict}>
            {verdictWords[finding.verdict]}
          </Badge>
        )}
        {isSuspect && <span className={classes.suspect}> You suspected this.</span>}
      </p>
      {bars !== null && <TwoBars bars={bars} />}
      {caution !== '' && <p className={classes.caution}>{caution}</p>}
      {isMeasured && (
        <details className={classes.sure}>
          <summary>How sure?</summary>
          <p>{tellFinding(finding, outcome, formats)}</p>
        </details>
      )}
    </li>
  )
}

function TwoBars({ bars: { withIt, withoutIt } }: { bars: ShortBars }) {
  return (
    <dl className={classes.bars}>
      {[withIt, withoutIt].map(({ label, counts, share }, index) => (
        <div key={label} className={classes.bar} data-side={index === 0 ? 'with' : 'without'}>
          <dt>{label}</dt>
          <dd>
            <span className={classes.track} aria-hidden>
              <span className={classes.fill} style={{ width: `${100 * share}%` }} />
            </span>
            {counts}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Above the answers: an answer without its date would be read as of today. */
function describeChecks({ findings, nextCheckpoint }: Findings): string {
  const last = findings.find(({ checkpoint }) => checkpoint !== null)?.checkpoint
  const next = formatDate(nextCheckpoint)
  return last == null
    ? `Results are checked every four weeks. First check ${next}.`
    : `Results are checked every four weeks. Last check ${formatDate(last.lastDate)}, next ${next}.`
}

interface FooterProps {
  findings: Findings
  more: number
  suspects: ReadonlySet<string>
  hasLinks: boolean
}

function Footer({ findings: { findings }, more, suspects, hasLinks }: FooterProps) {
  const formats = useFormats()
  const unsure = findings.filter(
    ({ verdict, key }) => verdict === 'not-sure-yet' && !suspects.has(key),
  ).length
  return (
    <div className={classes.footer}>
      {hasLinks && <p>A link is not a cause. To find out, try it: see Plan.</p>}
      {unsure > 0 && (
        <p>
          Not sure yet about {countOf(unsure, 'other thing', formats)}: there may be a link or none. More days
          may tell.
        </p>
      )}
      {more > 0 && <p>{countOf(more, 'more answer', formats)} under “All things compared”.</p>}
      {suspects.size === 0 && (
        <p>
          Do you suspect something?{' '}
          <Anchor component={Link} to="/settings">
            Name it
          </Anchor>
          , and it is looked at first.
        </p>
      )}
    </div>
  )
}
