/** Doses taken as needed within the period, counted by medicine. */
import type { EntryOf } from '../kinds/entry.ts'
import { normalizeMedicineName } from '../kinds/medication-courses.ts'
import type { Period } from '../kinds/period.ts'
import { calendarDate } from '../time/moment.ts'
import { entriesOf, isWithin, type ReportFacts } from './facts.ts'
import type { ReportDoses } from './report.ts'

/** Most frequent medicine first. A name is shown as it was written last. */
export function countDoses(entries: ReportFacts['entries'], period: Period): ReportDoses[] {
  const byName = new Map<string, EntryOf<'dose'>[]>()
  for (const entry of entriesOf(entries, 'dose').toSorted((a, b) => a.at - b.at || a.id - b.id)) {
    const key = normalizeMedicineName(entry.name)
    if (isWithin(calendarDate(entry), period)) byName.set(key, [...(byName.get(key) ?? []), entry])
  }
  return [...byName.values()]
    .map(doses => ({
      name: doses.at(-1)?.name ?? '',
      count: doses.length,
      days: new Set(doses.map(calendarDate)).size,
      amounts: [...new Set(doses.map(({ amount }) => amount))].filter(amount => amount !== ''),
    }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'en'))
}

/** @example '5 times on 4 days' */
export function writeDoseCount({ count, days }: Pick<ReportDoses, 'count' | 'days'>): string {
  if (count === 1) return 'once'
  return `${count} times on ${days} ${days === 1 ? 'day' : 'days'}`
}
