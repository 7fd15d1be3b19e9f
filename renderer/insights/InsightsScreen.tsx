import { Alert, Button, SegmentedControl, Skeleton } from '@mantine/core'
import type { MedicineComparison } from '../../shared/analysis/medicine-changes.ts'
import { type OverviewSpan, overviewSpans, periodOfSpan } from '../../shared/analysis/overview-timeline.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { useNow } from '../data/clock.ts'
import { useOverview } from '../data/queries.ts'
import { useFindings } from '../data/use-findings.ts'
import { renderInTurn } from '../ui/charts/turns.tsx'
import { Screen } from '../ui/components/Screen.tsx'
import { CrampsCard, type OverviewOfFilter } from './CrampsCard.tsx'
import { EmptyInsights } from './EmptyInsights.tsx'
import { FilterBar } from './FilterBar.tsx'
import { FilterNotice } from './FilterNotice.tsx'
import { ForestCard } from './ForestCard.tsx'
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
      lead="What your journal shows, and what it cannot show yet."
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
      <FilterBar filter={filter} onChange={chosen => change({ filter: chosen })} />
      <FilterNotice filter={filter} />
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
  // Findings are from the whole journal, whatever the period: nothing is said of them before anything is tracked.
  const isUntracked = findings.ready?.findings.trackedDays === 0 && !findings.isOfOtherFilter
  return (
    <div className={classes.cards}>
      {isEmpty ? (
        <EmptyInsights {...(span !== 'all' && { onShowAll: () => change({ span: 'all' }) })} />
      ) : (
        <div className={classes.pending} aria-busy={isPending}>
          <CrampsInTurn overview={overview} medicines={findings.ready?.medicines ?? NO_MEDICINES} />
        </div>
      )}
      <SuspectsCard state={findings} />
      {!isUntracked && !(isEmpty && span === 'all') && <ForestCard state={findings} />}
      {!isEmpty && <PatternCards view={view} />}
    </div>
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
