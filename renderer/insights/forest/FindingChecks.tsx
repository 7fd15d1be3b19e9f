import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { CrampFilter } from '../../../shared/analysis/cramp-filter.ts'
import type { Exposure } from '../../../shared/analysis/exposures/exposure.ts'
import { getExposure } from '../../../shared/analysis/exposures/exposures.ts'
import type {
  Adjusted,
  FindingChecks as Checks,
  Finding,
  Findings,
  Ratio,
} from '../../../shared/analysis/finding.ts'
import { countOf } from '../../../shared/analysis/sentence-parts.ts'
import { formatDate, formatFixed, formatNumber } from '../../data/format.ts'
import { useJournalClient } from '../../data/journal-client.ts'
import { queryKeys } from '../../data/queries.ts'
import { useFormats } from '../../data/sentence-formats.ts'
import classes from './FindingChecks.module.css'

interface FindingChecksProps {
  finding: Finding
  exposure: Exposure
  outcome: Findings['outcome']
  filter: CrampFilter
}

/** The numbers behind a finding: what was judged, what was measured, and how else one can ask. */
export function FindingChecks({
  finding: { key, checkpoint, measurement },
  exposure,
  outcome,
  filter,
}: FindingChecksProps) {
  const formats = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  const ratioName = outcome === 'cramps' ? 'Rate ratio' : 'Risk ratio'
  const { estimate, contrast, factor } = measurement
  const { scale, windowWords } = exposure
  return (
    <details className={classes.details} onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>Details and checks</summary>
      <div className={classes.detailsBody}>
        <Facts title="Judged at the last check">
          <Fact name="Last check">
            {checkpoint === null ? 'none yet' : formatDate(checkpoint.lastDate, 'long')}
          </Fact>
          {checkpoint !== null && <Judgement checkpoint={checkpoint} />}
        </Facts>
        <Facts title="Measured up to today">
          <Fact
            name={
              scale.kind === 'yes-no'
                ? `${ratioName}, with against without`
                : `${ratioName} per ${scale.stepWords(formats)} more`
            }
          >
            {formatExactly(estimate)}
          </Fact>
          {scale.kind === 'amount' && contrast !== null && contrast.from !== null && contrast.to !== null && (
            <Fact
              name={`${ratioName}, ${scale.format(contrast.to, formats)} against ${scale.format(contrast.from, formats)}`}
            >
              {formatExactly(contrast)}
            </Fact>
          )}
          <Fact name="p of the likelihood ratio">{formatP(measurement.pValue)}</Fact>
          <Fact name="Factor c of the interval">{factor === null ? CANNOT : formatNumber(factor, 2)}</Fact>
          <Fact name="Answered days with a known window">{formatNumber(measurement.trackedDays)}</Fact>
        </Facts>
        <p>
          {outcome === 'cramps'
            ? `The 95% interval is for the ratio of cramps per day, and for the ${windowWords}: how many times as frequent they are.`
            : `The 95% interval is for the risk ratio of a cramp-day, and for the ${windowWords}: how many times as likely a day with a cramp is.`}
          {scale.kind === 'amount' &&
            ' The verdict goes by the second ratio, between amounts that are usual for you.'}
        </p>
        {isOpen && <OtherWays findingKey={key} exposure={exposure} filter={filter} />}
      </div>
    </details>
  )
}

/** The randomisation test behind the verdict, its share of the error budget, and the likelihood's p as a check. */
function Judgement({ checkpoint }: { checkpoint: NonNullable<Finding['checkpoint']> }) {
  const { test, look, level, familySize, likelihoodP } = checkpoint
  return (
    <>
      {test !== null && (
        <>
          <Fact name="Standardised difference">{formatFixed(test.statistic, 2)}</Fact>
          <Fact name="p, more cramps with more of it">{formatP(test.pMore)}</Fact>
          <Fact name="p, fewer cramps with more of it">{formatP(test.pFewer)}</Fact>
          <Fact name="Random draws">{formatNumber(test.draws)}</Fact>
          <Fact name={`Adjusted for ${countOf(familySize, 'thing', { number: formatNumber })}`}>
            {formatP(test.adjustedP)}
          </Fact>
          <Fact name="Adjusted, at the check before">
            {test.previousAdjustedP === null ? 'not judged' : formatP(test.previousAdjustedP)}
          </Fact>
          <Fact name={`“Likely” needs at most (check ${formatNumber(look)})`}>{formatP(level)}</Fact>
        </>
      )}
      <Fact name="p of the likelihood ratio, a check">{formatP(likelihoodP)}</Fact>
    </>
  )
}

