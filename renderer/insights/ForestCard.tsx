import { useCallback, useId, useMemo, useRef, useState } from 'react'
import type { ExposureKey } from '../../shared/analysis/exposures/exposures.ts'
import type { Findings } from '../../shared/analysis/finding.ts'
import { verdictWords } from '../../shared/analysis/finding-sentences.ts'
import { type Forest, makeForest } from '../../shared/analysis/forest-plot.ts'
import { countOf } from '../../shared/analysis/sentence-parts.ts'
import { formatDate, formatNumber } from '../data/format.ts'
import { useFormats } from '../data/sentence-formats.ts'
import type { FindingsState } from '../data/use-findings.ts'
import { ChartCard } from '../ui/charts/ChartCard.tsx'
import type { ChartBasis } from '../ui/charts/chart-basis.ts'
import type { ChartNumbers } from '../ui/charts/chart-numbers.ts'
import { listFilter } from './filter-words.ts'
import { FindingLists } from './forest/FindingLists.tsx'
import { FindingPanel } from './forest/FindingPanel.tsx'
import classes from './forest/Forest.module.css'
import { ForestPlot } from './forest/ForestPlot.tsx'
import { describeForest, outcomeWords } from './forest/finding-words.ts'

/** Forest plot of the findings, with lists and a panel of details for each. */
export function ForestCard({ state }: { state: FindingsState }) {
  const { ready, isOfOtherFilter, progress } = state
  const panelId = useId()
  const findings = ready?.findings
  // While it is asked how far the work is, the plot stays as it is.
  const formats = useFormats()
  const forest = useMemo(() => makeForest(findings?.findings ?? [], formats), [findings, formats])
  const outcome = findings?.outcome ?? 'cramp-days'
  const { openKey, open, toggle, close } = useOpening()
  const opened = findings?.findings.find(finding => finding.key === openKey)
  return (
    <ChartCard
      question={`All ${forest.rows.length === 0 ? '' : `${formatNumber(forest.rows.length)} `}things compared`}
      answer={describeState(state, forest, outcome)}
      basis={findBasis(state)}
      isPending={progress !== null}
      isStale={isOfOtherFilter}
      howItIsComputed={<HowItIsComputed />}
      missing={
        findings !== undefined && forest.rows.length === 0
          ? { words: 'The first lines appear after 28 answered days with 8 cramps.' }
          : null
      }
      drawing={
        forest.rows.length === 0
          ? null
          : {
              isInteractive: true,
              numbers: [listNumbers(forest, outcome)],
              chart: (
                <ForestPlot
                  rows={forest.rows}
                  outcome={outcome}
                  openKey={openKey}
                  panelId={panelId}
                  onChoose={toggle}
                />
              ),
            }
      }
    >
      {ready !== null && opened !== undefined && (
        <FindingPanel
          key={opened.key}
          id={panelId}
          finding={opened}
          outcome={outcome}
          filter={ready.filter}
          onClose={close}
        />
      )}
      <FindingLists forest={forest} outcome={outcome} openKey={openKey} onChoose={open} onClose={close} />
      {findings !== undefined && <Basis findings={findings} />}
    </ChartCard>
  )
}

/** The open finding. Closing it returns the focus to the line that opened it. */
function useOpening() {
  const [openKey, setOpenKey] = useState<ExposureKey | null>(null)
  const opener = useRef<Element | null>(null)
  const open = useCallback((key: ExposureKey) => {
    opener.current = document.activeElement
    setOpenKey(key)
  }, [])
  const close = useCallback(() => {
    setOpenKey(null)
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }, [])
  const toggle = useCallback(
    (key: ExposureKey) => (key === openKey ? close() : open(key)),
    [openKey, open, close],
  )
  return { openKey, open, close, toggle }
}

/** Findings are of the whole journal, whatever period is chosen; null before there are any. */
function findBasis({ ready }: FindingsState): ChartBasis | null {
  if (ready === null) return null
  const { firstDate, lastDate } = ready.findings
  if (firstDate === null || lastDate === null) return null
  return {
    fromDate: firstDate,
    toDate: lastDate,
    only: listFilter(ready.filter),
    note: 'all of your journal, whatever the period above',
  }
}

function describeState(
  { ready, error, isStopped }: FindingsState,
  forest: Forest,
  outcome: Findings['outcome'],
): string {
  if (ready !== null) return describeForest(forest, outcome)
  if (error !== null) return 'The journal could not be searched.'
  return isStopped ? 'The search was stopped.' : 'Your journal is being searched.'
}

/** The rows of the plot, surest first. Ratios beyond what is told stand as words. */
function listNumbers({ rows }: Forest, outcome: Findings['outcome']): ChartNumbers {
  const tell = (value: number) => (value > 20 ? 'more than 20' : value)
  return {
    columns: [
      { title: 'What' },
      { title: 'Compared' },
      { title: outcomeWords[outcome].timesTitle, digits: 2 },
      { title: '95% from', digits: 2 },
      { title: '95% to', digits: 2 },
      { title: 'Verdict' },
      // If nearly every day has cramps, all days are compared by their number of cramps.
      ...(outcome === 'cramps'
        ? [{ title: 'Days compared' }]
        : [{ title: 'Cramp days' }, { title: 'Comparison days' }]),
    ],
    rows: rows.map(({ exposure, comparison, effect: { ratio, lower, upper }, finding }) => [
      exposure.name,
      comparison,
      tell(ratio),
      lower ?? 0,
      upper === null ? 'more than 20' : tell(upper),
      verdictWords[finding.verdict],
      ...(outcome === 'cramps'
        ? [finding.measurement.trackedDays]
        : [finding.measurement.events, finding.measurement.comparisonDays]),
    ]),
  }
}

/** Data basis of the findings and the date of the next checkpoint. */
function Basis({ findings: { nextCheckpoint, trackedDays, findings } }: { findings: Findings }) {
  const checkpoint = findings.find(finding => finding.checkpoint !== null)?.checkpoint
  const isInterim = findings.some(finding => finding.isInterim)
  return (
    <div className={classes.basis}>
      <p>
        <strong>This shows links, not causes.</strong> To find out whether something causes your cramps, it
        has to be tried.
      </p>
      <p>
        Judged every four weeks; next on {formatDate(nextCheckpoint, 'long')}.
        {checkpoint != null && ` The verdicts are those of ${formatDate(checkpoint.lastDate, 'long')}.`}
        {checkpoint != null && isInterim && ' The lines include the days since then, and are interim.'}
      </p>
      {trackedDays > 0 && (
        <p>
          From {countOf(trackedDays, 'answered day', { number: formatNumber })}. Cramps of the legs and feet,
          unless you chose another place.
        </p>
      )}
    </div>
  )
}

function HowItIsComputed() {
  return (
    <p>
      For every cramp-day (from noon to noon, so that a night stays in one piece) the hours before its first
      cramp are compared with the same hours before the same clock time on all other answered days of the same
      eight weeks, work days with work days and days off with days off. Days for which this is not known are
      left out: unknown is never counted as none. The ratio comes from a conditional logistic regression with
      Firth's penalty, its interval from the profile of the likelihood; for amounts it compares a day with a
      lot for you (the 75th percentile) with a day with little (the 25th). The verdict comes from another
      test: the cramps are dealt at random to the days of their eight weeks, again and again, and the share of
      deals as extreme as yours is the p value. Because many things are looked at, it is adjusted for all of
      them (a step-down procedure after Holm).
    </p>
  )
}
