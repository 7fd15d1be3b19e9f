/**
 * Bearable: a row for each answer, by the phone's clock, in English.
 *
 * A symptom is logged with a clock time or for a part of the day: `pre` (0 to 6), `am`, `mid`, `pm` (18 to 24), or `all day`. Which
 * symptoms are muscle cramps, and of which muscle, only the person knows.
 */
import { normaliseCell } from '../csv/text.ts'
import { type CrampSite, untoldCramp } from '../kinds/cramp.ts'
import { kindsByName } from '../kinds/kinds.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import type { Moment } from '../time/moment.ts'
import { joinTexts } from './activity-entries.ts'
import { type Asking, createAsking, idOfName, quote, shorten } from './asking.ts'
import { askNightDate, type NightDate, placeNight } from './bed-times.ts'
import { type Collector, collect } from './collector.ts'
import { createDigestKeys, plainName } from './digest-key.ts'
import { looksLikeCramp } from './guess-names.ts'
import type { Answers, HistoryContext, Interpretation } from './history.ts'
import { type DayPart, onsetWithin } from './onsets.ts'
import { cellOf, findColumn, type Table, type TableRow, type TableScan } from './table.ts'
import { askSite, NO_SITE } from './table-cramps.ts'
import { SKIP } from './table-plan.ts'
import { readClockCell, readRowTime } from './table-times.ts'
import { askZone, readZoneAnswer, type ZoneClock } from './zones.ts'

const NEEDED = ['date', 'time of day', 'category', 'rating/amount', 'detail']

/** True for the header of either age; the newer one has `date formatted` as well. */
export const isBearable = (header: readonly string[]): boolean => NEEDED.every(name => header.includes(name))

interface BearableRow {
  readonly line: number
  readonly date: string
  readonly time: string
  readonly category: string
  readonly amount: string
  readonly detail: string
  readonly notes: string
}

function readRows(table: Table): BearableRow[] {
  const reader = (name: string) => {
    const column = findColumn(table, name) ?? null
    return (row: TableRow) => cellOf(row, column)
  }
  const [date, formatted, time, category] = ['date', 'date formatted', 'time of day', 'category'].map(reader)
  const [amount, detail, notes] = ['rating/amount', 'detail', 'notes'].map(reader)
  return table.rows.map(row => ({
    line: row.line,
    date: normaliseCell(formatted?.(row) || date?.(row) || ''),
    time: normaliseCell(time?.(row) ?? '').toLowerCase(),
    category: normaliseCell(category?.(row) ?? ''),
    amount: normaliseCell(amount?.(row) ?? ''),
    detail: (detail?.(row) ?? '').trim(),
    notes: plainNotes(notes?.(row) ?? ''),
  }))
}

/** The program writes `. ` between notes, and alone where there are none. */
const plainNotes = (text: string): string => (/^[\s.]*$/.test(text) ? '' : text.trim())

const parts: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ['pre', 'small-hours'],
  ['am', 'morning'],
  ['mid', 'afternoon'],
  ['pm', 'evening'],
  ['all day', 'date'],
  ['', 'date'],
])

export function interpretBearable(
  scan: TableScan,
  answers: Answers,
  context: HistoryContext,
): Interpretation {
  const collector = collect(answers, context)
  const asking = createAsking(collector, 'bearable')
  const rows = scan.tables.flatMap(readRows)
  for (const { line, reason } of scan.tables.flatMap(({ badLines }) => badLines))
    collector.leaveOut(reason, `Line ${line}`, '')
  const symptoms = rows.filter(({ category }) => category === 'Symptom')
  const sleeps = rows.filter(({ category }) => category === 'Sleep')
  for (const { category } of rows)
    if (category !== 'Symptom' && category !== 'Sleep')
      collector.ignore(category || 'Rows without a category', 1)
  collector.ask(askZone(context))
  const zone = readZoneAnswer(answers)
  const place: Placing = { zone, keyOf: createDigestKeys(), collector, asking }
  addCramps(symptoms, place)
  addNights(sleeps, place)
  return collector.finish()
}

interface Placing {
  readonly zone: ZoneClock | null
  readonly keyOf: ReturnType<typeof createDigestKeys>
  readonly collector: Collector
  readonly asking: Asking
}

/** `Leg cramps (Moderate)`: the strength is a number of its own. */
const nameOf = ({ detail }: BearableRow): string =>
  plainName(detail).replace(/\s*\((?:none|mild|moderate|severe|unbearable|\d)\)$/i, '') ||
  'Symptom without a name'

