/**
 * What all charts of Insights are about: a period and a filter. Both stand in the page's address, so that back, forward
 * and a reload keep them.
 */
import { startTransition, useMemo, useOptimistic } from 'react'
import { useSearchParams } from 'react-router'
import { type CrampFilter, filteredSides, timesOfDay } from '../../shared/analysis/cramp-filter.ts'
import { type OverviewSpan, overviewSpans } from '../../shared/analysis/overview-timeline.ts'
import { statesAtOnset } from '../../shared/kinds/cramp.ts'
import { muscles } from '../../shared/kinds/muscles.ts'

const DEFAULT_SPAN: OverviewSpan = '26-weeks'

export interface View {
  readonly span: OverviewSpan
  readonly filter: CrampFilter
}

export interface ViewInAddress extends View {
  /** Goes on to another view; the one before is a step back in the window's history. */
  readonly change: (changes: Partial<View>) => void
}

export function useView(): ViewInAddress {
  const [params, setParams] = useSearchParams()
  const address = params.toString()
  // The router updates the address asynchronously; the control must show the choice at once.
  const [current, showAhead] = useOptimistic(address)
  // Stable object per view, so that charts re-render only for another view.
  return useMemo(() => {
    const view = readView(new URLSearchParams(current))
    return {
      ...view,
      change: changes => {
        const chosen = writeView({ ...view, ...changes })
        startTransition(() => {
          showAhead(chosen.toString())
          setParams(chosen)
        })
      },
    }
  }, [current, showAhead, setParams])
}

/** Parses the search parameters; unknown values fall back to the defaults. */
export function readView(params: URLSearchParams): View {
  const read = <Value extends string>(name: string, known: readonly Value[]): Value | null =>
    known.find(value => value === params.get(name)) ?? null
  return {
    span: read('period', overviewSpans) ?? DEFAULT_SPAN,
    filter: {
      muscle: read('muscle', muscles.ids),
      side: read('side', filteredSides),
      time: read('time', timesOfDay),
      state: read('state', statesAtOnset.ids),
    },
  }
}

export function writeView({ span, filter }: View): URLSearchParams {
  const chosen = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return new URLSearchParams([['period', span], ...chosen])
}
