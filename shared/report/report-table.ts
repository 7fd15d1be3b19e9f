/**
 * CSV table of a report: a row per cramp, then a row per date. The first column is the type of the row. Cells that do not
 * apply or are unknown are empty; 0 means a recorded zero.
 */

import type { CsvCell, CsvTable } from '../archive/csv-table.ts'
import { guardText } from '../csv/text.ts'
import type { TrackedKind } from '../kinds/check-in.ts'
import { hasOnsetClock } from '../kinds/onset.ts'
import { isThingKey } from '../kinds/thing-key.ts'
import { calendarDate, crampDay } from '../time/moment.ts'
import { clockTime } from '../time/time-zone.ts'
import { entriesOf } from './facts.ts'
import type { DayRow, Report } from './report.ts'

type Row = Readonly<Record<string, CsvCell>>

const columns = [
  /** `cramp` or `day`. */
  'record',
  /** Local date in ISO 8601: of the onset, or of the day row. */
  'date',
  /** Local time of the onset, 24 hours; empty if only the night is known. */
  'time',
  'utc_offset_minutes',
  /** Cramp-day of the cramp, noon to noon. */
  'cramp_day',
  'onset_known',
  'places',
  'intensity_0_to_10',
  'length_seconds',
  'state_at_onset',
  'relieved_by_rest',
  'woke_me',
  'symptoms',
  'tried',
  'soreness_hours',
  /** Empty unless notes are shared. */
  'note',
  'cramps_noon_to_noon',
  'cramps_complete',
  'fluid_ml',
  'fluid_complete',
  'footwear_minutes',
  'footwear_complete',
  /** Minutes of activities other than standing and sitting, which have their own columns. */
  'active_minutes',
  'standing_minutes',
  'sitting_minutes',
  'activity_complete',
  'sleep_disturbance_0_to_10',
  /** UK units; empty unless alcohol is shared. */
  'alcohol_units',
] as const

export function tabulateReport(report: Pick<Report, 'episodes' | 'days' | 'ownNames'>): CsvTable {
  const rows = [...listEpisodes(report), ...report.days.map(describeDay)]
  return { columns, rows: rows.map(row => columns.map(column => row[column] ?? null)) }
}

function listEpisodes({ episodes, ownNames }: Pick<Report, 'episodes' | 'ownNames'>): Row[] {
  const nameOf = (id: string) => (isThingKey(id) ? (ownNames[id] ?? id) : id)
  return entriesOf(episodes, 'cramp').map(cramp => ({
    record: 'cramp',
    date: calendarDate(cramp),
    time: hasOnsetClock(cramp.onsetPrecision) ? clockTime(cramp) : null,
    utc_offset_minutes: cramp.offsetMinutes,
    cramp_day: cramp.onsetPrecision === 'date' ? null : crampDay(cramp),
    onset_known: cramp.onsetPrecision,
    places: cramp.sites.map(({ side, muscle }) => `${side} ${muscle}`).join('; '),
    intensity_0_to_10: cramp.intensity,
    length_seconds: cramp.durationSeconds,
    state_at_onset: cramp.stateAtOnset,
    relieved_by_rest: cramp.relievedByRest,
    woke_me: yesOrNo(cramp.wokeMe),
    symptoms: guardText(cramp.symptoms.map(nameOf).join('; ')),
    tried: guardText(cramp.relief.map(({ technique }) => nameOf(technique)).join('; ')),
    soreness_hours: cramp.sorenessHours,
    note: cramp.note,
  }))
}

function describeDay(day: DayRow): Row {
  const isComplete = (kind: TrackedKind) => yesOrNo(day.complete.includes(kind))
  return {
    record: 'day',
    date: day.date,
    cramps_noon_to_noon: day.cramps,
    cramps_complete: isComplete('cramp'),
    fluid_ml: day.fluidMl,
    fluid_complete: isComplete('fluid'),
    footwear_minutes: day.footwearMinutes,
    footwear_complete: isComplete('footwear'),
    active_minutes: day.activeMinutes,
    standing_minutes: day.standingMinutes,
    sitting_minutes: day.sittingMinutes,
    activity_complete: isComplete('activity'),
    sleep_disturbance_0_to_10: day.sleepDisturbance,
    alcohol_units: day.alcoholUnits,
  }
}

function yesOrNo(answer: boolean | null): string | null {
  if (answer === null) return null
  return answer ? 'yes' : 'no'
}
