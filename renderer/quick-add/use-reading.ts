import { useMemo, useState } from 'react'
import { suggestRegion } from '../../shared/advice/warning-signs/whom-to-call.ts'
import { emptyProfile } from '../../shared/kinds/profile.ts'
import { readQuickAdd } from '../../shared/quick-add/quick-add.ts'
import type { QuickAddContext, Reading } from '../../shared/quick-add/reading.ts'
import { journalDay } from '../../shared/time/moment.ts'
import { getNow, useClock } from '../data/clock.ts'
import { getSystemRegion, useConventions } from '../data/conventions.ts'
import { useDay, useLists, useOwnFactors, useOwnThings, useProfile, useShoes } from '../data/queries.ts'
import { useUnsavedLine } from './unsaved-line.ts'

export interface TypedLine {
  readonly line: string
  readonly type: (line: string) => void
  /** Parsed line; null while the data it depends on are loading. */
  readonly reading: Reading | null
  readonly context: QuickAddContext
  /** Error from reading the closet or the profile; null without one. */
  readonly error: Error | null
}

/**
 * Typed line and its parsed meaning. "Now" is the moment of the last keystroke, so that what is stored equals what was
 * shown, even if the person waits before storing it.
 */
export function useReading(): TypedLine {
  const clock = useClock()
  const unsaved = useUnsavedLine()
  const [typedAt, setTypedAt] = useState(() => ({ now: getNow(clock), timeZone: clock.timeZone() }))
  const profile = useProfile()
  const shoes = useShoes()
  const factors = useOwnFactors()
  const things = useOwnThings()
  const lists = useLists()
  const { region: confirmed, dayStartMinutes } = profile.data ?? emptyProfile
  // The system's region is good enough for the sizes of cups and pints.
  const region = confirmed ?? suggestRegion(getSystemRegion().locale)
  const { volumeUnit, dateOrder, hourCycle, decimalSign } = useConventions()
  const today = journalDay(typedAt.now, dayStartMinutes)
  const day = useDay(today)

  const wearing = day.data?.wearing?.kind === 'footwear' ? day.data.wearing : null
  const closet = shoes.data
  const ownFactors = factors.data
  const usualDrinks = day.data?.usualDrinks
  const context = useMemo(
    () => ({
      ...typedAt,
      today,
      shoes: closet ?? [],
      ownFactors: ownFactors ?? [],
      lists,
      wearing,
      volumeUnit,
      region,
      dateOrder,
      hourCycle,
      decimalSign,
      usualDrinks: usualDrinks ?? [],
    }),
    [
      typedAt,
      today,
      closet,
      ownFactors,
      lists,
      wearing,
      volumeUnit,
      region,
      dateOrder,
      hourCycle,
      decimalSign,
      usualDrinks,
    ],
  )
  const isReady =
    profile.data !== undefined &&
    closet !== undefined &&
    ownFactors !== undefined &&
    things.data !== undefined &&
    day.data !== undefined
  const reading = useMemo(
    () => (isReady ? readQuickAdd(unsaved.line, context) : null),
    [isReady, unsaved.line, context],
  )
  return {
    line: unsaved.line,
    type: line => {
      setTypedAt({ now: getNow(clock), timeZone: clock.timeZone() })
      unsaved.keep(line)
    },
    reading,
    context,
    error: profile.error ?? shoes.error ?? factors.error ?? things.error ?? day.error,
  }
}