const CANNOT = 'cannot be estimated'

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h4 className={classes.detailsTitle}>{title}</h4>
      <dl className={classes.facts}>{children}</dl>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const checkWords = {
  plain: 'Without the penalty (plain conditional logistic)',
  mantelHaenszel: 'Mantel-Haenszel',
  weekday: 'Matched by weekday',
  withoutRetrospective: 'Without what was only written down afterwards',
  withoutAssumedOnsets: 'Without cramps known only as "in the night"',
  withoutOnePress: 'Without days filled in one press',
} as const satisfies Partial<Record<keyof Checks, string>>
type CheckName = keyof typeof checkWords
/** Checks that are hidden without a result: nothing was left out, or the method does not apply to amounts. */
const onlyIfThere: ReadonlySet<CheckName> = new Set([
  'mantelHaenszel',
  'withoutRetrospective',
  'withoutAssumedOnsets',
  'withoutOnePress',
])
const isCheckName = (name: string): name is CheckName => name in checkWords
const checkNames = Object.keys(checkWords).filter(isCheckName)

interface OtherWaysProps {
  findingKey: Finding['key']
  exposure: Exposure
  filter: CrampFilter
}

/** Sensitivity analyses, computed when the details are opened: for all findings they would take several times as long. */
function OtherWays({ findingKey, exposure, filter }: OtherWaysProps) {
  const journal = useJournalClient()
  const { data: checks, error } = useQuery({
    queryKey: queryKeys.findingChecks(findingKey, filter),
    queryFn: ({ signal }) => journal.getFindingChecks({ key: findingKey, filter }, { signal }),
  })
  return (
    <Facts title="Other ways of asking the same thing">
      {checks == null ? (
        <Fact name="All of them">{describeMissing(checks, error)}</Fact>
      ) : (
        <CheckFacts checks={checks} exposure={exposure} />
      )}
    </Facts>
  )
}

function describeMissing(checks: null | undefined, error: Error | null): string {
  if (error !== null) return error.message
  return checks === null ? CANNOT : 'being computed'
}

function CheckFacts({ checks, exposure }: { checks: Checks; exposure: Exposure }) {
  const { adjusted, longerLookBack, isUnstable } = checks
  return (
    <>
      {checkNames
        .filter(name => checks[name] !== null || !onlyIfThere.has(name))
        .map(name => (
          <Fact key={name} name={checkWords[name]}>
            {formatExactly(checks[name])}
          </Fact>
        ))}
      <Fact name={adjusted === null ? ALLOWING_FOR_CRAMP : describeAlongside(adjusted.alongside)}>
        {formatExactly(adjusted)}
      </Fact>
      {longerLookBack !== null && exposure.longerLookBack !== undefined && (
        <Fact name={`Exploratory, in the ${exposure.longerLookBack.windowWords}`}>
          {formatExactly(longerLookBack)}
        </Fact>
      )}
      {isUnstable && <Fact name="Stability">The methods disagree: treat the number with caution.</Fact>}
    </>
  )
}

const ALLOWING_FOR_CRAMP = 'Allowing for a cramp in the 48 hours before'

/** "Allowing for a cramp in the 48 hours before, how much you trained and hot days". */
function describeAlongside(alongside: Adjusted['alongside']): string {
  const others = alongside
    .filter(key => key !== 'recent-cramp')
    .map(key => getExposure(key).name)
    .map(name => name.charAt(0).toLowerCase() + name.slice(1))
  return [ALLOWING_FOR_CRAMP, ...others].join(', ').replace(/, ([^,]*)$/, ' and $1')
}

function formatP(value: number | null): string {
  if (value === null) return CANNOT
  return value < 0.001 ? 'below 0.001' : formatNumber(value, 3)
}

/** "0.74 (0.60 to 0.91)": two decimals, for those who look here. */
function formatExactly(ratio: Ratio | null): string {
  if (ratio === null) return CANNOT
  const lower = ratio.lower === null ? '0' : formatHundredths(ratio.lower)
  const upper = ratio.upper === null ? 'no upper limit' : formatHundredths(ratio.upper)
  return `${formatHundredths(ratio.ratio)} (95% CI ${lower} to ${upper})`
}

function formatHundredths(value: number): string {
  if (value > 1000) return `more than ${formatNumber(1000)}`
  return formatFixed(value, 2)
}
