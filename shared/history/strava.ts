/**
 * Training of Strava: `activities.csv` of its archive.
 *
 * Columns are read by position, because names repeat and the header is in the account's language. New columns were put in
 * before the second block over the years, so that this block is found by its own names: those of elapsed time and
 * distance, which the first block has already.
 *
 *     ID, date, name, type, description, elapsed time, distance, ..., gear, file, weights, elapsed time, moving time, distance, ...
 *                                        |<- km as text of the language       km and seconds with a point ->|
 *
 * Times are UTC, whatever the language, and have no zone.
 */

import { addSession } from './activity-entries.ts'
import { meaningOfTrackerName } from './activity-names.ts'
import { type Collector, collect } from './collector.ts'
import { isCutOff } from './cut-off.ts'
import { readDateText, settleDialect } from './date-texts.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { askZone, readZoneAnswer, type ZoneClock } from './zones.ts'

/** Row of `activities.csv`, in the units of its columns. Null for an empty cell. */
interface StravaActivity {
  readonly id: string
  readonly date: string
  readonly name: string
  readonly type: string
  /** Description and private note. */
  readonly texts: readonly string[]
  readonly gear: string
  readonly elapsedSeconds: number | null
  readonly movingSeconds: number | null
  readonly distanceM: number | null
  readonly climbM: number | null
  /** Perceived exertion, 1 to 10. */
  readonly exertion: number | null
}

export interface StravaScan {
  readonly activities: readonly StravaActivity[]
  /** Rows that do not have the table's columns, by what they begin with. */
  readonly damaged: readonly string[]
  /** Number of recorded tracks (GPX, FIT, TCX), which the journal has no field for. */
  readonly tracks: number
}

/** Places of the columns in one archive. */
interface Columns {
  readonly count: number
  /** Cells that a row has at least, if it can be read. */
  readonly least: number
  readonly description: number
  readonly note: number | null
  readonly gear: number
  readonly elapsed: number
  /** The archive of before July 2019 has none of these. */
  readonly later: {
    readonly elapsed: number
    readonly moving: number
    readonly distance: number
    readonly climb: number
    readonly exertion: number
  } | null
}

const OLD_HEADER = 'id,date,name,type,description,elapsed_time,distance,commute,gear,filename'

/** First cell of a line that Strava could not write. */
const ERROR_ROW = '#error#'

/** Text of a header cell. One export wrapped names that it had no translation for in an element. */
const textOf = (cell: string | undefined) => (cell ?? '').replaceAll(/<[^>]*>/g, '').trim()

/** Places of the columns; null for the header of another table. */
export function findStravaColumns(header: readonly string[]): Columns | null {
  const names = header.map(textOf)
  if (names.slice(0, 10).join(',') === OLD_HEADER)
    return { count: names.length, least: 9, description: 4, note: null, gear: 8, elapsed: 5, later: null }
  const [, , , , , elapsedName, distanceName] = names
  if (elapsedName === undefined || elapsedName === '' || elapsedName === distanceName) return null
  const distance = names.findIndex(
    (name, index) => index > 9 && name === distanceName && names[index - 2] === elapsedName,
  )
  if (distance < 0 || distance > 25 || names.length < distance + 27) return null
  const gear = distance - 6
  return {
    count: names.length,
    least: distance + 27,
    description: 4,
    // The private note came with the maximum heart rate, two columns more in the first block.
    note: gear === 11 ? 10 : null,
    gear,
    elapsed: 5,
    later: {
      elapsed: distance - 2,
      moving: distance - 1,
      distance,
      climb: distance + 3,
      exertion: distance + 26,
    },
  }
}

/** @returns null for a table that ends too early: its last line alone is short */
export function readStravaTable(
  columns: Columns,
  rows: readonly (readonly string[])[],
): Pick<StravaScan, 'activities' | 'damaged'> | null {
  const activities: StravaActivity[] = []
  const damaged: string[] = []
  const written = rows.filter(([id]) => id !== ERROR_ROW)
  if (isCutOff(written, columns.count)) return null
  for (const row of rows) {
    const [id = '', date = '', name = '', type = ''] = row
    if (row.length < columns.least || !/^\d{1,20}$/.test(id.trim())) {
      damaged.push(row.join(', ').slice(0, 60))
      continue
    }
    const { later, note } = columns
    const numberAt = (index: number | undefined) => {
      const cell = index === undefined ? '' : (row[index] ?? '').trim().replace(',', '.')
      return cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : null
    }
    activities.push({
      ...{ id: id.trim(), date, name, type: type.trim() },
      texts: [row[columns.description] ?? '', note === null ? '' : (row[note] ?? '')],
      gear: (row[columns.gear] ?? '').trim(),
      elapsedSeconds: numberAt(later?.elapsed) ?? numberAt(columns.elapsed),
      movingSeconds: numberAt(later?.moving),
      // The first distance of a new archive is a text in kilometres or miles; the old one has metres.
      distanceM: numberAt(later === null ? 6 : later.distance),
      climbM: numberAt(later?.climb),
      exertion: numberAt(later?.exertion),
    })
  }
  return { activities, damaged }
}

export function interpretStrava(
  { activities, damaged, tracks }: StravaScan,
  answers: Answers,
  context: HistoryContext,
): Interpretation {
  const collector = collect(answers, context)
  collector.ask(askZone(context))
  const clock = readZoneAnswer(answers)
  const dialect = settleDialect(
    { dates: activities.map(({ date }) => date), numbers: [], delimiter: ',' },
    collector,
  )
  for (const start of damaged) collector.leaveOut('a damaged line', start, '')
  collector.ignore('Recorded tracks', tracks)
  if (clock === null || dialect === null) return collector.finish()
  collector.note('Strava writes times by UTC. They are put into the time zone you gave.')
  const seen = new Set<string>()
  for (const activity of activities) {
    const wallMs = readDateText(activity.date, dialect)
    if (seen.has(activity.id)) collector.leaveOut('listed twice', activity.name, activity.date)
    else if (wallMs === null)
      collector.leaveOut('a date that Unknot cannot read', activity.name, activity.date)
    else addActivity(activity, wallMs, clock, collector)
    seen.add(activity.id)
  }
  return collector.finish()
}

function addActivity(activity: StravaActivity, at: number, clock: ZoneClock, collector: Collector): void {
  const { id, name, type, texts, gear, elapsedSeconds, movingSeconds, distanceM, climbM, exertion } = activity
  // Indoors nothing moves, and Strava writes 0.
  const seconds = movingSeconds === null || movingSeconds <= 0 ? elapsedSeconds : movingSeconds
  addSession(
    {
      key: id,
      loggedAt: null,
      name: type,
      meaning: type === '' ? 'other' : meaningOfTrackerName(type),
      start: clock.ofInstant(at),
      seconds: seconds ?? Number.NaN,
      ...{ distanceM, climbM },
      exertion: exertion !== null && exertion >= 1 && exertion <= 10 ? exertion : null,
      waterTemperatureC: null,
      texts: [name, ...texts],
      gear,
    },
    collector,
  )
}
