import { IconCopy, IconPencil, IconTrash } from '@tabler/icons-react'
import { type Entry, kindWords } from '../../shared/kinds/entry.ts'
import type { Shoe } from '../../shared/kinds/footwear.ts'
import { useDayStart } from '../data/queries.ts'
import { describeStored, formatTimeUnderDay, nameEntry } from '../log/entry-text.ts'
import { kindViews } from '../log/kind-views.ts'
import { useTextOptions } from '../log/use-text-options.ts'
import { RowActions } from '../ui/components/RowActions.tsx'
import classes from './DayEntries.module.css'

export interface EntryRowProps {
  entry: Entry
  shoes: readonly Shoe[]
  onChange: () => void
  onCopy: () => void
  onDelete: () => void
}

export function EntryRow({ entry, shoes, onChange, onCopy, onDelete }: EntryRowProps) {
  const options = useTextOptions(shoes)
  const { title, details } = describeStored(entry, options)
  const time = formatTimeUnderDay(entry, useDayStart())
  const name = `${nameEntry(entry, options)}, ${time}`
  const { Icon: KindIcon } = kindViews[entry.kind]
  const actions = [
    { word: 'Edit', Icon: IconPencil, run: onChange },
    // There is one of it a date.
    ...(entry.kind === 'day' ? [] : [{ word: 'Duplicate', Icon: IconCopy, run: onCopy }]),
    { word: 'Delete', Icon: IconTrash, run: onDelete },
  ]
  return (
    <li className={classes.row} data-kind={entry.kind}>
      <span className={classes.time}>{time}</span>
      <span className={classes.icon} role="img" aria-label={kindWords[entry.kind]}>
        <KindIcon size={15} stroke={2} aria-hidden />
      </span>
      <div className={classes.text}>
        <span className={classes.entryTitle} dir="auto">
          {title}
        </span>
        {details.length > 0 && <span className={classes.details}>{details.join(' · ')}</span>}
        {entry.note !== '' && (
          <span className={classes.note} dir="auto">
            {entry.note}
          </span>
        )}
      </div>
      <div className={classes.actions}>
        <RowActions actions={actions} name={name} />
      </div>
    </li>
  )
}
