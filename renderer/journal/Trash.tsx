import { Alert, Button, EmptyState, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconTrash, IconTrashX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { DeletedEntry } from '../../shared/search/search-calls.ts'
import { calendarDate } from '../../shared/time/moment.ts'
import { momentOfInstant } from '../../shared/time/time-zone.ts'
import { useClock } from '../data/clock.ts'
import { formatDate, formatTime } from '../data/format.ts'
import { useShoes } from '../data/queries.ts'
import { type RowSource, useDeletedRows, useRestoreEntries, useTrashIds } from '../data/search-queries.ts'
import { formatEntryTime, nameEntry } from '../log/entry-text.ts'
import { useTextOptions } from '../log/use-text-options.ts'
import { showError, showMessage } from '../ui/components/messages.ts'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { countEntries } from './count.ts'
import { EntryList, type RowState } from './EntryList.tsx'
import { EraseQuestion } from './EraseQuestion.tsx'
import { ListBar } from './ListBar.tsx'
import { ListedEntry } from './ListedEntry.tsx'
import classes from './SearchResults.module.css'
import { listSelected, noSelection, type Selection, selectAll } from './selection.ts'

/** Deleted entries, to restore or to erase. */
export function Trash() {
  const { data, error, refetch } = useTrashIds()
  if (error !== null)
    return (
      <Alert color="red" title="The trash could not be read">
        <p>{error.message} Nothing in it has changed.</p>
        <Button variant="default" onClick={() => refetch()}>
          Try again
        </Button>
      </Alert>
    )
  if (data === undefined)
    return (
      <div role="status" aria-label="Loading the trash">
        <Skeleton height={240} radius="lg" />
      </div>
    )
  if (data.ids.length === 0)
    return (
      <EmptyState
        className={classes.empty}
        icon={<IconTrash size={36} stroke={1.3} aria-hidden />}
        title="The trash is empty"
        description="An entry that you delete is kept here, and can be brought back until you empty the trash."
      />
    )
  return <TrashList ids={data.ids} />
}

function TrashList({ ids }: { ids: readonly number[] }) {
  const [selection, setSelection] = useState<Selection>(noSelection)
  const [doomed, setDoomed] = useState<readonly number[] | null>(null)
  const rows = useDeletedRows()
  const restore = useRestoring()
  const bar = useRef<HTMLSpanElement>(null)
  const selected = useMemo(() => listSelected(selection, ids), [selection, ids])

  async function restoreSelected() {
    bar.current?.focus()
    if (await restore(selected)) setSelection(noSelection)
  }
  useShortcuts({
    selectAll: () => setSelection(selectAll(ids)),
    deleteSelected: () => {
      if (selected.length > 0) setDoomed(selected)
    },
  })

  return (
    <section aria-label="Trash" className={classes.found}>
      <ListBar
        countRef={bar}
        count={`${countEntries(ids.length)} in the trash`}
        total={ids.length}
        selected={selected}
        onSelectAll={() => setSelection(selectAll(ids))}
        onClear={() => setSelection(noSelection)}
        actions={
          <>
            <Button
              size="compact-sm"
              leftSection={<IconArrowBackUp size={15} stroke={1.8} aria-hidden />}
              onClick={restoreSelected}
            >
              Bring back
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setDoomed(selected)}>
              Delete for good
            </Button>
          </>
        }
      >
        <Button variant="default" size="compact-sm" onClick={() => setDoomed(ids)}>
          Empty the trash
        </Button>
      </ListBar>
      <EntryList
        label="Deleted entries, most recently deleted first"
        ids={ids}
        selection={selection}
        onSelection={setSelection}
        readAhead={rows.readAhead}
        renderRow={row => (
          <TrashRow
            row={row}
            rows={rows}
            onRestore={name => {
              row.leave()
              void restore([row.id], name)
            }}
            onErase={() => setDoomed(row.isSelected ? selected : [row.id])}
          />
        )}
      />
      <EraseQuestion
        ids={doomed}
        isAll={doomed?.length === ids.length}
        onClose={() => setDoomed(null)}
        onErased={() => setSelection(noSelection)}
      />
    </section>
  )
}

/** @returns brings entries back all together; resolves to whether they are in the journal again */
function useRestoring(): (ids: readonly number[], name?: string) => Promise<boolean> {
  const restoreEntries = useRestoreEntries()
  return async (ids, name = countEntries(ids.length)) => {
    try {
      await restoreEntries.mutateAsync(ids)
    } catch (error) {
      showError(error)
      return false
    }
    showMessage(`Brought back ${name}.`)
    return true
  }
}

interface TrashRowProps {
  row: RowState
  rows: RowSource<DeletedEntry>
  onRestore: (name: string) => void
  onErase: () => void
}

function TrashRow({ row, rows, onRestore, onErase }: TrashRowProps) {
  const { data: deleted } = useQuery(rows.queryOf(row.id))
  const { data: shoes = [] } = useShoes()
  const options = useTextOptions(shoes)
  const timeZone = useClock().timeZone()
  // Not yet, or not any more.
  if (!deleted) return <ListedEntry row={row} entry={null} />
  const { entry, deletedAt } = deleted
  const goneAt = momentOfInstant(deletedAt, timeZone)
  return (
    <ListedEntry
      row={row}
      entry={entry}
      shoes={shoes}
      when={`${formatDate(calendarDate(entry))}, ${formatEntryTime(entry)}`}
      aside={`Deleted ${formatDate(calendarDate(goneAt))}, ${formatTime(goneAt)}`}
      keys={{ Delete: onErase }}
      actions={[
        {
          word: 'Bring back',
          Icon: IconArrowBackUp,
          run: () => onRestore(nameEntry(entry, options)),
        },
        { word: 'Delete for good', Icon: IconTrashX, run: onErase },
      ]}
    />
  )
}
