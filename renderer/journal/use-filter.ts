import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useLocation, useNavigationType, useSearchParams } from 'react-router'
import type { EntryFilter } from '../../shared/search/entry-filter.ts'
import { addressOfFilter, filterOf } from './address.ts'

/** A pause in typing after which the journal is asked: the field itself never waits. */
const PAUSE_MS = 90

export interface FilterState {
  /** Active filter. */
  readonly filter: EntryFilter
  /** Text of the search field; the filter follows after a debounce. */
  readonly typed: string
  readonly type: (text: string) => void
  readonly change: (changed: Partial<EntryFilter>) => void
}

/**
 * Filter state, kept in the address. Typed words are local state until the debounce ends, and then replace the current
 * history entry; every other change pushes a new one.
 */
export function useFilter(): FilterState {
  const [params, setParams] = useSearchParams()
  const { key } = useLocation()
  const isTravel = useNavigationType() === 'POP'
  const [typed, setTyped] = useState(() => filterOf(params).text)
  const [place, setPlace] = useState(key)
  if (key !== place) {
    setPlace(key)
    if (isTravel) setTyped(filterOf(params).text)
  }
  const [text] = useDebouncedValue(typed, PAUSE_MS)
  const filter = useMemo(() => ({ ...filterOf(params), text }), [params, text])

  const keep = useEffectEvent((words: string) => {
    if (words !== filterOf(params).text)
      setParams(addressOfFilter({ ...filter, text: words }), { replace: true })
  })
  useEffect(() => keep(text), [text])

  return {
    filter,
    typed,
    type: setTyped,
    change: changed => {
      if (changed.text !== undefined) setTyped(changed.text)
      setParams(addressOfFilter({ ...filter, text: typed, ...changed }))
    },
  }
}
