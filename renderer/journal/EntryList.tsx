import { useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { readKey } from '../ui/components/pressed-key.ts'
import classes from './EntryList.module.css'
import { extendTo, type Selection, selectAll, toggle } from './selection.ts'

/** Props that the list passes to each row. */
export interface RowState {
  readonly id: number
  readonly isSelected: boolean
  /** The one row of the list that Tab leads to. */
  readonly isCurrent: boolean
  readonly onSelect: (withRange: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** Takes the focus to a neighbour, before this row goes. */
  readonly leave: () => void
}

export interface EntryListProps {
  label: string
  /** Ids of all rows, in order. Only the rows in view and a few around them are rendered. */
  ids: readonly number[]
  /** Heading above the first row of a day. */
  headings?: ReadonlyMap<number, ReactNode>
  renderRow: (row: RowState) => ReactNode
  selection: Selection
  onSelection: (selection: Selection) => void
  /** Is told which rows are likely to come into view next. */
  readAhead: (ids: readonly number[]) => void
}

const ROW_PX = 47
const HEADING_PX = 49
/** Rows drawn above and below what is in view, so that scrolling meets them ready. */
const OVERSCAN = 12
/** Rows beyond those that are read already. */
const READ_AHEAD = 80
/** The line that stays at the top while the list scrolls beneath it. */
const STICKY_PX = 56

/**
 * A list as long as the journal. It scrolls with the window; one of its rows is a stop for Tab, and from there the arrow
 * keys, Home, End and the page keys move, Space selects and Shift extends what is selected.
 */
export function EntryList(props: EntryListProps) {
  const { label, ids, headings, renderRow, selection, onSelection, readAhead } = props
  const container = useRef<HTMLOListElement>(null)
  const [current, setCurrent] = useState<number | null>(null)
  const wantsFocus = useRef(false)
  const currentIndex = Math.max(0, current === null ? 0 : ids.indexOf(current))
  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: index => ROW_PX + (headings?.has(index) ? HEADING_PX : 0),
    getItemKey: index => ids[index] ?? index,
    overscan: OVERSCAN,
    scrollMargin: useTop(container),
    scrollPaddingStart: STICKY_PX,
    // A row that has the focus is kept, wherever the list is scrolled to.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan)
      const last = Math.min(count - 1, endIndex + overscan)
      const range = Array.from({ length: last - first + 1 }, (_, index) => first + index)
      if (currentIndex >= count) return range
      if (currentIndex < first) return [currentIndex, ...range]
      return currentIndex > last ? [...range, currentIndex] : range
    },
  })
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {}
  useEffect(() => {
    readAhead(ids.slice(Math.max(0, startIndex - READ_AHEAD), endIndex + READ_AHEAD))
  }, [ids, startIndex, endIndex, readAhead])

  useEffect(() => {
    if (!wantsFocus.current || current === null) return
    wantsFocus.current = false
    container.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus({ preventScroll: true })
  }, [current])

  function moveTo(index: number): number | undefined {
    const id = ids[Math.min(Math.max(0, index), ids.length - 1)]
    if (id === undefined) return undefined
    wantsFocus.current = true
    setCurrent(id)
    virtualizer.scrollToIndex(ids.indexOf(id), { align: 'auto' })
    return id
  }

  function answerKey(event: KeyboardEvent, id: number) {
    const rowsInView = Math.max(1, endIndex - startIndex - 2)
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: rowsInView,
      PageUp: -rowsInView,
      Home: Number.NEGATIVE_INFINITY,
      End: Number.POSITIVE_INFINITY,
    }
    const step = steps[event.key]
    if (step !== undefined) {
      const arrived = moveTo(ids.indexOf(id) + step)
      if (event.shiftKey && arrived !== undefined) {
        // The row from which the range begins is part of it.
        const begun = selection.anchor === null ? toggle(selection, id) : selection
        onSelection(extendTo(begun, arrived, ids))
      }
    } else if ((event.ctrlKey || event.metaKey) && readKey(event, true) === 'a') onSelection(selectAll(ids))
    else return
    event.preventDefault()
    // A key that the row handles must not trigger a shortcut of the screen.
    event.stopPropagation()
  }

  const makeRow = (id: number, index: number): RowState => ({
    id,
    isSelected: selection.ids.has(id),
    isCurrent: index === currentIndex,
    onSelect: withRange => {
      setCurrent(id)
      onSelection(withRange ? extendTo(selection, id, ids) : toggle(selection, id))
    },
    onKeyDown: event => answerKey(event, id),
    leave: () => void moveTo(index + (index + 1 < ids.length ? 1 : -1)),
  })

  return (
    <ol
      ref={container}
      aria-label={label}
      className={classes.list}
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map((item: VirtualItem) => {
        const id = ids[item.index]
        return id === undefined ? null : (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            className={classes.item}
            aria-setsize={ids.length}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - virtualizer.options.scrollMargin}px)` }}
          >
            {headings?.get(item.index)}
            {renderRow(makeRow(id, item.index))}
          </li>
        )
      })}
    </ol>
  )
}

/** Distance of an element from the top of the page in pixels, measured again when the content above it changes size. */
function useTop(element: { readonly current: HTMLElement | null }): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      if (element.current !== null) setTop(element.current.getBoundingClientRect().top + window.scrollY)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [element])
  return top
}
