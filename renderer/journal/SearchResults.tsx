import { Alert, Button, EmptyState, Skeleton } from '@mantine/core'
import { IconCopy, IconNotebook, IconPencil, IconSearchOff, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Entry } from '../../shared/kinds/entry.ts'
import { type EntryFilter, emptyFilter, isEmptyFilter } from '../../shared/search/entry-filter.ts'
import type { FoundEntries as Found } from '../../shared/search/search-calls.ts'
import { getNow, useClock } from '../data/clock.ts'
import { formatDate } from '../data/format.ts'
import { useShoes } from '../data/queries.ts'
import { type RowSource, useEntryRows, useFoundEntries, useTrashIds } from '../data/search-queries.ts'
import { nameEntry } from '../log/entry-text.ts'
import { requestChange, requestCopy, useOpenForm } from '../log/requests.ts'
import { useListDeletion } from '../log/use-list-deletion.ts'
import { useTextOptions } from '../log/use-text-options.ts'
import { whenOf } from '../log/when.ts'
import { useShortcuts } from '../ui/components/shortcuts.ts'
import { addressOfView } from './address.ts'
import { countEntries } from './count.ts'
import { EntryFilters } from './EntryFilters.tsx'
import { EntryList, type RowState } from './EntryList.tsx'
import { ListBar } from './ListBar.tsx'
import { ListedEntry } from './ListedEntry.tsx'
import classes from './SearchResults.module.css'
import { listSelected, noSelection, type Selection, selectAll } from './selection.ts'
import { useFilter } from './use-filter.ts'

/** List of all entries, or of those that match the filter in the address. */
export function SearchResults() {
  const { filter, typed, type, change } = useFilter()
  const { data, error, refetch, isPlaceholderData } = useFoundEntries(filter)
  const search = useRef<HTMLInputElement>(null)
  const clear = () => {
    change(emptyFilter)
    search.current?.focus()
  }
  useShortcuts({ searchEntries: () => search.current?.focus() })
  return (
    <>
      <EntryFilters filter={filter} onChange={change} typed={typed} onType={type} searchRef={search} />
      {error !== null ? (
        <Alert color="red" title="The entries could not be read">
          <p>{error.message} Nothing in your journal has changed.</p>
          <Button variant="default" onClick={() => refetch()}>
            Try again
          </Button>
        </Alert>
      ) : data === undefined ? (
        <LoadingRows />
      ) : data.ids.length === 0 && !isPlaceholderData ? (
        <NothingFound filter={filter} onClear={clear} />
      ) : (
        <FoundList
          found={data}
          isPending={isPlaceholderData}
          {...(!isEmptyFilter(filter) && { onClear: clear })}
        />
      )}
    </>
  )
}

interface FoundListProps {
  found: Found
  /** Something else is being looked for, and this is what was found before. */
  isPending: boolean
  /** Shows everything again; left out while everything is shown. */
  onClear?: () => void
}

function FoundList({ found, isPending, onClear }: FoundListProps) {
  const { ids, days } = found
  const [selection, setSelection] = useState<Selection>(noSelection)
  const rows = useEntryRows()
  const deleteAll = useListDeletion()
  const bar = useRef<HTMLSpanElement>(null)
  const selected = useMemo(() => listSelected(selection, ids), [selection, ids])
  const headings = useMemo(() => headDays(days), [days])

  async function deleteSelected() {
    if (selected.length === 0) return
    // The rows go, and with them the one that has the focus.
    bar.current?.focus()
    if (await deleteAll(selected, countEntries(selected.length))) setSelection(noSelection)
  }
  useShortcuts({ selectAll: () => setSelection(selectAll(ids)), deleteSelected })

  return (
    <section aria-label="Entries" aria-busy={isPending} className={classes.found}>
      <ListBar
        countRef={bar}
        // The rows in view belong to the previous search.
        count={`${countEntries(ids.length)}${onClear === undefined || isPending ? '' : ' found'}`}
        total={ids.length}
        selected={selected}
        onSelectAll={() => setSelection(selectAll(ids))}
        onClear={() => setSelection(noSelection)}
        actions={
          <Button
            size="compact-sm"
            leftSection={<IconTrash size={15} stroke={1.8} aria-hidden />}
            onClick={deleteSelected}
          >
            Delete
          </Button>
        }
      >
        {onClear !== undefined && (
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            Show everything
          </Button>
        )}
      </ListBar>
      <EntryList
        label="Entries, newest first"
        ids={ids}
        headings={headings}
        selection={selection}
        onSelection={setSelection}
        readAhead={rows.readAhead}
        renderRow={row => (
          <FoundRow
            key={row.id}
            row={row}
            rows={rows}
            onDelete={async name => {
              row.leave()
              await deleteAll([row.id], name)
            }}
            onDeleteSelected={deleteSelected}
          />
        )}
      />
    </section>
  )
}

