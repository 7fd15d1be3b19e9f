/**
 * Exports of a program, drawn around both changes of the clock of six zones, and a newer export of the same program: what
 * the older one holds, some of it with other values, and more.
 */
import fc from 'fast-check'
import type { HistoryEntry } from '../../../../shared/history/history.ts'
import type { EntryDraft } from '../../../../shared/kinds/entry.ts'
import { addDays } from '../../../../shared/time/calendar-date.ts'
import { MS_PER_HOUR } from '../../../../shared/time/moment.ts'
import { momentAt } from '../../../../shared/time/time-zone.ts'
import { activityDraft, crampDraft, fluidDraft, nightDraft } from '../../../shared/kinds/drafts.ts'

/** Zones with the Sundays of their clock changes in 2026; the last two have none, and an odd offset. */
const zones = [
  { zone: 'Europe/Berlin', changes: ['2026-03-29', '2026-10-25'] },
  { zone: 'America/New_York', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'Australia/Lord_Howe', changes: ['2026-04-05', '2026-10-04'] },
  { zone: 'America/St_Johns', changes: ['2026-03-08', '2026-11-01'] },
  { zone: 'Asia/Kathmandu', changes: ['2026-03-29', '2026-10-25'] },
  { zone: 'Pacific/Kiritimati', changes: ['2026-03-29', '2026-10-25'] },
] as const

const record = fc.record({
  kind: fc.constantFrom('fluid', 'fluid', 'activity', 'night', 'cramp'),
  day: fc.integer({ min: -3, max: 3 }),
  quarter: fc.integer({ min: 0, max: 95 }),
  value: fc.integer({ min: 1, max: 5 }),
})
type Drawn = typeof record extends fc.Arbitrary<infer One> ? One : never

const twoDigits = (value: number) => String(value).padStart(2, '0')

function draftOf({ kind, day, quarter, value }: Drawn, change: string, zone: string): EntryDraft {
  const clock = `${twoDigits(Math.floor(quarter / 4))}:${twoDigits((quarter % 4) * 15)}`
  const moment = momentAt(addDays(change, day), clock, zone)
  if (kind === 'fluid') return fluidDraft({ ...moment, volumeMl: 100 * value })
  if (kind === 'activity') return activityDraft({ ...moment, durationMinutes: 10 * value })
  if (kind === 'night') return nightDraft({ ...moment, wakeAt: moment.at + value * MS_PER_HOUR })
  return crampDraft({ ...moment, intensity: value })
}

export interface Exports {
  readonly older: readonly HistoryEntry[]
  readonly newer: readonly HistoryEntry[]
  /** Written down by the person before any import. */
  readonly mine: readonly EntryDraft[]
  readonly zone: string
}

const records = (maxLength: number) => fc.array(record, { maxLength })

export const anyExports: fc.Arbitrary<Exports> = fc
  .record({
    zone: fc.constantFrom(...zones),
    isAutumn: fc.boolean(),
    first: records(12),
    more: records(8),
    mine: records(5),
    /** Values of the first records in the newer export; 0 leaves one as it was. */
    changed: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }),
    isReversed: fc.boolean(),
  })
  .map(({ zone: { zone, changes }, isAutumn, first, more, mine, changed, isReversed }) => {
    const change = changes[isAutumn ? 1 : 0]
    const toEntry = (drawn: Drawn, index: number): HistoryEntry => {
      const draft = draftOf(drawn, change, zone)
      return { key: `record ${index}`, loggedAt: draft.at, draft }
    }
    const updated = first.map((drawn, index) => ({ ...drawn, value: changed[index] || drawn.value }))
    const newer = [...updated, ...more].map(toEntry)
    return {
      older: first.map(toEntry),
      newer: isReversed ? newer.toReversed() : newer,
      mine: mine.map(drawn => draftOf(drawn, change, zone)),
      zone,
    }
  })