function addCramps(rows: readonly BearableRow[], place: Placing): void {
  const { zone, keyOf, collector, asking } = place
  if (rows.length === 0) return
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1)
  const names = [...counts].sort(([, a], [, b]) => b - a)
  const picked = asking.several({
    id: 'cramps',
    group: 'Cramps',
    text: 'Which of these symptoms are muscle cramps?',
    help: 'Each one you choose becomes a cramp for every time you logged it.',
    options: names.map(([name, count]) => ({ id: idOfName(name), label: `${shorten(name)} (${count})` })),
    suggested: names.filter(([name]) => looksLikeCramp(name)).map(([name]) => idOfName(name)),
  })
  const sites = new Map<string, CrampSite | typeof SKIP | null>()
  for (const [name, count] of names)
    if (picked?.has(idOfName(name))) sites.set(name, askSite(idOfName(name), name, quote(name), asking))
    else collector.ignore(name, count)
  const scale = sites.size === 0 ? 'none' : askScale(asking)
  if (zone === null || scale === null) return
  if (sites.size > 0)
    collector.note(
      'Bearable says that a symptom was felt in a part of the day. Each such row is taken as one cramp.',
    )
  for (const row of rows) {
    const name = nameOf(row)
    const site = sites.get(name)
    if (site === undefined || site === null) continue
    const leaveOut = (reason: string) => collector.leaveOut(reason, name, `${row.date} ${row.time}`.trim())
    const onset = readOnset(row, zone)
    if (typeof onset === 'string') leaveOut(onset)
    else if (site === SKIP) leaveOut(NO_SITE)
    else
      collector.add({
        key: keyOf([onset.wall, 'Symptom', name]),
        loggedAt: onset.at.at,
        draft: {
          ...untoldCramp,
          kind: 'cramp',
          ...onset.at,
          sites: [site],
          intensity: scale === 'four' ? intensityOf(row.amount) : null,
          note: joinTexts([row.notes]),
        },
      })
  }
}

const askScale = (asking: Asking) =>
  asking.one({
    id: 'scale',
    group: 'Cramps',
    text: 'Bearable has mild, moderate, severe and unbearable. How strong is that from 0 to 10?',
    options: [
      { id: 'none', label: 'Leave the strength out' },
      { id: 'four', label: '3, 5, 7 and 9' },
    ],
    suggested: 'none',
  })

const intensityOf = (amount: string): number | null =>
  /^[1-4]$/.test(amount) ? Number(amount) * 2 + 1 : null

interface PlacedOnset {
  readonly at: Moment & { readonly onsetPrecision: DayPart | 'about' }
  /** Date and time as written, for the key. */
  readonly wall: string
}

/** @returns the reason where the row tells no time */
function readOnset(row: BearableRow, zone: ZoneClock): PlacedOnset | string {
  const date = readDate(row.date, zone)
  if (date === null) return 'no date that Unknot can read'
  const part = parts.get(row.time)
  if (part !== undefined) {
    const at = onsetWithin(date, part, zone)
    return at === null ? 'no date that Unknot can read' : { at, wall: `${date} ${part}` }
  }
  const time = readRowTime(date, row.time, byIso(zone))
  return time.state === 'time'
    ? { at: { ...time.moment, onsetPrecision: 'about' }, wall: time.wall }
    : 'no time of day that Unknot can read'
}

/** Dates of the program are named or ISO, and need no order. */
const byIso = (zone: ZoneClock) =>
  ({ order: 'day-first', zone, isByInstant: true, isDateOnly: false }) as const

function readDate(text: string, zone: ZoneClock): CalendarDate | null {
  const time = readRowTime(text, null, { ...byIso(zone), isDateOnly: true })
  return time.state === 'date' ? time.date : null
}

/** `Asleep 23:30 - 07:00. In bed 23:00 - 07:15. Nap 4h (mid)` */
const IN_BED = /\bIn bed:? (\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?) ?[-–—] ?(\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)/i

function addNights(rows: readonly BearableRow[], { zone, keyOf, collector, asking }: Placing): void {
  const told = rows.filter(({ detail }) => IN_BED.test(plainName(detail)))
  collector.ignore('Sleep without the time in bed', rows.length - told.length)
  if (told.length === 0) return
  const by = askNightDate(asking)
  if (zone === null || by === null) return
  for (const row of told) {
    const leaveOut = (reason: string) =>
      collector.leaveOut(reason, `Night, ${plainName(row.detail)}`.slice(0, 200), row.date)
    const date = readDate(row.date, zone)
    const night = date === null ? null : readNight(row, date, by, zone)
    if (date === null) leaveOut('no date that Unknot can read')
    else if (night === null) leaveOut('no time of day that Unknot can read')
    else if (night.wakeAt <= night.bed.at) leaveOut('getting up is not after going to bed')
    else
      collector.add({
        key: keyOf([date, 'Sleep']),
        loggedAt: night.wakeAt,
        draft: {
          ...kindsByName.night.unanswered,
          kind: 'night',
          ...night.bed,
          wakeAt: night.wakeAt,
          note: joinTexts([row.notes]),
        },
      })
  }
}

function readNight({ detail }: BearableRow, date: CalendarDate, by: NightDate, zone: ZoneClock) {
  const [, bedText = '', wakeText = ''] = IN_BED.exec(plainName(detail)) ?? []
  const [bed, wake] = [bedText, wakeText].map(text => {
    const ms = readClockCell(text)
    return ms === null ? null : new Date(ms).toISOString().slice(11, 16)
  })
  if (!bed || !wake) return null
  const { bedDate, wakeDate } = placeNight(date, { bed, wake }, by)
  const start = zone.ofWallClock(bedDate, bed)
  const end = zone.ofWallClock(wakeDate, wake)
  return start && end && { bed: start.moment, wakeAt: end.moment.at }
}
