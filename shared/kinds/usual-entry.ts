/** Usual entry of a kind: the values that came most often lately, at the clock time of the last time. */
import { addDays, type CalendarDate, daysBetween } from '../time/calendar-date.ts'
import { journalDay, MS_PER_DAY, wallClockMs } from '../time/moment.ts'
import { momentOfEnd, momentOfWallClock } from '../time/time-zone.ts'
import { draftOf, type Entry, type EntryDraft } from './entry.ts'
import { USUAL_LOOK_BACK_DAYS } from './finish-day.ts'
import type { EntryKind } from './kinds.ts'

/** Kinds of which an entry may be repeated by one key. Amounts of drinks and food are never assumed. */
const repeatedKinds: ReadonlySet<EntryKind> = new Set(['footwear', 'activity', 'stretch'])
/** Least number of equal entries in the look-back. */
const USUAL_FROM_ENTRIES = 3

export interface UsualFacts {
  /** Journal day to which the entry is repeated. */
  readonly date: CalendarDate
  /** UTC milliseconds. */
  readonly now: number
  /** Entries of the look-back before `date`, or more. */
  readonly entries: readonly Entry[]
  readonly dayStartMinutes: number
  readonly timeZone: string
}

/** Draft of the usual entry of a kind on a day; null where nothing is usual, or its time has not come yet. */
export function findUsualEntry(kind: EntryKind, facts: UsualFacts): EntryDraft | null {
  const { date, now, entries, dayStartMinutes } = facts
  if (!repeatedKinds.has(kind)) return null
  const from = addDays(date, -USUAL_LOOK_BACK_DAYS)
  const recent = entries.filter(entry => {
    const day = journalDay(entry, dayStartMinutes)
    return entry.kind === kind && day >= from && day < date && !isStillOn(entry)
  })
  const groups = [...Map.groupBy(recent, describeValues).values()]
    .map(group => group.toSorted((a, b) => b.at - a.at))
    .sort((a, b) => b.length - a.length || (b[0]?.at ?? 0) - (a[0]?.at ?? 0))
  const [usual = []] = groups
  const [last] = usual
  if (last === undefined || usual.length < USUAL_FROM_ENTRIES) return null
  const draft = repeatOn(last, facts)
  const end = draft.kind === 'footwear' ? draft.takenOffAt : draft.at
  return draft.at > now || (end !== null && end > now) ? null : draft
}

const isStillOn = (entry: Entry) => entry.kind === 'footwear' && entry.takenOffAt === null

/** Values that make two entries equal: neither time nor note, nor the time of their end. */
function describeValues(entry: Entry): string {
  const { at: _at, offsetMinutes: _offset, note: _note, ...values } = draftOf(entry)
  return JSON.stringify(values.kind === 'footwear' ? { ...values, takenOffAt: null } : values)
}

/** The same entry at the same wall-clock time of another journal day. */
function repeatOn(entry: Entry, { date, dayStartMinutes, timeZone }: UsualFacts): EntryDraft {
  const aheadMs = daysBetween(journalDay(entry, dayStartMinutes), date) * MS_PER_DAY
  const moved = { ...draftOf(entry), ...momentOfWallClock(wallClockMs(entry) + aheadMs, timeZone), note: '' }
  if (entry.kind !== 'footwear' || moved.kind !== 'footwear' || entry.takenOffAt === null) return moved
  const end = wallClockMs(momentOfEnd(entry.takenOffAt, entry, timeZone)) + aheadMs
  return { ...moved, takenOffAt: momentOfWallClock(end, timeZone).at }
}
