import { type RefObject, useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { PART_PARAMETER, type SettingsPart } from '../data/paths.ts'

/** Brings a part of Settings into view, and the focus to its heading, when the address names it. */
export function usePartOfSettings(part: SettingsPart | undefined): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null)
  const [params, setParams] = useSearchParams()
  const isNamed = part !== undefined && params.get(PART_PARAMETER) === part
  useEffect(() => {
    if (!isNamed) return
    // After the effect of the screen itself, which brings the focus to its title.
    queueMicrotask(() => {
      heading.current?.scrollIntoView({ block: 'start' })
      heading.current?.focus({ preventScroll: true })
    })
    setParams({}, { replace: true })
  }, [isNamed, setParams])
  return heading
}
