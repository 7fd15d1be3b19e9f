/**
 * Fits page one to exactly one sheet: measures, tries the next smaller type down to 9 pt, then the next cut level of its
 * lists, and measures again. Type never gets smaller than 9 pt.
 *
 * Heights are compared as a ratio, so that a scaled preview gives the same result as paper.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { LAST_CUT_LEVEL } from '../../../shared/report/cuts.ts'
import type { PageLayout } from '../../../shared/report/page-fit.ts'

export interface Fitting extends PageLayout {
  /** Element with the height available on paper. */
  readonly pageRef: RefObject<HTMLElement | null>
  /** Element with the content's natural height. */
  readonly contentRef: RefObject<HTMLDivElement | null>
  /** True if even the last level is too high: the page then runs on to the next sheet. */
  readonly runsOn: boolean
}

/** Largest zoom relative to 9 pt, which keeps a short page from looking like a poster. */
const LARGEST_ZOOM = 1.15
const ZOOM_STEP = 0.03

/** Layouts in the order they are tried: nothing is cut for the sake of larger type. */
const attempts: readonly PageLayout[] = [
  ...zoomsDown(LARGEST_ZOOM, 1).map(zoom => ({ level: 0, zoom })),
  ...Array.from({ length: LAST_CUT_LEVEL }, (_, index) => ({ level: index + 1, zoom: 1 })),
]

function zoomsDown(from: number, to: number): number[] {
  return Array.from({ length: Math.round((from - to) / ZOOM_STEP) + 1 }, (_, index) =>
    Math.max(to, from - ZOOM_STEP * index),
  )
}

/** Share of the page height by which content may exceed it: about a pixel of rounding, covered by the page's slack. */
const TOLERANCE = 0.001

/**
 * @param onFitted called once the content fits, measured with its fonts loaded
 * @param fixed layout fitted earlier: used as it is
 */
export function useFitting(
  onFitted: ((layout: PageLayout) => void) | undefined,
  fixed: PageLayout | null,
): Fitting {
  const pageRef = useRef<HTMLElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(0)
  const [runsOn, setRunsOn] = useState(false)
  const { level, zoom } = fixed ?? attempts[tried] ?? { level: LAST_CUT_LEVEL, zoom: 1 }
  const isFixed = fixed !== null
  const [hasFonts, setHasFonts] = useState(false)

  useEffect(() => {
    let isShown = true
    // `ready` is read after the first layout, which requests the fonts of the drawn text.
    void document.fonts.ready.then(() => isShown && setHasFonts(true))
    return () => {
      isShown = false
    }
  }, [])

  useLayoutEffect(() => {
    const [page, content] = [pageRef.current, contentRef.current]
    if (page === null || content === null || !hasFonts) return
    const fits = runsOn || heightOf(content) <= heightOf(page) * (1 + TOLERANCE)
    if (fits) onFitted?.({ level, zoom })
    else if (!isFixed && tried < attempts.length - 1) setTried(tried + 1)
    else setRunsOn(true)
  }, [hasFonts, isFixed, tried, level, zoom, runsOn, onFitted])

  return { pageRef, contentRef, level, zoom, runsOn }
}

/** Rendered height including all zooms and scales; unlike `offsetHeight`, not rounded to pixels. */
const heightOf = (element: Element) => element.getBoundingClientRect().height
