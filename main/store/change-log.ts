/**
 * Update hook of one connection: which parts of the journal a write changed, and from which date on. better-sqlite3 has no
 * hook of its own, so temporary triggers call a function; they exist for this connection alone and change no row.
 *
 * Changes of one turn of the event loop are reported together. A write that is rolled back is reported as well: the pages
 * then read what they have read before.
 */
import type { Database } from 'better-sqlite3'
import type { Changed, JournalPart } from '../../shared/events.ts'
import { entryKinds } from '../../shared/kinds/entry.ts'
import { dateOfDayNumber } from '../../shared/time/calendar-date.ts'
import { MS_PER_DAY } from '../../shared/time/moment.ts'
import { tableOf } from './kinds/kind-table.ts'

/** Parts by the table that stores them, for tables whose rows have no date. */
const partOfTable: Readonly<Record<string, JournalPart>> = {
  shoe: 'shoes',
  factor: 'own-factors',
  own_thing: 'own-things',
  import_source: 'sources',
  profile: 'profile',
  warning: 'warnings',
  suggestion_decision: 'decisions',
  suspect: 'suspects',
  analysis_outcome: 'rule-change',
  experiment: 'experiments',
  experiment_day: 'experiments',
  coin_experiment: 'experiments',
  coin_answer: 'experiments',
  report: 'reports',
}

/** Calls `onChanged` after every turn in which this connection wrote to the journal. */
export function watchChanges(db: Database, onChanged: (changed: Changed) => void): void {
  const parts = new Set<JournalPart>()
  /** Wall time in ms of the earliest entry that changed; null when a part without dates did. */
  let sinceWallMs = Number.POSITIVE_INFINITY

  function report(): void {
    const changed: Changed = {
      what: [...parts],
      since: Number.isFinite(sinceWallMs) ? dateOfDayNumber(Math.floor(sinceWallMs / MS_PER_DAY)) : null,
    }
    parts.clear()
    sinceWallMs = Number.POSITIVE_INFINITY
    onChanged(changed)
  }

  db.function('journal_changed', (part: JournalPart, wallMs: number | null) => {
    if (parts.size === 0) queueMicrotask(report)
    parts.add(part)
    sinceWallMs = Math.min(sinceWallMs, wallMs ?? Number.NEGATIVE_INFINITY)
    return null
  })

  const actions = { insert: ['new'], update: ['old', 'new'], delete: ['old'] } as const
  function addTriggers(table: string, call: (row: 'old' | 'new') => string, when = Object.keys(actions)) {
    for (const action of ['insert', 'update', 'delete'] as const)
      if (when.includes(action))
        db.exec(`create temp trigger ${table}_${action}_noted after ${action} on main.${table} begin
          ${actions[action].map(row => `select journal_changed(${call(row)});`).join(' ')} end`)
  }

  addTriggers('entry', row => `${row}.kind, ${row}.at + ${row}.offset_minutes * 60000`)
  // Inserts and deletes of a kind's row go with those of its entry.
  for (const kind of entryKinds)
    addTriggers(
      tableOf(kind),
      row => `'${kind}', (select at + offset_minutes * 60000 from entry where id = ${row}.entry_id)`,
      ['update'],
    )
  for (const table of ['check_in', 'factor_check_in'])
    addTriggers(table, row => `'check-ins', unixepoch(${row}.date) * 1000`)
  for (const [table, part] of Object.entries(partOfTable)) addTriggers(table, () => `'${part}', null`)
}
