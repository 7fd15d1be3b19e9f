/**
 * Makes page one exactly one page, in the largest type that fits: measures, tries the next smaller type, then cuts its
 * lists a step further, and measures again.
 *
 * Heights are compared as a ratio, so that a preview drawn smaller than its paper measures what the paper holds.
 */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { LAST_CUT_LEVEL } from '../../../shared/report/cuts.ts'
import type { PageLayout } from '../../../shared/report/page-fit.ts'

export interface Fitting extends PageLayout {
  /** The page, as high as the paper allows. */
  readonly pageRef: RefObject<HTMLElement | null>
  /** The content of the page, as high as it is. */
  readonly contentRef: RefObject<HTMLDivElement | null>
}

/** So large that a short page is not set like a poster. */
const LARGEST_ZOOM = 1.3
const ZOOM_STEP = 0.03
/** Of 7.5 points: what doctors read without a thought. */
const EASY_ZOOM = 1.09
/** Where a second page is needed anyway, type is kept easy to read for as long as lists are cut that are missed least. */
const LEVELS_OF_EASY_TYPE = 5

/** What is tried, in order. Nobody gets a second page for the sake of larger type alone. */
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

/** Part of the page's height that content may exceed: rounding of its many lines, about a pixel. The page has slack. */
const TOLERANCE = 0.001
/** Text breaks into other lines when it is made smaller: a little more than what is missing. */
const ZOOM_MARGIN = 0.98

/**
 * @param onFitted called once the page holds its content, in its own fonts
 * @param fixed a layout that was fitted before: used as it is, nothing is measured
 */
export function useFitting(
  onFitted: ((layout: PageLayout) => void) | undefined,
  fixed: PageLayout | null,
): Fitting {
  const pageRef = useRef<HTMLElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(0)
  /** What is left when nothing can be cut any more. */
  const [shrink, setShrink] = useState(1)
  const attempt = attempts[tried] ?? { level: LAST_CUT_LEVEL, zoom: 1 }
  const level = fixed?.level ?? attempt.level
  const zoom = fixed?.zoom ?? attempt.zoom * shrink
  const isFixed = fixed !== null
  const [hasFonts, setHasFonts] = useState(false)

  useEffect(() => {
    let isShown = true
    // The fonts of what was drawn are asked for with the first layout, and not known before it.
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

/** Height as drawn, every zoom and scale around it included; unlike `offsetHeight`, not rounded to pixels. */
const heightOf = (element: Element) => element.getBoundingClientRect().height