interface FoundRowProps {
  row: RowState
  rows: RowSource<Entry>
  onDelete: (name: string) => Promise<void>
  onDeleteSelected: () => Promise<void>
}

function FoundRow({ row, rows, onDelete, onDeleteSelected }: FoundRowProps) {
  const { data: entry } = useQuery(rows.queryOf(row.id))
  const { data: shoes = [] } = useShoes()
  const options = useTextOptions(shoes)
  const clock = useClock()
  const openForm = useOpenForm()
  // Not yet, or not any more.
  if (!entry) return <ListedEntry row={row} entry={null} />
  const edit = () => openForm(requestChange(entry, options.timeZone))
  const copy = () => openForm(requestCopy(entry, whenOf(getNow(clock)), options.timeZone))
  const remove = () => onDelete(nameEntry(entry, options))
  return (
    <ListedEntry
      row={row}
      entry={entry}
      shoes={shoes}
      keys={{ Enter: edit, Delete: row.isSelected ? onDeleteSelected : remove }}
      actions={[
        { word: 'Edit', Icon: IconPencil, run: edit },
        // There is one of it a date.
        ...(entry.kind === 'day' ? [] : [{ word: 'Duplicate', Icon: IconCopy, run: copy }]),
        { word: 'Delete', Icon: IconTrash, run: remove },
      ]}
    />
  )
}

/** The days, each above the first of its rows. */
function headDays(days: Found['days']): ReadonlyMap<number, ReactNode> {
  const headings = new Map<number, ReactNode>()
  let index = 0
  for (const { date, count } of days) {
    headings.set(
      index,
      <h2 className={classes.day}>
        <Link to={`/today/${date}`} className={classes.date}>
          {formatDate(date, 'full')}
        </Link>
        <span className={classes.dayCount}>{countEntries(count)}</span>
      </h2>,
    )
    index += count
  }
  return headings
}

interface NothingFoundProps {
  filter: EntryFilter
  onClear: () => void
}

function NothingFound({ filter, onClear }: NothingFoundProps) {
  if (isEmptyFilter(filter)) return <NoEntries />
  return (
    <EmptyState
      role="status"
      className={classes.empty}
      icon={<IconSearchOff size={36} stroke={1.3} aria-hidden />}
      title="No entry matches"
      description={
        filter.text.trim() === ''
          ? 'Choose other kinds, another place or a longer time.'
          : 'Each word you type must match the beginning of a word in the note or the name of an entry. Type fewer words, or only the beginning of one.'
      }
    >
      <Button variant="default" onClick={onClear}>
        Show everything
      </Button>
    </EmptyState>
  )
}

function NoEntries() {
  const { data } = useTrashIds()
  const deleted = data?.ids.length ?? 0
  return (
    <EmptyState
      className={classes.empty}
      icon={<IconNotebook size={36} stroke={1.3} aria-hidden />}
      title="Your journal is empty"
      description={
        deleted === 0
          ? 'Every cramp, drink, pair of shoes and walk that you log will appear here, newest first.'
          : `${countEntries(deleted)} that you deleted ${deleted === 1 ? 'is' : 'are'} in the trash, and can be brought back.`
      }
    >
      <Button component={Link} to="/today">
        Log something on Today
      </Button>
      {deleted > 0 && (
        <Button variant="default" component={Link} to={{ search: `?${addressOfView('trash')}` }}>
          Look in the trash
        </Button>
      )}
    </EmptyState>
  )
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Loading the entries">
      <Skeleton height={480} radius="lg" />
    </div>
  )
}
