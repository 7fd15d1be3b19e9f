import type { ActivityDraft } from '../../../shared/kinds/activity.ts'
import { fromBoolean, toBoolean } from './columns.ts'
import type { KindTable } from './kind-table.ts'

interface ActivityRow {
  activity: ActivityDraft['activity']
  duration_minutes: number
  whole_day: number
  longest_bout_minutes: number | null
  exertion: number | null
  new_or_harder: number | null
  sweat: ActivityDraft['sweat']
  cold: number | null
  warm_up_minutes: number | null
  cool_down_minutes: number | null
  distance_km: number | null
  climb_m: number | null
  water_temperature_c: number | null
}

export const activityTable: KindTable<'activity', ActivityRow> = {
  kind: 'activity',
  columns: [
    'activity',
    'duration_minutes',
    'whole_day',
    'longest_bout_minutes',
    'exertion',
    'new_or_harder',
    'sweat',
    'cold',
    'warm_up_minutes',
    'cool_down_minutes',
    'distance_km',
    'climb_m',
    'water_temperature_c',
  ],
  toRow: draft => ({
    activity: draft.activity,
    duration_minutes: draft.durationMinutes,
    whole_day: Number(draft.wholeDay),
    longest_bout_minutes: draft.longestBoutMinutes,
    exertion: draft.exertion,
    new_or_harder: fromBoolean(draft.newOrHarder),
    sweat: draft.sweat,
    cold: fromBoolean(draft.cold),
    warm_up_minutes: draft.warmUpMinutes,
    cool_down_minutes: draft.coolDownMinutes,
    distance_km: draft.distanceKm,
    climb_m: draft.climbM,
    water_temperature_c: draft.waterTemperatureC,
  }),
  toEntry: (stored, row) => ({
    ...stored,
    kind: 'activity',
    activity: row.activity,
    durationMinutes: row.duration_minutes,
    wholeDay: row.whole_day === 1,
    longestBoutMinutes: row.longest_bout_minutes,
    exertion: row.exertion,
    newOrHarder: toBoolean(row.new_or_harder),
    sweat: row.sweat,
    cold: toBoolean(row.cold),
    warmUpMinutes: row.warm_up_minutes,
    coolDownMinutes: row.cool_down_minutes,
    distanceKm: row.distance_km,
    climbM: row.climb_m,
    waterTemperatureC: row.water_temperature_c,
  }),
}
