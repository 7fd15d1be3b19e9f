/**
 * Parts of the journal that each query reads, by its key, and the reaction of the query client to `changed` events: it
 * invalidates the queries that have read what changed, and no others.
 */
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { type Changed, concerns, type JournalPart, type ReadParts } from '../../shared/events.ts'
import { entryKinds } from '../../shared/kinds/entry.ts'
import { addDays, type CalendarDate } from '../../shared/time/calendar-date.ts'
import type { EventClient } from './event-client.ts'
import type { QueryArguments } from './queries.ts'

/** Parts on which everything computed from the diary depends. */
const diary: readonly JournalPart[] = [...entryKinds, 'check-ins', 'shoes', 'own-things', 'profile']

const always = (...parts: readonly JournalPart[]): ReadParts[] => [{ parts, until: null }]

/** Reads up to a date and the day after: a cramp-day, and at latest a journal day, end at the noon after their date. */
const through = (date: CalendarDate, parts: readonly JournalPart[]): ReadParts => ({
  parts,
  until: addDays(date, 1),
})

/** Reads of the queries below the journal's key. Dates come from the key itself. */
const journalReads: {
  readonly [Name in keyof QueryArguments]: (...args: QueryArguments[Name]) => readonly ReadParts[]
} = {
  now: () => always(...diary, 'warnings', 'clock'),
  'recent-nights': () => always(...entryKinds, 'check-ins', 'clock'),
  warnings: () => always(...diary, 'warnings', 'clock'),
  'journal-answers': () => always(...diary, 'clock'),
  medication: () => always('medication'),
  'shoe-wear': () => always('footwear', 'shoes'),
  // Every day shows the footwear that is on now.
  day: date => [through(date, diary), ...always('footwear', 'shoes', 'own-factors')],
  'day-questions': date => [through(date, diary), ...always('shoes', 'own-factors', 'profile', 'clock')],
  overview: (_from, to) => [through(to, diary), ...always('shoes', 'own-things', 'profile', 'experiments')],
  patterns: (_from, to) => [through(to, diary)],
  findings: () => always(...diary, 'suspects'),
  'finding-checks': () => always(...diary),
  report: source =>
    source === null || source.kind === 'kept'
      ? []
      : source.order.sections.includes('findings')
        ? always(...diary, 'own-factors', 'experiments', 'suspects', 'clock')
        : [
            through(source.order.toDate, diary),
            ...always('medication', 'own-factors', 'experiments', 'clock'),
          ],
  found: () => always(...diary, 'own-factors'),
  trash: () => always(...entryKinds),
  entry: () => always(...entryKinds),
  'deleted-entry': () => always(...entryKinds),
  'factor-dates': (_factorId, year) => [through(`${year}-12-31`, ['own-factor'])],
  'cramp-calendar': year => [through(`${year}-12-31`, diary)],
  experiments: () => always(...diary, 'experiments', 'warnings', 'clock'),
  sources: () => always(...entryKinds, 'sources'),
  'history-sheet': () => always('cramp', 'fluid', 'check-ins', 'sources', 'profile', 'clock'),
  'compared-days': () => always(...diary, 'own-factors'),
}

const otherReads: Readonly<Record<string, readonly ReadParts[]>> = {
  status: always('status', 'profile'),
  profile: always('profile'),
  shoes: always('shoes'),
  'own-factors': always('own-factors'),
  'factor-names': always('own-factors'),
  'cramp-shortcut': always('cramp-shortcut'),
  'own-things': always('own-things'),
  decisions: always('decisions'),
  suspects: always('suspects'),
  'rule-change': always('rule-change'),
  'kept-reports': always('reports'),
}

function listReads([root, name, ...args]: QueryKey): readonly ReadParts[] {
  if (root !== 'journal') return otherReads[String(root)] ?? []
  // Cast: keys below `journal` are built by `queryKeys`, whose arguments are these.
  const read = Reflect.get(journalReads, String(name)) as
    | ((...args: readonly unknown[]) => readonly ReadParts[])
    | undefined
  return read?.(...args) ?? []
}

/** Queries answered by a long job; mutations do not wait for their refetch. */
const JOBS: ReadonlySet<unknown> = new Set([
  'findings',
  'finding-checks',
  'patterns',
  'report',
  'compared-days',
])
const isJob = ({ queryKey: [root, name] }: { readonly queryKey: QueryKey }) =>
  root === 'journal' && JOBS.has(name)

const refreshing = new WeakMap<QueryClient, Promise<unknown>>()

/** Invalidates the queries that read the changed parts. */
export function invalidateReads(client: QueryClient, changed: Changed): void {
  const isStale = ({ queryKey }: { readonly queryKey: QueryKey }) =>
    listReads(queryKey).some(read => concerns(changed, read))
  // A running first fetch is not restarted by an invalidation and may have missed the change: it is invalidated afterwards.
  for (const query of client.getQueryCache().findAll({ fetchStatus: 'fetching', predicate: isStale }))
    if (query.state.data === undefined) {
      const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true })
      query.promise?.then(again, () => {})
    }
  const before = refreshing.get(client)
  const refreshed = client.invalidateQueries({ predicate: query => isStale(query) && !isJob(query) })
  refreshing.set(client, Promise.all([before, refreshed]))
  void client.invalidateQueries({ predicate: query => isStale(query) && isJob(query) })
}

/** Resolves once the mounted queries have read what changed. Main sends the event before it answers the call. */
export const whenRefreshed = (client: QueryClient): Promise<unknown> =>
  refreshing.get(client) ?? Promise.resolve()

/** @returns unsubscribe */
export const refreshOnChanges = (client: QueryClient, events: EventClient): (() => void) =>
  events.on('changed', changed => invalidateReads(client, changed))
