/**
 * Call `diary-sets`: builds matched sets from a diary in the reference file's format, and fits them (scaled Firth).
 */
import { z } from 'zod'
import { getNoon } from '../../../shared/analysis/diary/cramp-days.ts'
import type { DayNumber, Diary, DiaryEntry, LocalMinutes } from '../../../shared/analysis/diary/diary.ts'
import {
  createWindowReader,
  type ExposureWindow,
  type WindowSource,
} from '../../../shared/analysis/diary/windows.ts'
import { buildMatchedSets, createCrampCalendar, toSetTable } from '../../../shared/analysis/matched-sets.ts'
import { notEstimable } from '../../../shared/statistics/preconditions.ts'
import { dateOfDayNumber, dayNumber } from '../../../shared/time/calendar-date.ts'
import { runScaledFirth } from './firth-call.ts'
import { countWindows, getDrawFactors } from './window-counts.ts'

const relief = { relief: z.boolean().default(false) }
const instant = z.object({ ...relief, t: z.string(), amount: z.number() })
const interval = z.object({ ...relief, start: z.string(), end: z.string(), type: z.string().optional() })

const exposure = z.discriminatedUnion('agg', [
  z.object({ agg: z.literal('sum_instant'), name: z.string(), window_h: z.number() }),
  z.object({
    agg: z.literal('any_minutes'),
    name: z.string(),
    type: z.string(),
    min_minutes: z.number(),
    window_h: z.number(),
  }),
  z.object({ agg: z.literal('sum_minutes'), name: z.string(), type: z.string(), window_h: z.number() }),
  z.object({ agg: z.literal('coarse'), name: z.string() }),
])

export const diarySetsInputs = z.object({
  diary: z.object({
    off_weekdays: z.array(z.number()),
    episodes: z.array(z.string()),
    cramp_tracked_days: z.array(z.string()),
    tracked: z.record(z.string(), z.array(z.string())),
    entries: z.record(z.string(), z.array(z.union([instant, interval]))).default({}),
    daily: z.record(z.string(), z.record(z.string(), z.number())).default({}),
  }),
  exposure,
  scale: z.number(),
  /** Length of the blocks of the strata, in days. */
  block_days: z.int().default(28),
})
type Inputs = z.infer<typeof diarySetsInputs>

export function runDiarySets({
  diary: written,
  exposure,
  scale,
  block_days,
}: Inputs): Readonly<Record<string, unknown>> {
  const diary = readDiary(written)
  const reader = createWindowReader(diary, readExposure(exposure))
  const sets = buildMatchedSets(createCrampCalendar(diary, { daysPerBlock: block_days }), [reader])
  const counts = countWindows(sets)
  const factors = getDrawFactors(sets)
  const [values] = sets.values
  return {
    sets: sets.events.map((event, e) => {
      const rows = Array.from(sets.day.keys()).slice(sets.start[e], sets.start[e + 1])
      const [caseRow, ...referentRows] = rows
      return {
        index_onset: formatLocal(getNoon(event.day) + event.offsetMinutes),
        case_day: dateOfDayNumber(event.day),
        case_value: values?.[caseRow ?? NaN],
        referents: referentRows.map(row => ({
          day: dateOfDayNumber(sets.day[row] ?? NaN),
          value: values?.[row],
          has_event: sets.hasEvent[row] === 1,
        })),
        n: counts[e]?.n,
        m: counts[e]?.m,
        f: factors[e],
      }
    }),
    dropped_index_events: sets.dropped.map(({ event }) =>
      formatLocal(getNoon(event.day) + event.offsetMinutes),
    ),
    analysis:
      sets.events.length === 0 ? notEstimable('too-few') : runScaledFirth(toSetTable(sets, [scale]), factors),
  }
}

function readDiary(written: Inputs['diary']): Diary {
  return {
    offWeekdays: written.off_weekdays,
    episodes: written.episodes.map(onset => ({ onset: readLocal(onset), precision: 'exact' })),
    answeredCrampDays: written.cramp_tracked_days.map(dayNumber),
    utcOffsetMinutes: new Map(),
    trackedDates: mapValues(written.tracked, dates => dates.map(dayNumber)),
    entries: mapValues(written.entries, entries => entries.map(readEntry)),
    dateValues: mapValues(
      written.daily,
      values =>
        new Map(
          Object.entries(values).map(([date, value]): [DayNumber, { value: number }] => [
            dayNumber(date),
            { value },
          ]),
        ),
    ),
    nights: new Map(),
    nightValues: {},
  }
}

function readEntry(entry: z.infer<typeof instant> | z.infer<typeof interval>): DiaryEntry {
  if ('t' in entry) {
    const time = readLocal(entry.t)
    return { start: time, end: time, amount: entry.amount, isRelief: entry.relief }
  }
  return {
    start: readLocal(entry.start),
    end: readLocal(entry.end),
    amount: null,
    ...(entry.type === undefined ? {} : { type: entry.type }),
    isRelief: entry.relief,
  }
}

function readExposure(written: Inputs['exposure']): ExposureWindow {
  return { series: written.name, trackedAs: written.name, source: readSource(written) }
}

function readSource(written: Inputs['exposure']): WindowSource {
  switch (written.agg) {
    case 'sum_instant':
      return { kind: 'entries', windowHours: written.window_h, aggregate: { kind: 'sum-of-amounts' } }
    case 'any_minutes':
      return {
        kind: 'entries',
        windowHours: written.window_h,
        aggregate: { kind: 'minutes-at-least', minutes: written.min_minutes },
        types: [written.type],
      }
    case 'sum_minutes':
      return {
        kind: 'entries',
        windowHours: written.window_h,
        aggregate: { kind: 'sum-of-minutes' },
        types: [written.type],
      }
    case 'coarse':
      return { kind: 'date-value' }
  }
}

/** `2024-02-21T03:10` */
function readLocal(text: string): LocalMinutes {
  const milliseconds = Date.parse(`${text}Z`)
  if (Number.isNaN(milliseconds)) throw new RangeError(`not a local time: ${text}`)
  return milliseconds / 60_000
}

function formatLocal(time: LocalMinutes): string {
  return new Date(time * 60_000).toISOString().slice(0, 16)
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}
