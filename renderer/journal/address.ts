/** View of the Journal screen as search parameters, so that back, forward and reload keep it. */
import { entryKinds } from '../../shared/kinds/entry.ts'
import { MAX_SEARCH_LENGTH } from '../../shared/kinds/limits.ts'
import { muscles } from '../../shared/kinds/muscles.ts'
import { sourceName } from '../../shared/kinds/provenance.ts'
import { calendarDateField } from '../../shared/kinds/schemas.ts'
import { type EntryFilter, emptyFilter, entryFilter, filterSides } from '../../shared/search/entry-filter.ts'

export const journalViews = ['entries', 'cramp-days', 'trash'] as const
export type JournalView = (typeof journalViews)[number]

/** The view that an address asks for: the entries, unless it says otherwise. */
export const viewOf = (params: URLSearchParams): JournalView =>
  journalViews.find(view => view === params.get('view')) ?? 'entries'

/** The address of a view, without what another view was asked for. */
export const addressOfView = (view: JournalView): URLSearchParams =>
  new URLSearchParams(view === 'entries' ? {} : { view })

/** Parses the filter; unknown values are left out. */
export function filterOf(params: URLSearchParams): EntryFilter {
  const dateOf = (name: string) => calendarDateField.safeParse(params.get(name)).data ?? null
  const filter: EntryFilter = {
    text: (params.get('q') ?? '').slice(0, MAX_SEARCH_LENGTH),
    kinds: entryKinds.filter(kind => params.getAll('kind').includes(kind)),
    muscle: muscles.ids.find(muscle => muscle === params.get('muscle')) ?? null,
    side: filterSides.find(side => side === params.get('side')) ?? null,
    source: sourceName.safeParse(params.get('source')).data ?? null,
    fromDate: dateOf('from'),
    toDate: dateOf('to'),
  }
  return entryFilter.safeParse(filter).success ? filter : emptyFilter
}

/** Address parameters of a filter, without those that are empty. */
export function addressOfFilter(filter: EntryFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.text !== '') params.set('q', filter.text)
  for (const kind of filter.kinds) params.append('kind', kind)
  for (const [name, value] of [
    ['muscle', filter.muscle],
    ['side', filter.side],
    ['source', filter.source],
    ['from', filter.fromDate],
    ['to', filter.toDate],
  ] as const)
    if (value !== null) params.set(name, value)
  return params
}
