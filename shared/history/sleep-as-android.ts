/**
 * Nights of Sleep as Android: `sleep-export.csv`. Each record has a header of its own, since it ends with one column for
 * each measurement of that night:
 *
 *     Id,Tz,From,To,Sched,Hours,Rating,Comment,...,"23:10","23:15",...,Event
 *     "1606420800000","Europe/London","26. 11. 2020 20:00","27. 11. 2020 7:00",...,"11.000","3.0","Manually added",...
 *     "","","",...                                                         sometimes a line of sounds, without an id
 *
 * `Id` is the start in UTC milliseconds and `Tz` the zone at that time: both are known. A spreadsheet that saved the table
 * again has rounded the id (1.60642E+12); then the wall clocks in `From` and `To` are read.
 */

import type { CsvDialect } from '../csv/dialect.ts'
import type { RoomFeel } from '../kinds/night.ts'
import { isKnownZone } from '../time/clock.ts'
import { LATEST_INSTANT, MS_PER_HOUR, MS_PER_MINUTE } from '../time/moment.ts'
import { momentOfInstant, momentOfWallClock } from '../time/time-zone.ts'
import { joinTexts } from './activity-entries.ts'
import { type Collector, collect } from './collector.ts'
import { readDateText, settleDialect } from './date-texts.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { addNights, type NightDetails } from './night-entries.ts'
import type { SleepSegment } from './nights.ts'
import { askZone, readZoneAnswer, ZONE } from './zones.ts'

/** Cells of one record, as they are written. */
interface SleepRecord {
  readonly id: string
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly hours: string
  readonly rating: string
  readonly comment: string
}

export interface SleepAsAndroidScan {
  readonly records: readonly SleepRecord[]
}

const FIRST_COLUMNS = 'Id,Tz,From,To,Sched,Hours'

/** True for the header of a record; the first line of the table is one. */
export const isSleepHeader = (cells: readonly string[]): boolean =>
  cells.slice(0, 6).join(',') === FIRST_COLUMNS

/** @returns null for a table that ends within a record */
export function readSleepTable(rows: readonly (readonly string[])[]): SleepAsAndroidScan | null {
  const records: SleepRecord[] = []
  let header: readonly string[] = []
  let isOpen = false
  for (const row of rows) {
    if (isSleepHeader(row)) {
      header = row
      isOpen = true
    } else if (row[0] !== '') {
      const cellAt = (name: string) => row[header.indexOf(name)]
      const [zone, from, to, hours, comment] = ['Tz', 'From', 'To', 'Hours', 'Comment'].map(cellAt)
      isOpen = zone === undefined || from === undefined || to === undefined || hours === undefined
      if (!isOpen)
        records.push({
          ...{ id: row[0] ?? '', zone: zone ?? '', from: from ?? '', to: to ?? '', hours: hours ?? '' },
          rating: cellAt('Rating') ?? '',
          comment: comment ?? '',
        })
    }
  }
  return isOpen ? null : { records }
}

interface TrackedSleep extends SleepSegment {
  readonly comment: string
}

export function interpretSleepAsAndroid(
  { records }: SleepAsAndroidScan,
  answers: Answers,
  context: HistoryContext,
): Interpretation {
  const collector = collect(answers, context)
  if (records.some(({ zone }) => zoneOf(zone) === null)) collector.ask(askZone(context))
  const sleeps = readSleeps(records, collector)
  collector.ignore('Ratings of nights', records.filter(({ rating }) => Number(rating) > 0).length)
  const mayUseTags = sleeps.some(({ comment }) => feelOf(comment) !== null) && askForTags(collector)
  addNights(new Map([['Sleep as Android', sleeps]]), [], collector, {
    shortestMs: SHORTEST_NIGHT_MS,
    detailsOf: segments => describeNight(segments, mayUseTags),
  })
  if (sleeps.length > 0)
    collector.note('A night begins when tracking was started. You may have gone to bed earlier.')
  return collector.finish()
}

/** Shortest record that may be a part of a night: trying the app out takes a minute or two. */
const SHORTEST_RECORD_MS = 10 * MS_PER_MINUTE
const SHORTEST_NIGHT_MS = 2 * MS_PER_HOUR

