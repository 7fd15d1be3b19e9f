/** Makes page one exactly one page: measures, cuts its lists a step further, and measures again. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { LAST_CUT_LEVEL } from '../../../shared/report/cuts.ts'

export interface Fitting {
  /** The page, as high as the paper allows. */
  readonly pageRef: RefObject<HTMLElement | null>
  /** What stands on it, as high as it is. */
  readonly contentRef: RefObject<HTMLDivElement | null>
  /** How far its lists are cut, 0 to `LAST_CUT_LEVEL`. */
  readonly level: number
  /** 1, unless even the shortest lists are too long for the page. */
  readonly zoom: number
}

/** Layout works in fractions of pixels, `offsetHeight` in whole ones. */
const TOLERANCE_PX = 1
/** Text breaks into other lines when it is made smaller: a little more than what is missing. */
const ZOOM_MARGIN = 0.98

/** @param onFitted called once the page holds what stands on it, in its own fonts */
export function useFitting(onFitted: (() => void) | undefined): Fitting {
  const pageRef = useRef<HTMLElement>(null)
  const contentRef = useRef<HTMLDivElement>(null)
  const [level, setLevel] = useState(0)
  const [zoom, setZoom] = useState(1)
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
    const missingPx = content.offsetHeight * zoom - page.offsetHeight
    if (missingPx <= TOLERANCE_PX) onFitted?.()
    else if (level < LAST_CUT_LEVEL) setLevel(level + 1)
    else setZoom((zoom * page.offsetHeight * ZOOM_MARGIN) / (page.offsetHeight + missingPx))
  }, [hasFonts, level, zoom, onFitted])

  return { pageRef, contentRef, level, zoom }
}
