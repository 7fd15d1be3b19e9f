import { Button } from '@mantine/core'
import type { ReactNode, Ref } from 'react'
import { formatNumber } from '../data/format.ts'
import classes from './ListBar.module.css'

export interface ListBarProps {
  /** Takes the focus when what had it goes. */
  countRef: Ref<HTMLSpanElement>
  /** Number of entries, in words. */
  count: string
  /** Number of selectable rows. */
  total: number
  selected: readonly number[]
  onSelectAll: () => void
  onClear: () => void
  /** Actions on the selection. */
  actions: ReactNode
  /** Shown at the end while nothing is selected. */
  children?: ReactNode
}

/** The line above a list, which stays in view: how many there are, or what to do with those that are selected. */
export function ListBar(props: ListBarProps) {
  const { countRef, count, total, selected, onSelectAll, onClear, actions, children } = props
  const isSelecting = selected.length > 0
  return (
    <div className={classes.bar} data-selecting={isSelecting}>
      <span ref={countRef} tabIndex={-1} role="status" className={classes.count}>
        {isSelecting ? `${formatNumber(selected.length)} of ${count} selected` : count}
      </span>
      {isSelecting ? (
        <>
          {actions}
          {selected.length < total && (
            <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
              Select all
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            Select none
          </Button>
        </>
      ) : (
        children
      )}
    </div>
  )
}