function readSleeps(records: readonly SleepRecord[], collector: Collector): TrackedSleep[] {
  const dates = records.flatMap(({ id, from, to }) => (readId(id) === null ? [from, to] : []))
  const dialect = settleDialect({ dates, numbers: [], delimiter: ',' }, collector)
  const home = readHomeZone(collector.answers)
  if (dialect === null) return []
  const sleeps: TrackedSleep[] = []
  for (const record of records) {
    const zone = zoneOf(record.zone) ?? home
    if (zone === null) continue
    const span = readSpan(record, zone, dialect)
    const leaveOut = (reason: string) => collector.leaveOut(reason, 'Sleep', record.from)
    if (span === null) leaveOut('a time that Unknot cannot read')
    else if (span.end - span.at < SHORTEST_RECORD_MS) leaveOut('shorter than 10 minutes')
    else
      sleeps.push({
        state: 'asleep',
        start: momentOfInstant(span.at, zone),
        end: span.end,
        comment: record.comment,
      })
  }
  return sleeps
}

/** IANA zone or offset of a record; null for none that exists. Java also writes `GMT+02:00`. */
function zoneOf(zone: string): string | null {
  const name = zone.replace(/^(?:GMT|UTC)(?=[+-])/, '')
  return name !== '' && isKnownZone(name) ? name : null
}

function readHomeZone(answers: Answers): string | null {
  if (readZoneAnswer(answers) === null) return null
  const answer = answers[ZONE]
  return typeof answer === 'string' ? answer : (answer?.[0] ?? null)
}

/** Start in UTC milliseconds; null for an id that a spreadsheet has rounded. */
function readId(id: string): number | null {
  const at = /^\d{10,14}$/.test(id.trim()) ? Number(id) : 0
  return at >= EARLIEST_ID && at <= LATEST_INSTANT ? at : null
}
/** The app is of 2010. */
const EARLIEST_ID = Date.UTC(2000, 0, 1)

/** Start and end in UTC milliseconds; null where they cannot be read. */
function readSpan(
  { id, from, to, hours }: SleepRecord,
  zone: string,
  dialect: CsvDialect,
): { readonly at: number; readonly end: number } | null {
  const length = Number(hours.trim().replace(',', '.')) * MS_PER_HOUR
  const instant = readId(id)
  if (instant !== null) return length >= 0 ? { at: instant, end: instant + Math.round(length) } : null
  const [fromWallMs, toWallMs] = [from, to].map(text => readDateText(text, dialect))
  if (typeof fromWallMs !== 'number') return null
  const { at } = momentOfWallClock(fromWallMs, zone)
  if (typeof toWallMs === 'number') return { at, end: momentOfWallClock(toWallMs, zone).at }
  return length >= 0 ? { at, end: at + Math.round(length) } : null
}

/** Feel of the room by the tags of a comment; null without one, and where both are given. */
function feelOf(comment: string): RoomFeel | null {
  const isCold = /#cold(?:_\d+x)?(?!\w)/i.test(comment)
  const isHot = /#hot(?:_\d+x)?(?!\w)/i.test(comment)
  if (isCold === isHot) return null
  return isCold ? 'cold' : 'warm'
}

const askForTags = (collector: Collector): boolean =>
  collector.ask({
    id: 'tags:room',
    group: 'Nights',
    text: 'Do your tags #cold and #hot say how the bedroom felt?',
    help: 'They may also be about the weather, or about you. The tags stay in the note.',
    answer: {
      kind: 'one',
      options: [
        { id: 'yes', label: 'Yes, how the room felt' },
        { id: 'no', label: 'No' },
      ],
    },
    suggested: null,
    isNeeded: false,
  }) === 'yes'

function describeNight(segments: readonly TrackedSleep[], mayUseTags: boolean): NightDetails {
  const longest = segments.reduce((best, one) =>
    one.end - one.start.at > best.end - best.start.at ? one : best,
  )
  const comments = segments.map(({ comment }) => comment)
  return {
    // The id to the minute, which a table that a spreadsheet has saved still holds in `From`.
    key: String(Math.floor(longest.start.at / MS_PER_MINUTE)),
    // The app writes a line break as two characters, and escapes commas.
    note: joinTexts(comments.map(comment => comment.replaceAll('\\n', '\n').replaceAll('\\,', ','))),
    roomFeel: mayUseTags ? feelOf(comments.join(' ')) : null,
  }
}
