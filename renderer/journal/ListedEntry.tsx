import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { type Entry, kindWords } from '../../shared/kinds/entry.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import { useDayStart } from '../data/queries.ts'
import { describeStored, formatTimeUnderDay, nameEntry } from '../log/entry-text.ts'
import { kindViews } from '../log/kind-views.ts'
import { useTextOptions } from '../log/use-text-options.ts'
import { type RowAction, RowActions } from '../ui/components/RowActions.tsx'
import type { RowState } from './EntryList.tsx'
import classes from './ListedEntry.module.css'

export interface EntryToList {
  row: RowState
  entry: Entry
  shoes: readonly Shoe[]
  /** Time in the accessible names of the buttons; the time under its day's heading by default. */
  when?: string
  /** Shown at the end of the row. */
  aside?: ReactNode
  actions: readonly RowAction[]
  /** Handler for keys that the list does not handle. */
  keys: Readonly<Record<string, () => void>>
}

/** A row whose entry is still to be read. */
interface EntryToCome {
  row: RowState
  entry: null
}

/**
 * An entry of a long list: a box to select it, when and what it was, and what can be done with it. The box is there
 * before the entry, and keeps the focus when that comes.
 */
export function ListedEntry(props: EntryToList | EntryToCome) {
  const { row, entry } = props
  const options = useTextOptions(entry === null ? [] : props.shoes)
  const dayStartMinutes = useDayStart()
  const when = entry === null ? '' : (props.when ?? formatTimeUnderDay(entry, dayStartMinutes))
  const name = entry === null ? 'an entry that is loading' : `${nameEntry(entry, options)}, ${when}`
  return (
    <div
      className={classes.row}
      data-kind={entry?.kind}
      data-unread={entry === null || undefined}
      data-selected={row.isSelected}
    >
      <RowBox row={row} name={name} keys={entry === null ? {} : props.keys} />
      {entry === null ? (
        <Skeleton className={classes.unread} height={14} width="45%" />
      ) : (
        <EntryCells {...props} name={name} when={when} />
      )}
    </div>
  )
}

function EntryCells({ name, when, ...listed }: EntryToList & { name: string; when: string }) {
  const { row, entry, shoes, aside, actions } = listed
  const { title, details } = describeStored(entry, useTextOptions(shoes))
  const { Icon: KindIcon } = kindViews[entry.kind]
  return (
    <>
      <span className={classes.time}>{when}</span>
      <span className={classes.icon} role="img" aria-label={kindWords[entry.kind]}>
        <KindIcon size={15} stroke={2} aria-hidden />
      </span>
      <div className={classes.text}>
        <p className={classes.line}>
          <span className={classes.title} dir="auto">
            {title}
          </span>
          {details.length > 0 && <span className={classes.details}>{details.join(' · ')}</span>}
        </p>
        {entry.note !== '' && (
          <p className={classes.note} dir="auto">
            {entry.note}
          </p>
        )}
      </div>
      {aside !== undefined && <span className={classes.aside}>{aside}</span>}
      <div className={classes.actions}>
        <RowActions actions={actions} name={name} isStop={row.isCurrent} />
      </div>
    </>
  )
}

interface RowBoxProps {
  row: RowState
  name: string
  keys: Readonly<Record<string, () => void>>
}

function RowBox({ row, name, keys }: RowBoxProps) {
  return (
    <label className={classes.select}>
      <input
        type="checkbox"
        className={classes.box}
        data-row={row.id}
        aria-label={`Select ${name}`}
        checked={row.isSelected}
        tabIndex={row.isCurrent ? 0 : -1}
        onChange={({ nativeEvent }) =>
          row.onSelect(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
        onKeyDown={event => {
          const run = keys[event.key]
          if (run === undefined) return row.onKeyDown(event)
          // A key that the row handles must not trigger a shortcut of the screen.
          event.preventDefault()
          run()
        }}
      />
    </label>
  )
}
