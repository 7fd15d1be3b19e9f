import { Alert, Button, SegmentedControl, Skeleton } from '@mantine/core'
import { everyCramp, isEveryCramp } from '../../shared/analysis/cramp-filter.ts'
import { computeRates } from '../../shared/analysis/cramp-rates.ts'
import type { MedicineComparison } from '../../shared/analysis/medicine-changes.ts'
import { type OverviewSpan, overviewSpans, periodOfSpan } from '../../shared/analysis/overview-timeline.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import { useOverview } from '../data/queries.ts'
import { type FindingsState, useFindings } from '../data/use-findings.ts'
import { useSuspects } from '../suspects/use-suspects.ts'
import { EmptyCharts } from '../ui/charts/ChartCard.tsx'
import { renderInTurn } from '../ui/charts/turns.tsx'
import { Screen } from '../ui/components/Screen.tsx'
import { CrampsCard, type OverviewOfFilter } from './CrampsCard.tsx'
import { EmptyInsights } from './EmptyInsights.tsx'
import { FilterBar } from './FilterBar.tsx'
import { FilterNotice } from './FilterNotice.tsx'
import { FindingsProgress } from './FindingsProgress.tsx'
import { DAYS_TO_COMPARE, FirstWeeks } from './FirstWeeks.tsx'
import { ForestCard } from './ForestCard.tsx'
import { InShortCard } from './InShortCard.tsx'
import classes from './InsightsScreen.module.css'
import { PatternCards } from './PatternCards.tsx'
import { SuspectsCard } from './SuspectsCard.tsx'
import { useView, type ViewInAddress } from './view-in-address.ts'

const spanWords: Record<OverviewSpan, string> = {
  '12-weeks': '12 weeks',
  '26-weeks': '26 weeks',
  '1-year': '1 year',
  all: 'All',
}

/** Charts that answer a question each. They describe what was logged; what is unknown is drawn as unknown. */
export function InsightsScreen() {
  const view = useView()
  const { span, filter, change } = view
  const today = calendarDate(useNow())
  const { data, error, refetch, isPlaceholderData } = useOverview(periodOfSpan(span, today), filter)
  return (
    <Screen
      title="Insights"
      lead="The answers first. Press a question to see its chart."
      actions={
        <div className={classes.period}>
          <SegmentedControl<OverviewSpan>
            aria-label="Period"
            value={span}
            onChange={chosen => change({ span: chosen })}
            data={overviewSpans.map(value => ({ value, label: spanWords[value] }))}
          />
        </div>
      }
    >
      {error !== null ? (
        <Alert color="red" title="The charts could not be made">
          <p>{error.message} Your entries are as they were.</p>
          <Button variant="default" onClick={() => refetch()}>
            Try again
          </Button>
        </Alert>
      ) : data === undefined ? (
        <LoadingCards />
      ) : (
        <Cards overview={data} isPending={isPlaceholderData} view={view} />
      )}
    </Screen>
  )
}

const CrampsInTurn = renderInTurn(CrampsCard)
const NO_MEDICINES: readonly MedicineComparison[] = []

interface CardsProps {
  overview: OverviewOfFilter
  /** The data still belong to the previous view. */
  isPending: boolean
  view: ViewInAddress
}

function Cards({ overview, isPending, view }: CardsProps) {
  const { span, filter, change } = view
  const findings = useFindings(filter)
  const isEmpty = overview.weeks.length === 0 && !isPending
  // Findings are from the whole journal, whatever the period.
  const found = findings.ready?.findings ?? null
  const isYoung = found !== null && found.trackedDays < DAYS_TO_COMPARE && isEveryCramp(filter)
  return (
    <div className={classes.cards}>
      {isYoung ? (
        <FirstWeeks findings={found} />
      ) : isEveryCramp(filter) ? (
        <InShort span={span} state={findings} />
      ) : (
        <InShortOfAll span={span} />
      )}
      {!isYoung && <FilterBar filter={filter} onChange={chosen => change({ filter: chosen })} />}
      <FilterNotice filter={filter} />
      <FindingsProgress state={findings} />
      {isEmpty && !isYoung && (
        <EmptyInsights {...(span !== 'all' && { onShowAll: () => change({ span: 'all' }) })} />
      )}
      <SuspectsCard findings={findings.ready?.findings.findings ?? []} />
      <EmptyCharts value={isYoung ? 'hidden' : 'closed'}>
        {!isEmpty && (
          <div className={classes.pending} aria-busy={isPending}>
            <CrampsInTurn overview={overview} medicines={findings.ready?.medicines ?? NO_MEDICINES} />
          </div>
        )}
        {!isYoung && <ForestCard state={findings} />}
        {!isEmpty && <PatternCards view={view} />}
      </EmptyCharts>
    </div>
  )
}

/** The answers on top, which are of all cramps, while the charts below are of some. */
function InShortOfAll({ span }: { span: OverviewSpan }) {
  return <InShort span={span} state={useFindings(everyCramp)} />
}

/** @param props.state findings of all cramps */
function InShort({ span, state }: { span: OverviewSpan; state: FindingsState }) {
  const today = calendarDate(useNow())
  const { data } = useOverview(periodOfSpan(span, today), everyCramp)
  const suspects = useSuspects()
  const { ready, isOfOtherFilter } = state
  const findings = isOfOtherFilter ? undefined : ready?.findings
  if (findings === undefined || data === undefined || suspects === null) return null
  return (
    <InShortCard
      findings={findings}
      suspects={new Set(suspects.current.map(({ exposure }) => exposure))}
      rates={computeRates(data.weeks)}
    />
  )
}

function LoadingCards() {
  return (
    <div className={classes.cards} role="status" aria-label="Preparing the charts">
      <Skeleton height={560} radius="lg" />
      <Skeleton height={360} radius="lg" />
    </div>
  )
}
