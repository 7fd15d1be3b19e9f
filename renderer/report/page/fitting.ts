/**
 * Fits page one to exactly one sheet, in the largest type possible: measures, tries the next smaller type, then the next
 * cut level of its lists, and measures again.
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
}

/** Zoom limits relative to 7.5 pt. The largest keeps a short page from looking like a poster. */
const LARGEST_ZOOM = 1.3
const ZOOM_STEP = 0.03
/** Zoom of comfortably legible type. */
const EASY_ZOOM = 1.09
/** Number of cut levels that keep comfortable type: they cut the least important lists, and page two is needed anyway. */
const LEVELS_OF_EASY_TYPE = 5

/** Layouts in the order they are tried. Lists are cut only after uncut ones failed at the smallest type. */
const attempts: readonly PageLayout[] = [
  ...zoomsDown(LARGEST_ZOOM, 1).map(zoom => ({ level: 0, zoom })),
  ...levelsFrom(1, LEVELS_OF_EASY_TYPE).map(level => ({ level, zoom: EASY_ZOOM })),
  ...zoomsDown(EASY_ZOOM - ZOOM_STEP, 1).map(zoom => ({ level: LEVELS_OF_EASY_TYPE, zoom })),
  ...levelsFrom(LEVELS_OF_EASY_TYPE + 1, LAST_CUT_LEVEL).map(level => ({ level, zoom: 1 })),
]

function zoomsDown(from: number, to: number): number[] {
  return Array.from({ length: Math.round((from - to) / ZOOM_STEP) + 1 }, (_, index) =>
    Math.max(to, from - ZOOM_STEP * index),
  )
}

function levelsFrom(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Share of the page height by which content may exceed it: about a pixel of rounding, covered by the page's slack. */
const TOLERANCE = 0.001
/** Extra factor of the final shrinking, since smaller text breaks into other lines. */
const ZOOM_MARGIN = 0.98

/**
 * @param onFitted called once the content fits, measured with its fonts loaded
 * @param fixed layout fitted earlier: used as it is, without measuring
 */
export function useFitting(
  onFitted: ((layout: PageLayout) => void) | undefined,
  fixed: PageLayout | null,
): Fitting {
  const pageRef = useRef<HTMLElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(0)
  /** Last resort after the final cut level. */
  const [shrink, setShrink] = useState(1)
  const attempt = attempts[tried] ?? { level: LAST_CUT_LEVEL, zoom: 1 }
  const level = fixed?.level ?? attempt.level
  const zoom = fixed?.zoom ?? attempt.zoom * shrink
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
    const [high, room] = [heightOf(content), heightOf(page)]
    if (isFixed || high <= room * (1 + TOLERANCE)) onFitted?.({ level, zoom })
    else if (tried < attempts.length - 1) setTried(tried + 1)
    else setShrink((shrink * ZOOM_MARGIN * room) / high)
  }, [hasFonts, isFixed, tried, level, zoom, shrink, onFitted])

  return { pageRef, contentRef, level, zoom }
}

/** Rendered height including all zooms and scales; unlike `offsetHeight`, not rounded to pixels. */
const heightOf = (element: Element) => element.getBoundingClientRect().height
