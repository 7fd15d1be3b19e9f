/** Direct reads of the journal's SQLite file, as an oracle that shares no code with the program. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { timeZone } from './surroundings.ts'

/** Every row of every table. */
export function readStoredRows(userData: string): Record<string, unknown[]> {
  const db = new Sqlite(join(userData, 'journal.sqlite'), { readonly: true })
  try {
    const tables = db
      .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all()
    return Object.fromEntries(tables.map(table => [table, db.prepare(`select * from ${table}`).all()]))
  } finally {
    db.close()
  }
}

/** Expected numbers of the report, counted from the rows. */
export interface CrampFacts {
  cramps: number
  crampDays: number
  trackedDays: number
  nightsWoken: number
  /** Tracked days less those whose cramps left it open whether they woke the person. */
  knownNights: number
  knownIntensities: number
  medianIntensity: number
  worstIntensity: number
}

interface CrampRow {
  /** Date of the noon before the cramp, in its own UTC offset. */
  crampDay: string
  intensity: number | null
  wokeMe: number | null
}

/**
 * Cramps of the last `weeks` weeks up to the journal's day of `now`, in the zone of the specs, counted without product
 * code. The day starts at the minute that the profile states.
 */
export function readCrampFacts(userData: string, weeks: number, now: number): CrampFacts {
  const db = new Sqlite(join(userData, 'journal.sqlite'), { readonly: true })
  try {
    const dayStartMinutes =
      db.prepare<[], number>('select day_start_minutes from profile').pluck().get() ?? Number.NaN
    const { fromDate, toDate } = getLastWeeks(weeks, now - dayStartMinutes * 60_000)
    const rows = db
      .prepare<[string, string], CrampRow>(
        `select date((wall_ms - 12 * 3600 * 1000) / 1000, 'unixepoch') as crampDay, intensity, woke_me as wokeMe
         from entry join cramp on entry_id = id
         where deleted_at is null and crampDay between ? and ?`,
      )
      .all(fromDate, toDate)
    const confirmed = db
      .prepare<[string, string], string>(
        "select date from check_in where kind = 'cramp' and date between ? and ?",
      )
      .pluck()
      .all(fromDate, toDate)
    const woken = new Set(rows.filter(({ wokeMe }) => wokeMe === 1).map(({ crampDay }) => crampDay))
    const open = rows.filter(({ wokeMe, crampDay }) => wokeMe === null && !woken.has(crampDay))
    const crampDays = rows.map(({ crampDay }) => crampDay)
    const intensities = rows
      .map(({ intensity }) => intensity)
      .filter(intensity => intensity !== null)
      .toSorted((a, b) => a - b)
    return {
      cramps: rows.length,
      crampDays: new Set(crampDays).size,
      trackedDays: new Set([...crampDays, ...confirmed]).size,
      nightsWoken: woken.size,
      knownNights:
        new Set([...crampDays, ...confirmed]).size - new Set(open.map(({ crampDay }) => crampDay)).size,
      knownIntensities: intensities.length,
      medianIntensity: getMedian(intensities),
      worstIntensity: Math.max(...intensities),
    }
  } finally {
    db.close()
  }
}

/**
 * Period of `weeks` weeks that ends on the date of `today` in the zone of the specs. Days are counted on the calendar:
 * across a clock change they are not all 24 hours.
 */
function getLastWeeks(weeks: number, today: number): { fromDate: string; toDate: string } {
  const toDate = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(today)
  const from = Date.parse(toDate) - (weeks * 7 - 1) * 86_400_000
  return { fromDate: new Date(from).toISOString().slice(0, 10), toDate }
}

function getMedian(sorted: readonly number[]): number {
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}
