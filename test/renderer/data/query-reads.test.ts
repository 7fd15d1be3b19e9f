import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { createEventClient } from '../../../renderer/data/event-client.ts'
import { queryKeys } from '../../../renderer/data/queries.ts'
import { refreshOnChanges } from '../../../renderer/data/query-reads.ts'
import { everyCramp } from '../../../shared/analysis/cramp-filter.ts'

const today = '2026-11-20'
const lastYear = { fromDate: '2025-01-01', toDate: '2025-12-31' }
const thisYear = { fromDate: '2026-01-01', toDate: '2026-12-31' }

/** Mounted queries by their name in the tests. */
const shown = {
  today: queryKeys.day(today, 0),
  'last week': queryKeys.day('2026-11-13', 0),
  now: queryKeys.now,
  shoes: queryKeys.shoes,
  profile: queryKeys.profile,
  'kept reports': queryKeys.keptReports,
  medication: queryKeys.medication,
  'the chart of last year': queryKeys.overview(lastYear, everyCramp),
  'the chart of this year': queryKeys.overview(thisYear, everyCramp),
  'the calendar of last year': ['journal', 'cramp-calendar', 2025],
  findings: queryKeys.findings(today, everyCramp),
} as const

/** Names of the queries that are refetched after the event. */
async function refetchedAfter(payload: unknown): Promise<string[]> {
  const client = new QueryClient()
  let send: (message: unknown) => void = () => {}
  const stop = refreshOnChanges(
    client,
    createEventClient({
      subscribe: listener => {
        send = listener
        return () => {}
      },
    }),
  )
  const asked: string[] = []
  const unsubscribes = Object.entries(shown).map(([name, queryKey]) => {
    client.setQueryData(queryKey, name)
    const queryFn = () => {
      asked.push(name)
      return name
    }
    return new QueryObserver(client, {
      queryKey,
      queryFn,
      staleTime: Number.POSITIVE_INFINITY,
    }).subscribe(() => {})
  })
  send({ name: 'changed', payload })
  await vi.waitFor(() => expect(client.isFetching()).toBe(0))
  for (const unsubscribe of unsubscribes) unsubscribe()
  stop()
  return asked
}

test('a glass of water today is read by the day, and by what is computed up to today', async () => {
  expect(await refetchedAfter({ what: ['fluid'], since: today })).toEqual([
    'today',
    'now',
    'the chart of this year',
    'findings',
  ])
})

test('a cramp of long ago concerns every later chart and day', async () => {
  const asked = await refetchedAfter({ what: ['cramp'], since: '2025-06-01' })
  expect(asked).toContain('the chart of last year')
  expect(asked).toContain('the calendar of last year')
  expect(asked).not.toContain('shoes')
})

test('a raised card concerns neither charts nor findings', async () => {
  expect(await refetchedAfter({ what: ['warnings'], since: null })).toEqual(['now'])
})

test('a made report concerns the list of reports alone', async () => {
  expect(await refetchedAfter({ what: ['reports'], since: null })).toEqual(['kept reports'])
})

test('after an import everything is read again', async () => {
  const { journalParts } = await import('../../../shared/events.ts')
  expect(await refetchedAfter({ what: [...journalParts], since: null })).toEqual(Object.keys(shown))
})

test('a message that is no event of the contract is refused', async () => {
  await expect(refetchedAfter({ what: ['nonsense'], since: null })).rejects.toThrow()
})
